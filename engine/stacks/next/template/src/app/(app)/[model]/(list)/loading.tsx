import { say } from "../../../../shared/say.ts";

/** Stands in the place of the list while the server makes it. */
export default function Loading() {
  return (
    <div role="status" aria-label={say.loading} className="animate-pulse">
      <div className="h-8 w-48 rounded-lg bg-muted" />
      <div className="mt-3 h-4 w-80 max-w-full rounded-lg bg-muted" />
      <div className="mt-6 h-96 rounded-xl border bg-surface" />
    </div>
  );
}
