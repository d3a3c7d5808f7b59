// The pages of a running app, found as a visitor would: by its links, one of each kind.
import type { Page } from "playwright-core";

/** "/products/88umwovqv007/edit" and "/products/1cc2…/edit" are the same page with another record. */
const kindOf = (path: string): string =>
  path
    .split("/")
    .map((part) => (/^[a-z0-9]{12}$/.test(part) ? ":id" : part))
    .join("/");

export async function findPages(page: Page, origin: string, most = 40): Promise<string[]> {
  const found = new Map([["/", "/"]]);
  const waiting = ["/"];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    await showPage(page, `${origin}${path}`);
    const links = await page
      .locator("a[href]")
      .evaluateAll((elements) => elements.map((element) => (element as unknown as { href: string }).href));
    for (const link of links) {
      const url = new URL(link);
      const kind = kindOf(url.pathname);
      if (url.origin !== origin || url.pathname.startsWith("/api/") || found.has(kind) || found.size >= most) continue;
      found.set(kind, url.pathname);
      waiting.push(url.pathname);
    }
  }
  return [...found.values()];
}

/** Opens a page and waits until it has its heading and asks for nothing more. */
export async function showPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("h1").first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
}
