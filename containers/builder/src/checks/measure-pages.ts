// Lighthouse for a phone, in a browser of its own.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { chromiumFlags } from "./find-chromium.ts";
import type { Measure } from "./report.ts";

const startMs = 60_000;
const categories = { performance: "", accessibility: "", "best-practices": "", seo: "" };

/** `cookie`: sent with every request, for pages behind a sign-in. Throws when Chromium or Lighthouse gives up. */
export async function measurePages(
  chromium: string,
  origin: string,
  paths: readonly string[],
  cookie: string,
): Promise<Measure[]> {
  const browser = spawnChromium(chromium);
  try {
    const port = await debuggingPort(browser);
    const measures: Measure[] = [];
    for (const path of paths) measures.push(await measurePage(port, origin, path, cookie));
    return measures;
  } finally {
    browser.kill("SIGKILL");
  }
}

async function measurePage(port: number, origin: string, path: string, cookie: string): Promise<Measure> {
  const result = await lighthouse(origin + path, {
    port,
    logLevel: "silent",
    onlyCategories: Object.keys(categories),
    ...(cookie === "" ? {} : { extraHeaders: { Cookie: cookie } }),
  });
  if (!result) throw new Error("Lighthouse gave no result.");
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const score = (category: string): number => Math.round((lhr.categories[category]?.score ?? 0) * 100);
  const weighed = new Set(
    Object.values(lhr.categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
    ),
  );
  const failed = Object.values(lhr.audits).filter(({ id, score: points }) => weighed.has(id) && (points ?? 1) < 0.9);
  return {
    path,
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
    benchmarkIndex: lhr.environment.benchmarkIndex,
    failed: failed.slice(0, 50).map(({ id, title, displayValue }) => ({
      id,
      title: displayValue ? `${title} (${displayValue})` : title,
    })),
  };
}

function spawnChromium(chromium: string): ChildProcess {
  const profile = mkdtempSync(join(tmpdir(), "measure-"));
  const flags = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, ...chromiumFlags];
  return spawn(chromium, [...flags, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
}

function debuggingPort(browser: ChildProcess): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const timer = setTimeout(() => reject(new Error("Chromium did not start in time.")), startMs);
  let text = "";
  browser.stderr?.on("data", (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-8_192);
    const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(text)?.[1];
    if (port !== undefined) resolve(Number(port));
  });
  browser.once("error", reject);
  browser.once("exit", () => reject(new Error("Chromium ended before it answered.")));
  return promise.finally(() => clearTimeout(timer));
}
