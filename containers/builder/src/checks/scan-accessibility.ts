// axe on a page as it stands.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import type { Theme, Violation } from "./report.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const longestElement = 300;

/** All of axe's default rules, in this document alone. */
export async function scanAccessibility(page: Page, path: string, theme: Theme): Promise<Violation[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const results = await axe.run({ iframes: false, resultTypes: ["violations"] });
    return results.violations.map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact: impact ?? null,
      help,
      element: nodes[0]?.html ?? "",
      count: nodes.length,
    }));
  });
  return violations.map((violation) => ({
    ...violation,
    element: violation.element.slice(0, longestElement),
    path,
    theme,
  }));
}

/** One entry a rule, where it was seen first, with all its elements counted. */
export function mergeViolations(violations: readonly Violation[]): Violation[] {
  const byRule = new Map<string, Violation>();
  for (const violation of violations) {
    const known = byRule.get(violation.rule);
    byRule.set(violation.rule, known ? { ...known, count: known.count + violation.count } : violation);
  }
  return [...byRule.values()];
}
