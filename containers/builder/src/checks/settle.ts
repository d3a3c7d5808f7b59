// Waits until a page stands still: loaded, nothing in flight, something drawn, no animation under way.
import type { Page } from "playwright-core";

// Generous: the checks run behind everything else on the machine, and a busy machine is not the app's fault.
const loadMs = 60_000;
const quietMs = 30_000;
const stillMs = 3_000;

/** What the functions below find in the page; this program's own types know no document. */
interface PageGlobals {
  document: {
    body: { innerText: string };
    fonts: { status: string };
    getAnimations(): { playState: string; effect: { getTiming(): { iterations?: number } } | null }[];
  };
}

function showsText(): boolean {
  return (globalThis as unknown as PageGlobals).document.body.innerText.trim() !== "";
}

function standsStill(): boolean {
  const { document } = globalThis as unknown as PageGlobals;
  const isEndless = (iterations = 1): boolean => iterations === Number.POSITIVE_INFINITY;
  return (
    document.fonts.status === "loaded" &&
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== "running" || isEndless(effect?.getTiming().iterations))
  );
}

/** False when nothing readable appeared. Throws when the page did not load at all. */
export async function openPage(page: Page, url: string): Promise<boolean> {
  await page.goto(url, { waitUntil: "load", timeout: loadMs });
  return await settle(page);
}

export async function settle(page: Page): Promise<boolean> {
  // A page that polls is never quiet; it is looked at as it is then.
  await page.waitForLoadState("networkidle", { timeout: quietMs }).catch(() => {});
  const hasText = await page.waitForFunction(showsText, undefined, { timeout: quietMs }).then(
    () => true,
    () => false,
  );
  await page.waitForFunction(standsStill, undefined, { timeout: stillMs }).catch(() => {});
  return hasText;
}
