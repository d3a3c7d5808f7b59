// What became of a problem of the running app, in words.
import type { AppProblem } from "#protocol/app-problem.ts";

/** What became of trying to mend it; null where nothing was tried. */
export function whatBecame({ repair, status }: Pick<AppProblem, "repair" | "status">): string | null {
  if (repair === null) return null;
  const begun = repair.automatic ? ", begun by itself" : "";
  switch (repair.outcome) {
    case "running":
      return `A repair is under way${begun}.`;
    case "worked":
      return status === "dismissed" ? null : "Repaired; it has not come back.";
    case "failed":
      return `A repair${begun ? ", begun by itself," : ""} did not work out.`;
    case "returned":
      return "It was repaired, and came back.";
    default:
      return repair.outcome satisfies never;
  }
}
