// Who only looks: at the public pages without scripts, and at what a run has left in the console.
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { chromiumPath, launchChromium } from "../platform/browser.ts";
import { Client } from "../platform/client.ts";

const publicPaths = ["/", "/features", "/pricing", "/docs", "/status", "/design"];

describe.skipIf(chromiumPath === null)("somebody who looks around", () => {
  const platform = inject("sharedPlatform");
  let browser: Browser;
  let page: Page;
  let projectId = "";

  beforeAll(async () => {
    browser = await launchChromium();
    const client = await Client.register(platform.url);
    projectId = (await client.createProject("Seed library")).id;
    const { id } = await client.generate(projectId, "A seed library: varieties, and packets that belong to a variety");
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await page.goto(`${platform.url}/login`);
    await page.getByLabel(/e-?mail/i).fill(client.email);
    await page.getByLabel(/password/i).fill(client.password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/projects/);
    await client.waitFor(id, ["complete"]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("reads the public pages without a script, as a search engine does", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const bare = await context.newPage();
    for (const path of publicPaths) {
      await bare.goto(platform.url + path);
      await bare.getByRole("heading", { level: 1 }).waitFor();
      expect(await bare.locator('link[rel="canonical"]').getAttribute("href")).toBe(platform.url + path);
    }
    await context.close();
    const sitemap = await (await fetch(`${platform.url}/sitemap.xml`)).text();
    for (const path of publicPaths) expect(sitemap).toContain(`<loc>${platform.url}${path}</loc>`);
    expect(await (await fetch(`${platform.url}/robots.txt`)).text()).toContain(`${platform.url}/sitemap.xml`);
    expect((await fetch(`${platform.url}/og.png`)).headers.get("content-type")).toBe("image/png");
  });

  it("sees the end of the console on a phone, where most lines take two rows", async () => {
    await page.setViewportSize({ width: 375, height: 812 });
    await page.goto(`${platform.url}/projects/${projectId}?tab=console`);
    await page.getByText("The app answers (preview).").waitFor();
    expect(await page.getByRole("button", { name: "Jump to latest" }).count()).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it("searches the console, and shares what was found as a link", async () => {
    await page.goto(`${platform.url}/projects/${projectId}?tab=console`);
    await page.getByRole("log").waitFor();
    await page.getByRole("searchbox", { name: "Search the console" }).fill("passed in");
    await page.getByRole("log").locator("mark").first().waitFor();
    await page.getByRole("searchbox").press("Enter");
    await page.locator('[role=log] [aria-current="true"]').waitFor();
    const link = page.url();
    expect(link).toMatch(/find=passed\+in&at=\d+\.\d+/);
    const found = await page.locator('[role=log] [aria-current="true"]').textContent();
    await page.goto(link);
    await page.locator('[role=log] [aria-current="true"]').waitFor();
    expect(await page.locator('[role=log] [aria-current="true"]').textContent()).toBe(found);
    await page.getByRole("button", { name: "Only lines that match" }).click();
    await page.waitForURL(/only=1/);
    const { lines, marked } = (await page.evaluate(
      `({ lines: document.querySelectorAll("[role=log] time").length, marked: document.querySelectorAll("[role=log] mark").length })`,
    )) as { lines: number; marked: number };
    expect(marked).toBeGreaterThanOrEqual(lines);
  });

  it("takes the whole log home, one object a line", async () => {
    await page.getByRole("button", { name: "Copy or export lines" }).click();
    const waiting = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Save as NDJSON" }).click();
    const file = await (await waiting).path();
    const lines = (await readFile(file, "utf8")).trim().split("\n");
    const sources = new Set(lines.map((line) => (JSON.parse(line) as { source: string }).source));
    for (const source of ["architect", "build", "test"]) expect(sources).toContain(source);
  });
});
