// `npm run test:browser`: opens the pages of the built app in Chromium and reads what it drew. Needs a build before, and a Chromium or Chrome on the machine (or its path in CHROME); without one it is skipped. No dependency: the browser
// prints the page itself.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { target } from "./browser-target.ts";

const run = promisify(execFile);
const places = [
  process.env["CHROME"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const browser = places.find((place) => place && existsSync(place));
const skip = !browser
  ? "No Chromium or Chrome was found. Install one, or set CHROME to its path."
  : !existsSync(target.built) && `There is no build. Run \`${target.build}\` first.`;

const folder = mkdtempSync(join(tmpdir(), "browser-test-"));
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

/** The page after its scripts ran, and what the browser complained of. */
async function draw(url: string): Promise<{ html: string; complaints: string[] }> {
  const profile = `--user-data-dir=${join(folder, "profile")}`;
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  const told = ["--enable-logging=stderr", "--virtual-time-budget=8000", "--dump-dom", url];
  const options = { maxBuffer: 64 * 1024 * 1024, timeout: 60_000 };
  const { stdout, stderr } = await run(browser ?? "", [...flags, profile, ...told], options);
  const complaints = stderr.split("\n").filter((line) => /CONSOLE.*(Uncaught|Error|Refused|Failed to load)/.test(line));
  return { html: stdout, complaints };
}

test("every page of the menu is drawn, without an error in the console", { skip }, async () => {
  const server = spawn(process.execPath, target.serve, {
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", [target.databaseVariable]: join(folder, "app.db") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const lines = createInterface({ input: server.stdout });
    const origin = String((await lines[Symbol.asyncIterator]().next()).value);
    assert.match(origin, /^http:/);
    const start = await draw(`${origin}/`);
    const links = [...start.html.matchAll(/<a [^>]*href="(\/[^"#?]*)"/g)].map(([, path]) => path ?? "/");
    const paths = [...new Set(links)].filter((path) => path !== "/").slice(0, 6);
    const pages = [start];
    for (const path of paths) pages.push(await draw(`${origin}${path}`));
    for (const [at, page] of pages.entries()) {
      const path = ["/", ...paths][at];
      assert.match(page.html, /<h1[\s>]/, `${path} has no heading`);
      assert.deepEqual(page.complaints, [], path);
    }
  } finally {
    server.kill();
  }
});
