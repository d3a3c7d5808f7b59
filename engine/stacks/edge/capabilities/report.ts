// A page that turns any model into a report: chosen columns, a span of time, sums; to print or as CSV.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import { type Contribution, freeSlug } from "./capability.ts";

export function contributeReport(app: ResolvedApp): Contribution {
  return {
    folders: ["report", "records"],
    pages: [{ path: freeSlug(app, "reports"), title: "Reports", icon: "chart", module: "report/report.tsx" }],
  };
}
