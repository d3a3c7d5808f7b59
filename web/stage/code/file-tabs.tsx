import X from "lucide-react/icons/x";
import { useEffect, useRef } from "react";
import { classNames } from "../../lib/class-names.ts";
import type { ListedFile } from "./draft.ts";

interface FileTabsProps {
  paths: readonly string[];
  selected: string | null;
  files: readonly ListedFile[];
  onSelect: (path: string) => void;
  onClose: (path: string) => void;
}

export function FileTabs({ paths, selected, files, onSelect, onClose }: FileTabsProps) {
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => {
    row.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [selected]);
  return (
    <nav
      aria-label="Open files"
      className="min-w-0 flex-1 overflow-x-auto overflow-y-hidden bg-surface md:flex-none md:border-b md:border-line"
    >
      <ul ref={row} className="flex h-9 w-max min-w-full max-md:h-11">
        {paths.map((path) => {
          const mark = files.find((file) => file.path === path)?.mark ?? null;
          const shown = path === selected;
          return (
            <li
              key={path}
              className={classNames("flex items-center border-r border-line", shown ? "bg-canvas" : "text-muted")}
            >
              <button
                type="button"
                aria-current={shown}
                title={path}
                onClick={() => onSelect(path)}
                onAuxClick={(event) => event.button === 1 && onClose(path)}
                className="flex h-full items-center gap-2 pl-3 font-mono text-xs hover:text-ink focus-visible:-outline-offset-2"
              >
                {labelOf(path, paths)}
                {mark !== null && (
                  <span className={mark === "conflict" ? "text-danger-ink" : "text-waiting-ink"}>
                    <span aria-hidden="true">●</span>
                    <span className="sr-only">{mark === "conflict" ? "in conflict" : "not saved"}</span>
                  </span>
                )}
              </button>
              <button
                type="button"
                aria-label={`Close ${path}`}
                onClick={() => onClose(path)}
                className="mx-1 grid size-6 place-items-center max-md:mx-0 max-md:size-11 rounded-sm text-muted hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 [&_svg]:size-3"
              >
                <X />
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The name alone, with its folder where two open files share it. */
function labelOf(path: string, paths: readonly string[]): string {
  const parts = path.split("/");
  const name = parts.at(-1) ?? path;
  const shared = paths.some((other) => other !== path && other.split("/").at(-1) === name);
  return shared ? parts.slice(-2).join("/") : name;
}
