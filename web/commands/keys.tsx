import { sayKeys } from "./shortcuts.ts";

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The keys of a shortcut as they are printed. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className="flex shrink-0 items-center gap-1 text-xs text-muted">
      <span className="sr-only">{sayKeys(keys, isMac)}</span>
      {keys.map((key) => (
        <kbd
          key={key}
          aria-hidden="true"
          className="min-w-5 rounded-sm border border-line bg-sunken px-1.5 text-center font-mono text-2xs leading-5"
        >
          {sayKeys([key], isMac)}
        </kbd>
      ))}
    </span>
  );
}
