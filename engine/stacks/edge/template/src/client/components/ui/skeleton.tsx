import { say } from "../../../shared/say.ts";
const line = "animate-pulse rounded-md bg-muted";

/** Stands where a page will be: a heading and a card, as most pages begin. As tall as the screen, so that nothing below it jumps. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label={say.loading} className="mx-auto min-h-dvh w-full max-w-6xl">
      <div className={`${line} h-8 w-48`} />
      <div className={`${line} mt-3 h-4 w-80 max-w-full`} />
      <div className="mt-6 space-y-4 rounded-xl border bg-surface p-5">
        {["w-2/3", "w-1/2", "w-3/4", "w-2/5", "w-3/5"].map((width) => (
          <div key={width} className={`${line} h-5 ${width}`} />
        ))}
      </div>
    </div>
  );
}
