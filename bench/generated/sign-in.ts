import type { Browser, BrowserContextOptions } from "playwright-core";
import { showPage } from "./find-pages.ts";

const patience = 120_000;

/** What a browser keeps of being the example person who may do the most; nothing for an app without accounts. */
export async function signInAsExample(
  browser: Browser,
  origin: string,
): Promise<Pick<BrowserContextOptions, "storageState">> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await showPage(page, `${origin}/sign-in`);
  const person = page.getByRole("button", { name: /^continue as /i }).first();
  if (await person.isVisible()) {
    await person.click({ timeout: patience });
    // On a busy machine the first page of the app comes late; it is not what is measured here.
    await page.waitForURL((url) => url.pathname !== "/sign-in", { timeout: patience, waitUntil: "commit" });
  }
  const storageState = await context.storageState();
  await context.close();
  return { storageState };
}
