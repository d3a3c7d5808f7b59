import TriangleAlert from "lucide-react/icons/triangle-alert";
import { Button } from "../components/ui/button.tsx";
import { useProblems } from "./use-problems.ts";

/** Below the running app: what it reported, for somebody who is looking at it right now. */
export function ProblemStrip({ openProblems }: { openProblems: () => void }) {
  const open = useProblems().data?.items.filter(({ status }) => status === "open") ?? [];
  const [newest] = open.toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
  if (newest === undefined) return null;
  return (
    <div role="status" className="flex items-center gap-2.5 border-t border-waiting-line bg-waiting-soft px-3 py-1.5">
      <TriangleAlert aria-hidden="true" className="size-4 shrink-0 text-waiting-ink" />
      <p className="min-w-0 flex-1 truncate text-sm">
        {open.length === 1 ? "The app reported a problem" : `The app reported ${open.length} problems`}:{" "}
        <span className="font-mono text-xs">{newest.message}</span>
      </p>
      <Button size="sm" onClick={openProblems}>
        Look at {open.length === 1 ? "it" : "them"}
      </Button>
    </div>
  );
}
