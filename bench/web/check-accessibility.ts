// axe on pages of the web app in both themes, wide and narrow; beside it what runs out of the screen and what the browser's
// console complains of.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type OpenWeb, type Scheme, lookingAs, show, signedIn } from "./open-web.ts";
import { type WebPage, webViews } from "./pages.ts";

interface Violation {
  page: string;
  scheme: Scheme;
  width: number;
  rule: string;
  /** The first element that breaks it. */
  element: string;
}

export interface AccessibilityReport {
  /** Pages and what opens on them, each in two themes and at two widths. */
  looked: Record<string, number>;
  /** What could not be opened, and so was not looked at. */
  unreached: string[];
  violations: Violation[];
  overflows: string[];
  consoleErrors: string[];
}

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}

const axeSource = readFileSync(resolve("node_modules/axe-core/axe.min.js"), "utf8");
const widths = [1280, 375];
/** What opens on a page is looked at wide in one theme and narrow in the other: both of both is twice the time, for little. */
const widthOfOpened = { light: 1280, dark: 375 } as const;

const isOpened = (page: WebPage): boolean => webViews.includes(page);

export async function checkAccessibility(
  browser: Browser,
  web: OpenWeb,
  pages: readonly WebPage[],
): Promise<AccessibilityReport> {
  const report: AccessibilityReport = { looked: {}, unreached: [], violations: [], overflows: [], consoleErrors: [] };
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
        for (const width of isOpened(shown) ? [widthOfOpened[scheme]] : widths) {
          await page.setViewportSize({ width, height: 900 });
          await show(page, web.address(shown));
          const where = { page: shown.name, scheme, width };
          if (await reach(page, shown)) await check(page, where, report);
          else {
            report.unreached.push(`${shown.name}, ${scheme}, ${width}`);
            console.error(`not reached: ${report.unreached.at(-1)}`);
          }
        }
      await context.close();
    }
  return { ...report, consoleErrors: [...new Set(report.consoleErrors)].slice(0, 20) };
}

/** False when what it waits for does not come. */
async function reach(page: Page, { reach }: WebPage): Promise<boolean> {
  if (reach === undefined) return true;
  page.setDefaultTimeout(10_000);
  try {
    await reach(page);
    // What was opened may have to load first, and to rise.
    await page.waitForLoadState("networkidle", { timeout: 2_000 }).catch(() => undefined);
    return true;
  } catch {
    return false;
  } finally {
    page.setDefaultTimeout(30_000);
  }
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
  for (const { id, nodes } of violations)
    console.error(`${where.page}, ${where.scheme}, ${where.width}: ${id}: ${nodes[0]?.html.slice(0, 160)}`);
  report.looked[where.page] = (report.looked[where.page] ?? 0) + violations.length;
  const beyond = Number(
    await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
  );
  if (beyond > 0) report.overflows.push(`${where.page} at ${where.width}: ${beyond} px`);
}
