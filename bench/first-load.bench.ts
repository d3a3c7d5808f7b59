// What a browser with an empty cache downloads to show each page of generated apps: HTML, scripts and styles in gzip
// bytes; fonts, which do not hold up the page, beside them. Options: --only ID,ID of bench/generated/prompts.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { launchChromium } from "../tests/platform/browser.ts";
import { buildApp, installedModules, planFiles } from "./generated/build-app.ts";
import { findPages, showPage } from "./generated/find-pages.ts";
import { appPrompts } from "./generated/prompts.ts";
import { serveApp } from "./generated/serve-app.ts";
import type { Benchmark } from "./run.ts";

/** gzip bytes on every page of every app. */
const target = 120 * 1024;
const counted = new Set(["document", "script", "stylesheet"]);

export const benchmark: Benchmark = {
  async run(options) {
    const only = options[options.indexOf("--only") + 1]?.split(",");
    const ids = options.includes("--only") ? (only ?? []) : Object.keys(appPrompts);
    const modules = await installedModules();
    const browser = await launchChromium();
    const apps: Record<string, Record<string, number>> = {};
    let fonts = 0;
    try {
      for (const id of ids) {
        const folder = mkdtempSync(join(tmpdir(), `nexusgen-${id}-`));
        await buildApp(planFiles(appPrompts[id] ?? ""), folder, modules);
        const served = await serveApp(folder);
        const finder = await browser.newPage();
        const paths = await findPages(finder, served.origin);
        await finder.close();
        apps[id] = {};
        for (const path of paths) {
          const bytes = await weigh(browser, `${served.origin}${path}`);
          apps[id][path] = bytes.page;
          fonts = Math.max(fonts, bytes.fonts);
        }
        await served.close();
        rmSync(folder, { recursive: true, force: true });
        const heaviest = Math.max(...Object.values(apps[id]));
        console.error(`${id}: ${paths.length} pages, the heaviest ${(heaviest / 1024).toFixed(1)} KB`);
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
      fonts,
      apps,
    };
  },
};

async function weigh(browser: Browser, address: string): Promise<{ page: number; fonts: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const bodies: Promise<{ kind: string; size: number }>[] = [];
  page.on("requestfinished", (request) => {
    const kind = request.resourceType();
    if (!counted.has(kind) && kind !== "font") return;
    bodies.push(
      (async () => {
        const body = (await (await request.response())?.body()) ?? Buffer.alloc(0);
        return { kind, size: kind === "font" ? body.length : gzipSync(body).length };
      })(),
    );
  });
  await showPage(page, address);
  const sizes = await Promise.all(bodies);
  await context.close();
  const sum = (isPart: (kind: string) => boolean): number =>
    sizes.filter(({ kind }) => isPart(kind)).reduce((total, { size }) => total + size, 0);
  return { page: sum((kind) => counted.has(kind)), fonts: sum((kind) => kind === "font") };
}
