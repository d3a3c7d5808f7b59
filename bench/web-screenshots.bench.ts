// Pictures of every page of the web app at three widths in both themes, to be looked at, in .screenshots/web.
// Options: --only NAME,NAME of bench/web/pages.ts, --widths 375,768,1440, --schemes light,dark, --url of a platform that
// runs already. `npm run screenshots` is short for it.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../tests/platform/browser.ts";
import { drawContactSheets } from "./contact-sheets.ts";
import type { Benchmark } from "./run.ts";
import { type OpenWeb, type Scheme, lookingAs, openWeb, show, signedIn } from "./web/open-web.ts";
import { type WebPage, chosenPages } from "./web/pages.ts";

const folder = resolve(".screenshots/web");
/** A page is pictured down to here. */
const mostHeight = 3_600;

const listed = (options: readonly string[], name: string, otherwise: readonly string[]): readonly string[] =>
  options.includes(name) ? (options[options.indexOf(name) + 1] ?? "").split(",") : otherwise;

export const benchmark: Benchmark = {
  async run(options) {
    const pages = chosenPages(options);
    const widths = listed(options, "--widths", ["375", "768", "1440"]).map(Number);
    const schemes = listed(options, "--schemes", ["light", "dark"]).map((name): Scheme =>
      name === "dark" ? name : "light",
    );
    const web = await openWeb(options);
    const browser = await launchChromium();
    let pictures = 0;
    try {
      for (const scheme of schemes) pictures += await picture(browser, web, { pages, widths, scheme });
    } finally {
      await browser.close();
      await web.close();
    }
    return { pages: pages.length, pictures, folder };
  },
};

interface Round {
  pages: readonly WebPage[];
  widths: readonly number[];
  scheme: Scheme;
}

async function picture(browser: Browser, web: OpenWeb, { pages, widths, scheme }: Round): Promise<number> {
  const taken = new Map<number, string[]>(widths.map((width) => [width, []]));
  for (const as of ["visitor", "member"] as const) {
    const theirs = pages.filter((page) => page.as === as);
    if (theirs.length === 0) continue;
    const context = await (as === "member" ? signedIn(browser, web, scheme) : lookingAs(browser, scheme));
    const page = await context.newPage();
    for (const shown of theirs) {
      for (const width of widths) {
        await page.setViewportSize({ width, height: width < 600 ? 812 : 900 });
        await show(page, web.address(shown));
        const target = join(folder, `${width}-${scheme}`);
        mkdirSync(target, { recursive: true });
        taken.get(width)?.push(await take(page, join(target, `${shown.name}.png`), width));
      }
      console.error(`${shown.name}, ${scheme}`);
    }
    await context.close();
  }
  for (const [width, paths] of taken)
    await drawContactSheets(browser, paths, join(folder, `${width}-${scheme}`), width);
  return [...taken.values()].flat().length;
}

async function take(page: Page, path: string, width: number): Promise<string> {
  const height = Number(await page.evaluate("document.documentElement.scrollHeight"));
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, mostHeight) } });
  return path;
}
