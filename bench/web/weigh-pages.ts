// gzip bytes of scripts and styles that a browser with an empty cache downloads to show a page.
import { gzipSync } from "node:zlib";
import type { Browser, Response } from "playwright-core";
import { type OpenWeb, lookingAs, show, signedIn } from "./open-web.ts";
import type { WebPage } from "./pages.ts";

const counted = new Set(["script", "stylesheet"]);

export async function weighPages(
  browser: Browser,
  web: OpenWeb,
  pages: readonly WebPage[],
): Promise<Record<string, number>> {
  const weights: Record<string, number> = {};
  for (const as of ["visitor", "member"] as const) {
    const theirs = pages.filter((page) => page.as === as);
    if (theirs.length === 0) continue;
    const context = await (as === "member" ? signedIn(browser, web, "light") : lookingAs(browser, "light"));
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    for (const shown of theirs) {
      await devtools.send("Network.clearBrowserCache");
      const sizes = new Map<string, Promise<number>>();
      const weigh = (response: Response): void => {
        // Frames hold generated apps, which have a limit of their own.
        if (!counted.has(response.request().resourceType()) || response.frame() !== page.mainFrame()) return;
        sizes.set(
          response.url(),
          response.body().then((body) => gzipSync(body).length),
        );
      };
      page.on("response", weigh);
      await show(page, web.address(shown));
      page.off("response", weigh);
      weights[shown.name] = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
    }
    await context.close();
  }
  return weights;
}
