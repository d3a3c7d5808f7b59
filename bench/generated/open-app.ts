// One of the apps of prompts.ts, built, served and entered, with the pages that its links lead to. Benchmarks of what people
// see take `--only ID,ID` and `--stack edge|next` (edge).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { serveApp as serveByItself } from "#builder/checks/serve-app.ts";
import { edgeStack } from "#engine/stacks/edge/edge-stack.ts";
import { type Stack, stackIds } from "#engine/stacks/stack.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { buildApp, installedModules, planFiles } from "./build-app.ts";
import { findPages } from "./find-pages.ts";
import { appPrompts } from "./prompts.ts";
import { serveApp, type ServedApp } from "./serve-app.ts";
import { signInAsExample } from "./sign-in.ts";

export interface OpenedApp {
  readonly id: string;
  readonly origin: string;
  readonly paths: readonly string[];
  /** For a browser that is to be let in. */
  readonly entry: Pick<BrowserContextOptions, "storageState">;
  close(): Promise<void>;
}

export interface InstalledStack {
  readonly stack: Stack;
  /** Its apps' dependencies on the disk. */
  readonly modules: string;
}

/** The apps that `--only ID,ID` names, or all. */
export function chosenApps(options: readonly string[]): string[] {
  if (!options.includes("--only")) return Object.keys(appPrompts);
  return options[options.indexOf("--only") + 1]?.split(",") ?? [];
}

/** What the apps that the options name are made of. */
export async function chosenStack(options: readonly string[]): Promise<InstalledStack> {
  const named = options.includes("--stack") ? options[options.indexOf("--stack") + 1] : edgeStack.id;
  const id = stackIds.find((known) => known === named);
  if (id === undefined) throw new Error(`There is no stack "${named}". Choose of: ${stackIds.join(", ")}.`);
  const stack = stackFor(id);
  return { stack, modules: await installedModules(stack) };
}

export async function openApp(id: string, { stack, modules }: InstalledStack, browser: Browser): Promise<OpenedApp> {
  const prompt = appPrompts[id];
  if (prompt === undefined)
    throw new Error(`There is no app "${id}". Choose of: ${Object.keys(appPrompts).join(", ")}.`);
  const folder = mkdtempSync(join(tmpdir(), `nexusgen-${id}-`));
  await buildApp(planFiles(prompt, stack), folder, modules, stack);
  const served = stack.id === "edge" ? await serveApp(folder) : await serveOwn(stack, folder);
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

/** By the server that the app brings along. */
async function serveOwn(stack: Stack, folder: string): Promise<ServedApp> {
  const { origin, stop } = await serveByItself(stack.checks.serve, folder);
  return { origin, close: () => Promise.resolve(stop()) };
}
