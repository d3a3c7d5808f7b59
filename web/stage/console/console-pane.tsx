import { lazy, Suspense } from "react";
import { useSearchParams } from "react-router";
import { Segmented } from "../../components/ui/segmented.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { ConsoleOutput } from "./console-output.tsx";

const AgentsView = lazy(async () => ({ default: (await import("../agents-view.tsx")).AgentsView }));

const faces = [
  { value: "output", label: "Output" },
  { value: "agents", label: "Agents" },
] as const;
type Face = (typeof faces)[number]["value"];

/** What the loop printed, and what its agents said to their models. */
export function ConsolePane() {
  const [search, setSearch] = useSearchParams();
  const face: Face = search.get("show") === "agents" ? "agents" : "output";
  const turn = (next: Face): void =>
    setSearch(
      (current) => {
        for (const name of ["show", "generation", "agent"]) current.delete(name);
        if (next === "agents") current.set("show", "agents");
        return current;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      <div className="border-b border-line bg-surface px-2 py-1.5">
        <Segmented label="Show" value={face} onChange={turn} options={faces} />
      </div>
      <Suspense fallback={<Skeleton className="m-4 h-40" role="status" aria-label="Loading the agents" />}>
        {face === "output" ? <ConsoleOutput /> : <AgentsView />}
      </Suspense>
    </>
  );
}
