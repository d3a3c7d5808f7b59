import type { FileDiff } from "../lib/api-types.ts";
import { classNames } from "../lib/class-names.ts";

/** What changed in one file, line by line. */
export function DiffView({ file }: { file: FileDiff }) {
  return (
    <section aria-label={file.path} className="overflow-hidden rounded-md border border-line">
      <p className="flex items-baseline gap-3 border-b border-line bg-sunken px-3 py-1.5 font-mono text-xs">
        <span className="min-w-0 flex-1 wrap-anywhere">{file.path}</span>
        <span className="text-done-ink" aria-label={`${file.additions} lines added`}>
          +{file.additions}
        </span>
        <span className="text-danger-ink" aria-label={`${file.deletions} lines removed`}>
          −{file.deletions}
        </span>
      </p>
      {file.comparison === "lines" ? (
        <pre
          className="max-h-96 overflow-auto py-1 font-mono text-xs leading-5 focus-visible:-outline-offset-2"
          tabIndex={0}
          role="region"
          aria-label={`Changes of ${file.path}`}
        >
          {file.hunks.map((hunk) => (
            <code key={`${hunk.oldStart}.${hunk.newStart}`} className="block w-max min-w-full">
              <span className="block bg-hover px-3 text-muted">
                @@ −{hunk.oldStart},{hunk.oldLines} +{hunk.newStart},{hunk.newLines} @@
              </span>
              {hunk.lines.map((line, index) => (
                // Lines of a hunk never move, and two may be alike.
                // oxlint-disable-next-line react/no-array-index-key
                <span key={index} className={classNames("block px-3 whitespace-pre", lineLook(line))}>
                  {line === "" ? " " : line}
                </span>
              ))}
            </code>
          ))}
        </pre>
      ) : (
        <p className="px-3 py-2 text-sm text-muted">
          {file.comparison === "binary" ? "This file is not text." : "The change is too long to be shown."}
        </p>
      )}
    </section>
  );
}

function lineLook(line: string): string {
  if (line.startsWith("+")) return "bg-done-soft text-done-ink";
  if (line.startsWith("-")) return "bg-danger-soft text-danger-ink";
  return "";
}
