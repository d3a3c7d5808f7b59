// Started by the builder inside a build's sandbox, in the app's folder: argv is the plan as JSON, Chromium's path and the
// file to write the outcome to.
import { writeFileSync } from "node:fs";
import { checkPlanSchema, type BrowserOutcome } from "./report.ts";
import { runChecks } from "./run-checks.ts";

const [planText = "", chromium = "", target = ""] = process.argv.slice(2);
const plan = checkPlanSchema.parse(JSON.parse(planText));
const outcome = await runChecks(plan, {
  folder: process.cwd(),
  chromium,
  say: (line) => console.log(line),
}).then(
  (report): BrowserOutcome => ({ kind: "checked", report }),
  (error: unknown): BrowserOutcome => ({
    kind: "broken",
    reason: (error instanceof Error ? error.message : String(error)).slice(0, 1_500),
  }),
);
writeFileSync(target, JSON.stringify(outcome));
// Chromium's helpers may hold the loop open.
process.exit(0);
