// Pictures of the pages of generated apps, to be looked at: each page at three widths in both colour schemes, the panels
// and dialogs that its buttons open, and contact sheets of it all, in .screenshots/ID. Options: --only ID,ID of
// bench/generated/prompts.ts, --stack edge|next, --widths 375,768,1440, --schemes light,dark, --pages N and --opened N: at
// most so many pages of an app, and of what their buttons open.
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../tests/platform/browser.ts";
import { drawContactSheets } from "./contact-sheets.ts";
import { showPage } from "./generated/find-pages.ts";
import { chosenApps, chosenStack, openApp, type OpenedApp } from "./generated/open-app.ts";
import type { Benchmark } from "./run.ts";

const folder = resolve(".screenshots");
/** A page is pictured down to here. */
const mostHeight = 3_200;
/** Of pages that are alike the first two tell. */
const alike = [
  /\/import$/,
  /\/edit$/,
  /\/new$/,
  /^\/[^/]+\/[a-z0-9]{12}$/,
  /^\/manage\/[^/]+\/[a-z0-9]{12}$/,
  /^\/manage\/[^/]+s$/,
];
/** So do the first buttons that open something. */
const mostOpened = 14;

interface Most {
  readonly pages: number;
  readonly opened: number;
}

const listed = (options: readonly string[], name: string, otherwise: readonly string[]): readonly string[] =>
  options.includes(name) ? (options[options.indexOf(name) + 1]?.split(",") ?? []) : otherwise;

export const benchmark: Benchmark = {
  async run(options) {
    const ids = chosenApps(options);
    const widths = listed(options, "--widths", ["375", "768", "1440"]).map(Number);
    const schemes = listed(options, "--schemes", ["light", "dark"]);
    const most: Most = {
      pages: Number(listed(options, "--pages", ["100"])[0]),
      opened: Number(listed(options, "--opened", [String(mostOpened)])[0]),
    };
    const stack = await chosenStack(options);
    const browser = await launchChromium();
    let pictures = 0;
    try {
      for (const id of ids) {
        const app = await openApp(id, stack, browser);
        rmSync(join(folder, app.id), { recursive: true, force: true });
        for (const width of widths)
          for (const scheme of schemes)
            pictures += await picture(browser, app, width, scheme === "dark" ? "dark" : "light", most);
        await app.close();
        console.error(`${id}: ${pictures} pictures so far`);
      }
    } finally {
      await browser.close();
    }
    return { apps: ids.length, pictures, folder };
  },
};

function worthShowing(paths: readonly string[]): string[] {
  const shown = alike.map(() => 0);
  return paths.filter((path) => {
    const kind = alike.findIndex((pattern) => pattern.test(path));
    if (kind < 0) return true;
    shown[kind] = (shown[kind] ?? 0) + 1;
    return (shown[kind] ?? 0) <= 2;
  });
}

async function picture(
  browser: Browser,
  app: OpenedApp,
  width: number,
  scheme: "light" | "dark",
  most: Most,
): Promise<number> {
  const context = await browser.newContext({
    ...app.entry,
    colorScheme: scheme,
    reducedMotion: "reduce",
    viewport: { width, height: width < 600 ? 800 : 900 },
  });
  await context.addInitScript(`localStorage.setItem("scheme", "${scheme}")`);
  const page = await context.newPage();
  const target = join(folder, app.id, `${width}-${scheme}`);
  mkdirSync(target, { recursive: true });
  const taken: string[] = [];
  let opened = 0;
  for (const path of worthShowing(app.paths).slice(0, most.pages)) {
    const name = path === "/" ? "front" : path.slice(1).replaceAll("/", "_");
    await showPage(page, `${app.origin}${path}`);
    taken.push(await take(page, target, name, width));
    // What a search for nothing shows stands for every empty list.
    if (taken.length === 2) {
      await showPage(page, `${app.origin}${path}?q=nothing-like-it`);
      taken.push(await take(page, target, `${name}-none`, width));
      await showPage(page, `${app.origin}${path}`);
    }
    if (opened >= most.opened) continue;
    for await (const opening of openings(page)) {
      opened += 1;
      taken.push(await take(page, target, `${name}-${opening}`, width, false));
      await page.keyboard.press("Escape");
    }
  }
  await context.close();
  await drawContactSheets(browser, taken, target, width);
  return taken.length;
}

async function take(page: Page, target: string, name: string, width: number, isWhole = true): Promise<string> {
  const height = isWhole ? Number(await page.evaluate("document.documentElement.scrollHeight")) : 900;
  const path = join(target, `${name}.png`);
  const clip = { x: 0, y: 0, width, height: Math.min(height, mostHeight) };
  await page.screenshot(isWhole ? { path, fullPage: true, clip } : { path });
  return path;
}

/** Presses the buttons that open something, one after the other; each turn leaves its panel open. */
async function* openings(page: Page): AsyncGenerator<string> {
  const buttons = page.locator("button[aria-expanded=false]:visible, button[aria-haspopup]:visible");
  const many = Math.min(await buttons.count(), 6);
  for (let at = 0; at < many; at += 1) {
    const button = buttons.nth(at);
    if (!(await button.isVisible())) continue;
    await button.click();
    yield `opened-${at + 1}`;
  }
  const deletion = page
    .getByRole("main")
    .getByRole("button", { name: /^delete/i })
    .first();
  if (await deletion.isVisible()) {
    await deletion.click();
    yield "delete";
  }
}
