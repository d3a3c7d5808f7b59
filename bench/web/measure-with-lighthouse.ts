// Lighthouse for a phone, in a browser that is signed in: the session lives in its profile, since a refresh token works
// once and a copied cookie would be taken for a theft. So the profile is kept. Its cache is emptied before each public page,
// which may be the first that somebody sees, and before signing in: the pages behind that are reached through it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { chromiumPath } from "../../tests/platform/browser.ts";
import { freePort } from "../../tests/platform/free-port.ts";
import { type OpenWeb, signIn } from "./open-web.ts";
import type { WebPage } from "./pages.ts";

interface Scores {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** Audits that count and are not green. */
  failed: string[];
}

export async function measureWithLighthouse(web: OpenWeb, pages: readonly WebPage[]): Promise<Record<string, Scores>> {
  const port = await freePort();
  const profile = await mkdtemp(join(tmpdir(), "nexusgen-lighthouse-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath ?? "",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", `--remote-debugging-port=${port}`],
  });
  try {
    const scores: Record<string, Scores> = {};
    const devtools = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
    for (const page of pages.filter(({ as, isMissing }) => as === "visitor" && !isMissing)) {
      await devtools.send("Network.clearBrowserCache");
      scores[page.name] = await measure(port, web.address(page));
    }
    const own = pages.filter(({ as }) => as === "member");
    await devtools.send("Network.clearBrowserCache");
    if (own.length > 0) await signIn(await context.newPage(), web);
    for (const page of own) scores[page.name] = await measure(port, web.address(page));
    return scores;
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function measure(port: number, url: string): Promise<Scores> {
  const result = await lighthouse(url, { port, logLevel: "silent", disableStorageReset: true });
  if (!result) throw new Error(`Lighthouse gave no result for ${url}.`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
  const score = (category: string): number => Math.round((categories[category]?.score ?? 0) * 100);
  const weighed = new Set(
    Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
    ),
  );
  const failed = Object.values(audits).filter(({ id, score: points }) => weighed.has(id) && (points ?? 1) < 0.9);
  const scores = {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
    failed: failed.map(({ id, displayValue }) => (displayValue ? `${id} (${displayValue})` : id)),
  };
  console.error(
    `${new URL(url).pathname}: ${scores.performance} ${scores.accessibility} ${scores.bestPractices} ${scores.seo}`,
  );
  return scores;
}
