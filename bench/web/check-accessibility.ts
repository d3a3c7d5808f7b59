// axe on pages of the web app in both themes, wide and narrow; beside it what runs out of the screen and what the browser's
// console complains of.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type OpenWeb, type Scheme, lookingAs, show, signedIn } from "./open-web.ts";
import type { WebPage } from "./pages.ts";

interface Violation {
  page: string;
  scheme: Scheme;
  width: number;
  rule: string;
  /** The first element that breaks it. */
  element: string;
}

export interface AccessibilityReport {
  violations: Violation[];
  overflows: string[];
  consoleErrors: string[];
}

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}

const axeSource = readFileSync(resolve("node_modules/axe-core/axe.min.js"), "utf8");
const widths = [1280, 375];

export async function checkAccessibility(
  browser: Browser,
  web: OpenWeb,
  pages: readonly WebPage[],
): Promise<AccessibilityReport> {
  const report: AccessibilityReport = { violations: [], overflows: [], consoleErrors: [] };
  for (const scheme of ["light", "dark"] as const)
    for (const as of ["visitor", "member"] as const) {
      const theirs = pages.filter((page) => page.as === as);
      if (theirs.length === 0) continue;
      const context = await (as === "member" ? signedIn(browser, web, scheme) : lookingAs(browser, scheme));
      const page = await context.newPage();
      page.on("console", (message) => {
        if (message.type() === "error") report.consoleErrors.push(message.text().slice(0, 200));
      });
      page.on("pageerror", (error) => report.consoleErrors.push(error.message.slice(0, 200)));
      for (const shown of theirs)
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          await show(page, web.address(shown));
          await check(page, { page: shown.name, scheme, width }, report);
        }
      await context.close();
    }
  return { ...report, consoleErrors: [...new Set(report.consoleErrors)].slice(0, 20) };
}

async function check(
  page: Page,
  where: Pick<Violation, "page" | "scheme" | "width">,
  report: AccessibilityReport,
): Promise<void> {
  await page.evaluate(axeSource);
  const { violations } = (await page.evaluate("axe.run({ iframes: false })")) as AxeResults;
  for (const { id, nodes } of violations)
    report.violations.push({ ...where, rule: id, element: nodes[0]?.html.slice(0, 200) ?? "" });
  const beyond = Number(
    await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
  );
  if (beyond > 0) report.overflows.push(`${where.page} at ${where.width}: ${beyond} px`);
}
