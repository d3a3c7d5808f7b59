import { classNames } from "../class-names.ts";
import { SchemeToggle } from "./scheme-toggle.tsx";
import { tools } from "./slots.ts";

/** What stands at the end of every header; `isOnColour` gives it a ground of its own. */
export function Tools({ isOnColour = false }: { isOnColour?: boolean }) {
  return (
    <div className={classNames("flex shrink-0 items-center gap-1", isOnColour && "rounded-lg bg-surface text-text")}>
      {tools.map((Tool, at) => (
        // The list never changes while the app runs.
        // oxlint-disable-next-line react/no-array-index-key
        <Tool key={at} />
      ))}
      <SchemeToggle />
    </div>
  );
}
