// What a browser with an empty cache downloads to show each page of generated apps: HTML, scripts and styles in gzip
// bytes; fonts, which do not hold up the page, beside them. Options: --only ID,ID of bench/generated/prompts.ts,
// --for SECONDS: what is weighed by then is the result, and names what is left.
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { launchChromium } from "../tests/platform/browser.ts";
import { showPage } from "./generated/find-pages.ts";
import { chosenApps, chosenStack, openApp, type OpenedApp } from "./generated/open-app.ts";
import type { Benchmark } from "./run.ts";

/** gzip bytes on every page of every app. */
const target = 120 * 1024;
const counted = new Set(["document", "script", "stylesheet"]);

export const benchmark: Benchmark = {
  async run(options) {
    const stack = await chosenStack(options);
    const browser = await launchChromium();
    const apps: Record<string, Record<string, number>> = {};
    const seconds = Number(options.includes("--for") ? options[options.indexOf("--for") + 1] : Infinity);
    const endsAt = performance.now() + seconds * 1_000;
    /** Apps that the time did not suffice for, wholly or in part. */
    const left: string[] = [];
    let fonts = 0;
    try {
      for (const id of chosenApps(options)) {
        if (performance.now() > endsAt) {
          left.push(id);
          continue;
        }
        const app = await openApp(id, stack, browser);
        const pages: Record<string, number> = {};
        for (const path of app.paths) {
          if (performance.now() > endsAt) break;
          const bytes = await weigh(browser, app, path);
          pages[path] = bytes.page;
          fonts = Math.max(fonts, bytes.fonts);
        }
        await app.close();
        const weighed = Object.values(pages);
        if (weighed.length < app.paths.length) left.push(id);
        if (weighed.length === 0) continue;
        apps[id] = pages;
        const heaviest = Math.max(...weighed);
        console.error(
          `${id}: ${weighed.length} of ${app.paths.length} pages, the heaviest ${(heaviest / 1024).toFixed(1)} KB`,
        );
      }
    } finally {
      await browser.close();
    }
    const all = Object.entries(apps).flatMap(([id, pages]) =>
      Object.entries(pages).map(([path, bytes]) => ({ page: `${id}${path}`, bytes })),
    );
    all.sort((a, b) => b.bytes - a.bytes);
    return {
      target,
      pages: all.length,
      within: all.filter(({ bytes }) => bytes <= target).length,
      heaviest: all.slice(0, 5),
      lightest: all.slice(-3),
      left,
      fonts,
      apps,
    };
  },
};

async function weigh(browser: Browser, app: OpenedApp, path: string): Promise<{ page: number; fonts: number }> {
  const context = await browser.newContext(app.entry);
  const page = await context.newPage();
  const bodies: Promise<{ kind: string; size: number }>[] = [];
  const seen = new Set<string>();
  page.on("requestfinished", (request) => {
    const kind = request.resourceType();
    if ((!counted.has(kind) && kind !== "font") || seen.has(request.url())) return;
    // Once, also where the page leads on to another: the browser keeps it.
    seen.add(request.url());
    bodies.push(
      (async () => {
        const response = await request.response();
        // A page that leads on at once takes its bodies along.
        const body = (await response?.body().catch(() => null)) ?? Buffer.alloc(0);
        return { kind, size: kind === "font" ? body.length : gzipSync(body).length };
      })(),
    );
  });
  await showPage(page, `${app.origin}${path}`);
  const sizes = await Promise.all(bodies);
  await context.close();
  const sum = (isPart: (kind: string) => boolean): number =>
    sizes.filter(({ kind }) => isPart(kind)).reduce((total, { size }) => total + size, 0);
  return { page: sum((kind) => counted.has(kind)), fonts: sum((kind) => kind === "font") };
}
