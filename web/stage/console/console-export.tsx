import Copy from "lucide-react/icons/copy";
import Download from "lucide-react/icons/download";
import FileJson from "lucide-react/icons/file-braces";
import FileText from "lucide-react/icons/file-text";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "../../components/ui/menu.tsx";
import { errorLine } from "../../lib/api-error.ts";
import { formatCount } from "../../lib/format.ts";
import { toast } from "../../lib/toast.ts";
import type { ConsoleLine } from "../../session/console-lines.ts";
import { type KeptList, itemsFrom } from "../../session/kept-list.ts";
import { useProject } from "../../session/project-context.ts";
import type * as ExportLog from "./export-log.ts";

/** What is shown, or all that the log holds. */
export function ConsoleExport({ lines }: { lines: KeptList<ConsoleLine> }) {
  const { projectId, view } = useProject();
  const [busy, setBusy] = useState(false);
  const shown = formatCount(lines.length, "line");

  // What writes the lines comes with the first that are taken along.
  const take = async (use: (the: typeof ExportLog) => Promise<void> | void): Promise<void> => {
    setBusy(true);
    try {
      await use(await import("./export-log.ts"));
    } catch (error) {
      toast.error(errorLine(error));
    } finally {
      setBusy(false);
    }
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
          onSelect={() => void take((the) => the.copyLines(itemsFrom(lines), lines.length))}
        >
          <Copy /> Copy
        </MenuItem>
        <MenuItem disabled={lines.length === 0} onSelect={() => void take((the) => the.saveLines(itemsFrom(lines)))}>
          <FileText /> Save as text
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>The whole log, also what is not loaded here</MenuLabel>
        <MenuItem onSelect={() => void take((the) => the.exportLog(projectId, view.seq, "text"))}>
          <FileText /> Save as text
        </MenuItem>
        <MenuItem onSelect={() => void take((the) => the.exportLog(projectId, view.seq, "ndjson"))}>
          <FileJson /> Save as NDJSON
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
