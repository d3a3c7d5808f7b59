// Lighthouse for a phone on the front page, a list and a record of generated apps, as the checks behind a preview run it.
// The figure of performance means something on a machine that does nothing else: the load average stands beside it.
// Options: --only ID,ID of bench/generated/prompts.ts.
import { loadavg } from "node:os";
import { measurePages } from "#builder/checks/measure-pages.ts";
import { chromiumPath, launchChromium } from "../tests/platform/browser.ts";
import { chosenApps, chosenStack, openApp, type OpenedApp } from "./generated/open-app.ts";
import type { Benchmark } from "./run.ts";

const targets = { performance: 90, accessibility: 95, seo: 95 };
const isRecord = /\/[a-z0-9]{12}$/;

export const benchmark: Benchmark = {
  async run(options) {
    const ids = chosenApps(options);
    const stack = await chosenStack(options);
    const browser = await launchChromium();
    const apps: Record<string, unknown> = {};
    let within = 0;
    try {
      for (const id of ids) {
        const app = await openApp(id, stack, browser);
        const cookies = typeof app.entry.storageState === "object" ? app.entry.storageState.cookies : [];
        const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
        const measures = await measurePages(chromiumPath ?? "", app.origin, tellingPages(app), cookie);
        await app.close();
        const least = (category: "performance" | "accessibility" | "bestPractices" | "seo"): number =>
          Math.min(...measures.map((measure) => measure[category]));
        const worst = {
          performance: least("performance"),
          accessibility: least("accessibility"),
          bestPractices: least("bestPractices"),
          seo: least("seo"),
        };
        if (Object.entries(targets).every(([category, target]) => worst[category as keyof typeof targets] >= target))
          within += 1;
        apps[id] = {
          ...worst,
          load: Math.round(loadavg()[0] ?? 0),
          benchmarkIndex: Math.min(...measures.map((measure) => measure.benchmarkIndex)),
          measures,
        };
        console.error(`${id}: ${Object.entries(worst).flat().join(" ")}`);
      }
    } finally {
      await browser.close();
    }
    return { targets, apps: ids.length, within, figures: apps };
  },
};

/** What a visitor or a user opens first. */
function tellingPages({ paths }: OpenedApp): string[] {
  const record = paths.find((path) => isRecord.test(path));
  const list = record?.replace(/\/[^/]+$/, "");
  return ["/", ...[list, record].filter((path): path is string => path !== undefined)];
}
