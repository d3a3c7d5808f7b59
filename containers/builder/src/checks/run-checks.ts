// All browser checks of one app: served, walked through, measured.
import { chromium } from "playwright-core";
import { chromiumFlags } from "./find-chromium.ts";
import { measurePages } from "./measure-pages.ts";
import type { CheckPlan, CheckReport } from "./report.ts";
import { serveApp } from "./serve-app.ts";
import { visitPages } from "./visit-pages.ts";

/** `folder`: the app with its built files. `say` hears what happens, a line at a time. */
export async function runChecks(
  plan: CheckPlan,
  options: { folder: string; chromium: string; say(line: string): void },
): Promise<CheckReport> {
  const { say } = options;
  const app = await serveApp(plan.serve, options.folder);
  try {
    const browser = await chromium.launch({ executablePath: options.chromium, args: [...chromiumFlags] });
    const visit = await visitPages(browser, { ...plan, origin: app.origin }).finally(() => browser.close());
    const { cookie, ...seen } = visit;
    say(`Visited ${seen.pages.length} pages in light and dark.`);
    const startedAt = performance.now();
    let measures: CheckReport["measures"] = [];
    let measureError: string | null = null;
    try {
      if (plan.measure) measures = await measurePages(options.chromium, app.origin, pagesToMeasure(seen.pages), cookie);
      if (plan.measure) say(`Measured ${measures.length} pages with Lighthouse.`);
    } catch (error) {
      measureError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    }
    return { ...seen, measures, measureMs: performance.now() - startedAt, measureError };
  } finally {
    app.stop();
  }
}

/** The first page, and a list of records where there is one. */
function pagesToMeasure(pages: readonly string[]): string[] {
  const form = pages.find((path) => path.endsWith("/new"));
  const list = form === undefined ? undefined : form.slice(0, -"/new".length);
  return [...new Set([pages[0] ?? "/", ...(list ? [list] : [])])];
}
