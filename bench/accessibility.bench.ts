// axe on every page of generated apps, in both colour schemes, on a wide and a narrow screen. Also counts what the
// browser's console complains of. Options: --only ID,ID of bench/generated/prompts.ts, --widths 1280,375.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../tests/platform/browser.ts";
import { showPage } from "./generated/find-pages.ts";
import { chosenApps, chosenStack, openApp, type OpenedApp } from "./generated/open-app.ts";
import type { Benchmark } from "./run.ts";

interface Finding {
  page: string;
  scheme: string;
  width: number;
  rule: string;
  /** The first element that breaks it. */
  element: string;
}

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}

const schemes = ["light", "dark"] as const;
const usualWidths = [1280, 375];
const axeSource = readFileSync(resolve("node_modules/axe-core/axe.min.js"), "utf8");

export const benchmark: Benchmark = {
  async run(options) {
    const ids = chosenApps(options);
    const widths = options.includes("--widths")
      ? (options[options.indexOf("--widths") + 1]?.split(",").map(Number) ?? [])
      : usualWidths;
    const stack = await chosenStack(options);
    const browser = await launchChromium();
    const findings: Finding[] = [];
    const consoleErrors: string[] = [];
    const overflows: string[] = [];
    let pages = 0;
    try {
      for (const id of ids) {
        const app = await openApp(id, stack, browser);
        pages += app.paths.length;
        for (const scheme of schemes)
          for (const width of widths)
            await checkPages(browser, { app, scheme, width }, findings, consoleErrors, overflows);
        await app.close();
        console.error(`${id}: ${app.paths.length} pages, ${findings.length} findings so far`);
      }
    } finally {
      await browser.close();
    }
    return {
      apps: ids.length,
      pages,
      checks: pages * schemes.length * widths.length,
      violations: findings.length,
      findings: findings.slice(0, 40),
      consoleErrors: [...new Set(consoleErrors)].slice(0, 20),
      overflows: overflows.slice(0, 20),
    };
  },
};

interface Visit {
  app: OpenedApp;
  scheme: (typeof schemes)[number];
  width: number;
}

async function checkPages(
  browser: Browser,
  { app: { id, origin, paths, entry }, scheme, width }: Visit,
  findings: Finding[],
  consoleErrors: string[],
  overflows: string[],
): Promise<void> {
  // The app's own policy would keep axe out.
  const context = await browser.newContext({
    ...entry,
    bypassCSP: true,
    colorScheme: scheme,
    reducedMotion: "reduce",
    viewport: { width, height: 900 },
  });
  await context.addInitScript(`localStorage.setItem("scheme", "${scheme}")`);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") consoleErrors.push(`${id}: ${message.text().slice(0, 200)}`);
  });
  page.on("pageerror", (error) => consoleErrors.push(`${id}: ${error.message.slice(0, 200)}`));
  for (const path of paths) {
    await showPage(page, `${origin}${path}`);
    await page.evaluate(axeSource);
    const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
    for (const { id: rule, nodes } of violations)
      findings.push({ page: `${id}${path}`, scheme, width, rule, element: nodes[0]?.html.slice(0, 200) ?? "" });
    const beyond = Number(
      await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
    );
    if (beyond > 0) overflows.push(`${id}${path} at ${width}: ${beyond} px`);
  }
  await context.close();
}
