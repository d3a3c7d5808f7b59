import Copy from "lucide-react/icons/copy";
import Download from "lucide-react/icons/download";
import FileJson from "lucide-react/icons/file-braces";
import FileText from "lucide-react/icons/file-text";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "../../components/ui/menu.tsx";
import { formatCount } from "../../lib/format.ts";
import type { ConsoleLine } from "../../session/console-lines.ts";
import { type KeptList, itemsFrom } from "../../session/kept-list.ts";
import { useProject } from "../../session/project-context.ts";
import type { LogFormat } from "./export-log.ts";

/** Few who read the lines take them along. */
const loadExport = () => import("./export-log.ts");

/** What is shown, or all that the log holds. */
export function ConsoleExport({ lines }: { lines: KeptList<ConsoleLine> }) {
  const { projectId, view } = useProject();
  const [busy, setBusy] = useState(false);
  const shown = formatCount(lines.length, "line");

  const takeAll = async (format: LogFormat): Promise<void> => {
    setBusy(true);
    const { exportLog } = await loadExport();
    await exportLog(projectId, view.seq, format);
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
        <MenuItem
          disabled={lines.length === 0}
          onSelect={() => void loadExport().then(({ copyLines }) => copyLines(itemsFrom(lines), lines.length))}
        >
          <Copy /> Copy
        </MenuItem>
        <MenuItem
          disabled={lines.length === 0}
          onSelect={() => void loadExport().then(({ saveLines }) => saveLines(itemsFrom(lines)))}
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
