// One of the apps of prompts.ts, built, served and entered, with the pages that its links lead to.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { buildApp, planFiles } from "./build-app.ts";
import { findPages } from "./find-pages.ts";
import { appPrompts } from "./prompts.ts";
import { serveApp } from "./serve-app.ts";
import { signInAsExample } from "./sign-in.ts";

export interface OpenedApp {
  readonly id: string;
  readonly origin: string;
  readonly paths: readonly string[];
  /** For a browser that is to be let in. */
  readonly entry: Pick<BrowserContextOptions, "storageState">;
  close(): Promise<void>;
}

/** The apps that `--only ID,ID` names, or all. */
export function chosenApps(options: readonly string[]): string[] {
  if (!options.includes("--only")) return Object.keys(appPrompts);
  return options[options.indexOf("--only") + 1]?.split(",") ?? [];
}

export async function openApp(id: string, modules: string, browser: Browser): Promise<OpenedApp> {
  const prompt = appPrompts[id];
  if (prompt === undefined)
    throw new Error(`There is no app "${id}". Choose of: ${Object.keys(appPrompts).join(", ")}.`);
  const folder = mkdtempSync(join(tmpdir(), `nexusgen-${id}-`));
  await buildApp(planFiles(prompt), folder, modules);
  const served = await serveApp(folder);
  const entry = await signInAsExample(browser, served.origin);
  const context = await browser.newContext(entry);
  const paths = await findPages(await context.newPage(), served.origin);
  await context.close();
  return {
    id,
    origin: served.origin,
    paths,
    entry,
    async close() {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
