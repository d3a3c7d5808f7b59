// The web app as people meet it: what the first visit of each page downloads (what the editor and the diagram bring counts
// only where they are), axe on each page in both themes on a wide and a narrow screen and on what opens on it (wide in light,
// narrow in dark), and Lighthouse for a phone. Options: --only NAME,NAME of bench/web/pages.ts, --no-axe, --no-lighthouse, --url of a platform that runs
// already.
import { loadavg } from "node:os";
import { launchChromium } from "../tests/platform/browser.ts";
import type { Benchmark } from "./run.ts";
import { checkAccessibility } from "./web/check-accessibility.ts";
import { measureWithLighthouse } from "./web/measure-with-lighthouse.ts";
import { openWeb } from "./web/open-web.ts";
import { chosenPages, chosenViews } from "./web/pages.ts";
import { weighPages } from "./web/weigh-pages.ts";

const targets = { firstLoadBytes: 200 * 1024, violations: 0, performance: 90, accessibility: 100, bestPractices: 95 };

export const benchmark: Benchmark = {
  async run(options) {
    const pages = chosenPages(options);
    const web = await openWeb(options);
    const browser = await launchChromium();
    try {
      const firstLoads = await weighPages(browser, web, pages);
      console.error(`first loads: ${Object.entries(firstLoads).flat().join(" ")}`);
      const views = options.includes("--no-axe") ? [] : chosenViews(options);
      const { looked, unreached, violations, overflows, consoleErrors } = await checkAccessibility(browser, web, views);
      console.error(`axe: ${violations.length} violations on ${Object.keys(looked).length} pages, dialogs and panels`);
      const lighthouse = options.includes("--no-lighthouse") ? {} : await measureWithLighthouse(web, pages);
      const scores = Object.values(lighthouse);
      const limited = pages.filter(({ brings }) => brings === undefined).map(({ name }) => firstLoads[name] ?? 0);
      return {
        targets,
        load: Math.round(loadavg()[0] ?? 0),
        firstLoads,
        heaviest: Math.max(...limited),
        axe: { violations: looked, unreached },
        violations: violations.length,
        findings: violations.slice(0, 40),
        overflows,
        consoleErrors,
        lighthouse,
        passed:
          limited.every((bytes) => bytes <= targets.firstLoadBytes) &&
          violations.length === 0 &&
          unreached.length === 0 &&
          scores.every(
            (score) =>
              score.performance >= targets.performance &&
              score.accessibility >= targets.accessibility &&
              score.bestPractices >= targets.bestPractices,
          ),
      };
    } finally {
      await browser.close();
      await web.close();
    }
  },
};
