// Headless Chromium for end-to-end tests. `chromiumPath` is null where no Chromium is installed; tests that need one say
// so and are skipped.
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const candidates = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path)) ?? null;

export async function launchChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error("No Chromium is installed. Set CHROMIUM_PATH to one.");
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
