import Copy from "lucide-react/icons/copy";
import Download from "lucide-react/icons/download";
import FileJson from "lucide-react/icons/file-braces";
import FileText from "lucide-react/icons/file-text";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "../../components/ui/menu.tsx";
import { errorLine } from "../../lib/api-error.ts";
import { formatCount } from "../../lib/format.ts";
import { saveFile } from "../../lib/save-file.ts";
import { toast, wantToaster } from "../../lib/toast.ts";
import type { ConsoleLine } from "../../session/console-lines.ts";
import { type KeptList, itemsFrom } from "../../session/kept-list.ts";
import { useProject } from "../../session/project-context.ts";
import { api } from "../../session/session.ts";
import { linesAsNdjson, linesAsText } from "./console-filter.ts";
import { readWholeLog } from "./read-whole-log.ts";

const formats = {
  text: { write: linesAsText, name: "console.txt", type: "text/plain" },
  ndjson: { write: linesAsNdjson, name: "console.ndjson", type: "application/x-ndjson" },
} as const;

/** What is shown, or all that the log holds. */
export function ConsoleExport({ lines }: { lines: KeptList<ConsoleLine> }) {
  const { projectId, view } = useProject();
  const [busy, setBusy] = useState(false);
  const shown = formatCount(lines.length, "line");

  const takeAll = async (format: keyof typeof formats): Promise<void> => {
    setBusy(true);
    await exportWhole(projectId, view.seq, format);
    setBusy(false);
  };

  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="quiet" size="icon" aria-label="Copy or export lines" title="Copy or export" busy={busy}>
          <Download />
        </Button>
      </MenuTrigger>
      <MenuContent className="w-72 max-w-[calc(100vw-1rem)]">
        <MenuLabel>{shown} shown</MenuLabel>
        <MenuItem disabled={lines.length === 0} onSelect={() => void copy(lines)}>
          <Copy /> Copy
        </MenuItem>
        <MenuItem
          disabled={lines.length === 0}
          onSelect={() => saveFile(new Blob([linesAsText(itemsFrom(lines))], { type: "text/plain" }), "console.txt")}
        >
          <FileText /> Save as text
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>The whole log, also what is not loaded here</MenuLabel>
        <MenuItem onSelect={() => void takeAll("text")}>
          <FileText /> Save as text
        </MenuItem>
        <MenuItem onSelect={() => void takeAll("ndjson")}>
          <FileJson /> Save as NDJSON
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

async function copy(lines: KeptList<ConsoleLine>): Promise<void> {
  try {
    await navigator.clipboard.writeText(linesAsText(itemsFrom(lines)));
    toast.success(`${formatCount(lines.length, "line")} copied`);
  } catch {
    toast.error("The browser did not allow copying. Save the lines instead.");
  }
}

/** `newest`: `seq` of the log's end, for the share that is read. */
async function exportWhole(projectId: string, newest: number, format: keyof typeof formats): Promise<void> {
  const { write, name, type } = formats[format];
  const stop = new AbortController();
  wantToaster();
  // One toast that changes as it goes on.
  const { toast: shown } = await import("sonner");
  const id = shown.loading("Reading the log", { action: { label: "Stop", onClick: () => stop.abort() } });
  const parts: string[] = [];
  let count = 0;
  try {
    for await (const { lines, seq } of readWholeLog(projectId, { get: api.get, wait }, stop.signal)) {
      parts.push(write(lines));
      count += lines.length;
      const share = newest === 0 ? 100 : Math.min(100, Math.round((seq / newest) * 100));
      shown.loading(`Reading the log: ${share} %`, {
        id,
        action: { label: "Stop", onClick: () => stop.abort() },
      });
    }
    saveFile(new Blob(parts, { type }), name);
    shown.success(`${formatCount(count, "line")} saved as ${name}`, { id, action: undefined });
  } catch (error) {
    if (stop.signal.aborted) shown.dismiss(id);
    else shown.error(errorLine(error), { id, action: undefined });
  }
}

function wait(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1_000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
