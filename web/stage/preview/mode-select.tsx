import { Select } from "../../components/ui/select.tsx";
import type { PreviewMode } from "./use-preview-view.ts";

const names: Record<PreviewMode, string> = { interactive: "Interactive", live: "Live", static: "Static" };

interface ModeSelectProps {
  mode: PreviewMode;
  change: (mode: PreviewMode) => void;
  /** A dev server is started by those who may change the code. */
  canServe: boolean;
}

export function ModeSelect({ mode, change, canServe }: ModeSelectProps) {
  const modes: PreviewMode[] = canServe ? ["interactive", "live", "static"] : ["interactive", "static"];
  return (
    <Select
      label="Mode of the preview"
      value={mode}
      onChange={change}
      options={modes.map((value) => ({ value, label: names[value] }))}
      className="shrink-0"
    />
  );
}

const notes: Record<Exclude<PreviewMode, "interactive">, string> = {
  live: "The dev server: what is saved shows at once, built or not. Its records are examples of its own and end with it.",
  static:
    "What was built, without the app's server: lists stay empty, nothing is saved, and pages that the server makes are missing.",
};

/** What the mode can and cannot do. */
export function ModeNote({ mode, version }: { mode: PreviewMode; version: number | null }) {
  if (mode === "interactive") return null;
  return (
    <p className="border-b border-line bg-sunken px-3 py-1.5 text-xs text-muted">
      {mode === "live" && version !== null && <span className="font-[560] text-ink">Version {version}. </span>}
      {notes[mode]}
    </p>
  );
}
