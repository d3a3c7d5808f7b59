import type { DiffHunk } from "../schemas/versions.ts";
import type { LineEdit } from "./diff-lines.ts";

/** Unchanged lines around a change. */
const context = 3;

/** Groups edits as a unified diff does: changes at most two contexts apart share a hunk. */
export function toHunks(edits: readonly LineEdit[]): DiffHunk[] {
  const hunks: DiffHunk[] = [];
  let oldLine = 1;
  let newLine = 1;
  let open: DiffHunk | undefined;
  let quiet = 0;
  edits.forEach((edit, index) => {
    const kept = edit.kind === " ";
    if (!kept && !open) {
      const lead = edits.slice(Math.max(0, index - context), index);
      const shared = lead.length - lead.findLastIndex(({ kind }) => kind !== " ") - 1;
      open = {
        oldStart: oldLine - shared,
        oldLines: shared,
        newStart: newLine - shared,
        newLines: shared,
        lines: lead.slice(lead.length - shared).map(({ line }) => ` ${line}`),
      };
      hunks.push(open);
    }
    if (open) {
      open.lines.push(`${edit.kind}${edit.line}`);
      if (edit.kind !== "+") open.oldLines++;
      if (edit.kind !== "-") open.newLines++;
      quiet = kept ? quiet + 1 : 0;
      if (quiet > 2 * context) {
        trim(open, quiet - context);
        open = undefined;
        quiet = 0;
      }
    }
    if (edit.kind !== "+") oldLine++;
    if (edit.kind !== "-") newLine++;
  });
  if (open && quiet > context) trim(open, quiet - context);
  for (const hunk of hunks) {
    // As in `diff -u`: a side without lines stands before its first line.
    if (hunk.oldLines === 0) hunk.oldStart--;
    if (hunk.newLines === 0) hunk.newStart--;
  }
  return hunks;
}

function trim(hunk: DiffHunk, surplus: number): void {
  hunk.lines.splice(-surplus);
  hunk.oldLines -= surplus;
  hunk.newLines -= surplus;
}
