// A page of charts over the app's records, and one that shows records side by side.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { type Contribution, type EmittedPage, freeSlug } from "./capability.ts";

export function contributeCharts(
  app: ResolvedApp,
  capability: Extract<PrdCapability, { kind: "charts" }>,
): Contribution {
  const compare: EmittedPage = {
    path: freeSlug(app, "compare"),
    title: "Compare",
    icon: "columns",
    module: "charts/compare.tsx",
  };
  const statistics: EmittedPage = {
    path: freeSlug(app, "statistics"),
    title: "Statistics",
    icon: "chart",
    module: "charts/statistics.tsx",
  };
  const compares = capability.compare === true;
  return {
    folders: ["charts", "records", ...(compares ? ["compare"] : [])],
    pages: [statistics, ...(compares ? [compare] : [])],
  };
}
