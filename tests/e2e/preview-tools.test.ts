// What one can do with the app in the frame: look at it as on a phone, change it by pointing at it, look into its data,
// search it for barriers, and show it frozen to somebody without an account.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { eventually } from "../eventually.ts";
import { chromiumPath, launchChromium } from "../platform/browser.ts";
import { Client } from "../platform/client.ts";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(chromiumPath === null)("the app in the frame", () => {
  const platform = inject("sharedPlatform");
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let app: FrameLocator;
  let client: Client;
  let projectId = "";
  let snapshotUrl = "";

  beforeAll(async () => {
    client = await Client.register(platform.url, "Vera");
    projectId = (await client.createProject("Stockroom")).id;
    const { id } = await client.generate(projectId, "An inventory tracker with products and suppliers");
    expect(await client.waitFor(id, ["complete"])).toMatchObject({ status: "complete" });
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    page = await context.newPage();
    app = page.frameLocator('iframe[title="Preview of your app"]');
    await page.goto(`${platform.url}/login`);
    await page.getByLabel("Email").fill(client.email);
    await page.getByLabel("Password", { exact: true }).fill(client.password);
    await page.getByRole("button", { name: /sign in|log in/i }).click();
    await page.waitForURL(/\/projects/);
    await page.goto(`${platform.url}/projects/${projectId}?tab=preview`);
    await app.getByRole("heading", { level: 1 }).waitFor();
  });
  afterAll(() => browser?.close());

  it("goes where the address bar says, tells where it went by itself, and can be a phone", async () => {
    const bar = page.getByRole("textbox", { name: "Address in the app" });
    await bar.fill("products");
    await bar.press("Enter");
    await app.getByRole("heading", { level: 1, name: "Products" }).waitFor();
    await app.getByRole("link", { name: "New product" }).first().click();
    await eventually(async () => expect(await bar.inputValue()).toBe("/products/new"));
    await page.getByRole("button", { name: "Back in the app" }).click();
    await app.getByRole("heading", { level: 1, name: "Products" }).waitFor();
    await page.getByRole("radio", { name: /Phone/ }).click();
    expect(await app.locator("html").evaluate("[innerWidth, innerHeight]")).toEqual([375, 812]);
    expect(new URL(page.url()).searchParams.get("device")).toBe("phone");
    await page.getByRole("radio", { name: "Fill the stage" }).click();
  });

  it("is changed by pointing at it: a text and a style, each a version, built in the end", async () => {
    await page.getByRole("button", { name: "Point at an element" }).click();
    await app.locator("h1[data-nx-at]").waitFor({ timeout: 120_000 });
    await eventually(async () => {
      await app.getByRole("link", { name: "New product" }).first().click();
      await page.getByRole("button", { name: "Ask about this" }).waitFor({ timeout: 2_000 });
    });
    expect(new URL(page.url()).searchParams.get("at")).toBe("/products");
    await page.getByRole("button", { name: "Ask about this" }).click();
    await page.getByText("About “New product”").waitFor();
    await page.getByRole("button", { name: "Do not refer to this element" }).click();

    await app.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("textbox", { name: "Text" }).fill("Narrow down");
    await page.getByRole("button", { name: "Save the text" }).click();
    await app.getByRole("button", { name: "Narrow down" }).waitFor();
    await app.getByRole("heading", { level: 1, name: "Products" }).click();
    await page.getByLabel("Weight").selectOption("font-bold");
    await app.locator("h1.font-bold").waitFor();
    const { body } = await client.call<{ items: { number: number; message: string; status: string }[] }>(
      "GET",
      `/api/v1/projects/${projectId}/versions`,
    );
    expect(body.items.slice(0, 2)).toMatchObject([
      { message: "Weight of h1: Bold", status: "draft" },
      { message: "Change “Filters” to “Narrow down”", status: "draft" },
    ]);
    await page.evaluate(axeSource);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Check and show in the preview" }).click();
    const generations = `/api/v1/projects/${projectId}/generations`;
    const check = await eventually(async () => {
      const { items } = (await client.call<{ items: { id: string }[] }>("GET", generations)).body;
      expect(items).toHaveLength(2);
      return items[0]?.id ?? "";
    });
    expect(await client.waitFor(check, ["complete"])).toMatchObject({ status: "complete" });
    await page.getByRole("button", { name: "Close Point at an element" }).click();
    await app.locator("h1.font-bold:not([data-nx-at])").waitFor({ timeout: 60_000 });
  });

  it("shows its data, which can be changed, and asked in SQL", async () => {
    await page.getByRole("button", { name: "Data", exact: true }).click();
    await page.getByRole("combobox", { name: "Table" }).selectOption("suppliers");
    const rows = page.getByRole("region", { name: "Rows of suppliers" });
    await rows.getByRole("button", { name: /^Edit/ }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("name", { exact: true }).fill("Zebrano Timber");
    await dialog.getByRole("button", { name: "Save the row" }).click();
    await rows.getByText("Zebrano Timber").waitFor();
    await page.evaluate(axeSource);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("radio", { name: "SQL" }).click();
    await page.getByLabel("Question").fill("SELECT count(*) AS n FROM suppliers WHERE name LIKE 'Zebrano%'");
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await page.getByText("1 row", { exact: true }).waitFor();
  });

  it("is searched for barriers where it stands", async () => {
    await page.getByRole("button", { name: "Accessibility" }).click();
    await page.getByText(/rules hold/).waitFor();
    await page.getByRole("radio", { name: "Tab order" }).click();
    await page.getByRole("button", { name: /Skip to content/ }).waitFor();
  });

  it("is shown by its dev server, which follows what is saved, and as it was built", async () => {
    await page.getByRole("button", { name: "Close Accessibility" }).click();
    const mode = page.getByRole("combobox", { name: "Mode of the preview" });
    await mode.selectOption("live");
    await app.getByRole("heading", { level: 1, name: "Products" }).waitFor({ timeout: 120_000 });
    await app.locator("html").evaluate("window.kept = true");
    const base = `/api/v1/projects/${projectId}/versions`;
    interface Tree {
      files: { path: string; text: string | null }[];
    }
    const { files } = (await client.call<Tree>("GET", `${base}/latest/tree`)).body;
    const header = files.find(({ path }) => path.endsWith("/page-header.tsx"));
    const changes = [{ path: header?.path, content: header?.text?.replace("{title}</h1>", "Live {title}</h1>") }];
    expect((await client.call("POST", base, { base: "latest", changes })).status).toBe(201);
    await app.getByRole("heading", { level: 1, name: "Live Products" }).waitFor({ timeout: 60_000 });
    expect(await app.locator("html").evaluate("window.kept")).toBe(true);
    await page.evaluate(axeSource);
    expect(await violations(page)).toEqual([]);
    await mode.selectOption("static");
    await app.getByText("This is the static view").waitFor();
    await mode.selectOption("interactive");
    await app.getByRole("heading", { level: 1, name: "Products", exact: true }).waitFor();
  });

  it("is shown to somebody without an account, who changes nothing of it", async () => {
    await page.getByRole("button", { name: "Snapshots" }).click();
    await page.getByLabel("Name (optional)").fill("For Bea");
    await page.getByLabel("Password (optional)").fill("correct horse");
    await page.getByRole("button", { name: "Make a snapshot" }).click();
    snapshotUrl = (await page.getByRole("link", { name: "Open", exact: true }).getAttribute("href")) ?? "";
    const outside = await (await browser.newContext()).newPage();
    await outside.goto(`${snapshotUrl}suppliers`);
    await outside.getByLabel("Password").fill("wrong password");
    await outside.getByRole("button", { name: "Open" }).click();
    await outside.getByText("This is not the password.").waitFor();
    await outside.getByLabel("Password").fill("correct horse");
    await outside.getByRole("button", { name: "Open" }).click();
    await outside.getByRole("heading", { level: 1 }).waitFor();
    await outside.goto(`${snapshotUrl}suppliers`);
    await outside.getByText("Zebrano Timber").first().waitFor();
    const added = await outside.evaluate(async () => {
      const body = JSON.stringify({ name: "From outside" });
      return (await fetch("/api/suppliers", { method: "POST", body, headers: { "content-type": "application/json" } }))
        .status;
    });
    expect(added).toBe(201);
    await outside.reload();
    await outside.getByText("From outside").first().waitFor();
    const rows = await client.call<{ total: number }>(
      "GET",
      `/api/v1/projects/${projectId}/data/tables/suppliers/rows?q=From+outside`,
    );
    expect(rows.body.total).toBe(0);
    await page.getByRole("button", { name: "Withdraw" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("No snapshots yet.").waitFor();
    expect((await outside.goto(snapshotUrl))?.status()).toBe(404);
  });
});

async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ exclude: ["iframe"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
