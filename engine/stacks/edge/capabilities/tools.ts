// Calculators, converters and clocks: pages of their own that need no records.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { PrdCapability, ToolId } from "#engine/prd/schema.ts";
import { type Contribution, freeSlug } from "./capability.ts";

/** Title and icon of each tool, and the template folders beside its own. */
const tools: Readonly<Record<ToolId, { title: string; icon: string; uses: readonly string[] }>> = {
  "unit-converter": { title: "Unit converter", icon: "move", uses: ["calculator"] },
  loan: { title: "Loan calculator", icon: "wallet", uses: ["calculator"] },
  bmi: { title: "BMI calculator", icon: "heart", uses: ["calculator"] },
  tip: { title: "Tip calculator", icon: "receipt", uses: ["calculator"] },
  percentage: { title: "Percentages", icon: "chart", uses: ["calculator"] },
  currency: { title: "Currency converter", icon: "wallet", uses: ["calculator"] },
  countdown: { title: "Countdown", icon: "calendar", uses: ["clock"] },
  timer: { title: "Timer", icon: "bell", uses: ["clock"] },
  stopwatch: { title: "Stopwatch", icon: "star", uses: ["clock"] },
  pomodoro: { title: "Pomodoro timer", icon: "check", uses: ["clock"] },
};

export function contributeTool(
  app: ResolvedApp,
  { tool, home }: Extract<PrdCapability, { kind: "tool" }>,
): Contribution {
  const { title, icon, uses } = tools[tool];
  return {
    folders: [...uses, tool],
    pages: [
      {
        path: freeSlug(app, tool),
        title,
        icon,
        module: `tools/${tool}.tsx`,
        ...(home === true && { isHome: true }),
      },
    ],
  };
}
