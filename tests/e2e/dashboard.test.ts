// From a template to an app in use, and back to it by every way the dashboard offers: pictures, history, notifications,
// the palette and shortcuts by keyboard alone, a phone by touch.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { eventually } from "../eventually.ts";
import { chromiumPath, launchChromium } from "../platform/browser.ts";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const minutes = 60_000;

describe.skipIf(chromiumPath === null)("the dashboard", () => {
  const { url } = inject("sharedPlatform");
  const email = `desk-${crypto.randomUUID()}@example.com`;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    page.on("pageerror", (error) => problems.push(error.message));
  });
  afterAll(() => browser?.close());

  it("leads from a template, over signing up, to an app in use", async () => {
    await page.goto(`${url}/templates`);
    await page.getByRole("searchbox", { name: "Search the templates" }).fill("tickets");
    await page.getByRole("link", { name: "Help desk" }).click();
    const dialog = page.getByRole("dialog", { name: "Help desk" });
    await dialog.getByLabel("What it is called").fill("Lighthouse");
    await dialog.getByText("tomato", { exact: true }).locator("..").click();
    await dialog.getByText("The main colour is tomato.").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Use this template" }).click();
    await page.waitForURL(/\/login/);
    await page
      .getByRole("link", { name: /create|register|sign up|start/i })
      .first()
      .click();
    await page.waitForURL(/\/register/);
    await page.getByLabel(/name/i).first().fill("Ada");
    await page.getByLabel(/e-?mail/i).fill(email);
    await page
      .getByLabel(/password/i)
      .first()
      .fill("a long pass phrase 77");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/projects\/new/);
    expect(await page.getByRole("textbox", { name: "Describe the app" }).inputValue()).toContain("called Lighthouse");
    await page.getByRole("button", { name: "Build it" }).click();
    await page.waitForURL(/\/projects\/prj_/);
    await page.getByText(/^Done in/).waitFor({ timeout: 3 * minutes });
    await page.frameLocator("iframe").first().getByRole("link", { name: "Tickets" }).first().waitFor();
  });

  it("shows the project with its picture, and tells in the bell that it is done", async () => {
    await page.getByRole("link", { name: "NexusGen, your projects" }).click();
    const card = page.getByRole("article").filter({ has: page.getByRole("link", { name: "Lighthouse" }) });
    await card.locator("img").waitFor();
    await eventually(async () => expect(await page.getByRole("button", { name: /^Notifications/ }).count()).toBe(1));
    await page.getByRole("button", { name: /^Notifications/ }).click();
    await page.getByRole("menuitem", { name: /Lighthouse.*It is built/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  it("finds a prompt of before in the history and takes it back", async () => {
    const history = page.getByRole("complementary", { name: "History" });
    await history.getByRole("searchbox").fill("no such words");
    await history.getByText("No prompt and no project holds these words.").waitFor();
    await history.getByRole("searchbox").fill("requester");
    await history.getByRole("button", { name: /^Use again/ }).click();
    expect(await page.getByRole("textbox", { name: "Describe the app" }).inputValue()).toContain("called Lighthouse");
    expect(page.url()).toContain("history=requester");
  });

  it("improves a prompt by its suggestions, and shows how its Markdown reads", async () => {
    const description = page.getByRole("textbox", { name: "Describe the app" });
    await description.fill("Track boats quickly");
    await page.getByRole("button", { name: "What is recorded of boats?" }).click();
    expect(await description.inputValue()).toContain("- Boats: name, date, status (open, done)");
    await page.keyboard.type("name, length");
    expect(await description.inputValue()).toBe("Track boats quickly\n- Boats: name, length");
    await page.getByRole("button", { name: "Read it" }).click();
    await page
      .getByRole("region", { name: "The description as it reads" })
      .getByRole("listitem")
      .filter({ hasText: "Boats: name, length" })
      .waitFor();
    await page.getByRole("button", { name: "Read it" }).click();
  });

  it("keeps a prompt as a template that asks for what differs, renames and deletes it", async () => {
    await page
      .getByRole("textbox", { name: "Describe the app" })
      .fill("A city guide for {{city}} with places and tips");
    await page.getByRole("button", { name: "Save as template" }).click();
    await page.getByRole("dialog").getByLabel("Title").fill("City guide");
    await page.getByRole("button", { name: "Save template" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.goto(`${url}/templates?category=saved`);
    await page.getByRole("button", { name: "City guide", exact: true }).click();
    await page.getByRole("dialog").getByLabel("City").fill("Trieste");
    await page.getByText("A city guide for Trieste with places and tips").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "More about City guide" }).click();
    await page.getByRole("menuitem", { name: "Rename…" }).click();
    await page.getByRole("dialog").getByLabel("Title").fill("Guide to a city");
    await page.getByRole("button", { name: "Rename", exact: true }).click();
    await page.getByRole("button", { name: "More about Guide to a city" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByText("Nothing saved yet").waitFor();
  });

  it("is used by keyboard alone: palette, shortcuts, help", async () => {
    await page.goto(`${url}/projects`);
    await page.getByRole("link", { name: "Lighthouse", exact: true }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Find anything" }).waitFor();
    await page.keyboard.type("lighth");
    await page.getByRole("option", { name: /Lighthouse/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/projects\/prj_/);
    await page.getByRole("tab", { name: "Preview" }).waitFor();
    await page.keyboard.press("2");
    await page.waitForURL(/tab=code/);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await page.waitForURL(/\/templates$/);
    await page.getByRole("heading", { level: 1, name: "Templates" }).waitFor();
    const before = await page.evaluate("document.documentElement.dataset.theme");
    await page.keyboard.press("t");
    await eventually(async () =>
      expect(await page.evaluate("document.documentElement.dataset.theme")).not.toBe(before),
    );
    await page.keyboard.press("n");
    await page.waitForURL(/\/projects\/new/);
  });

  it("fits a phone and is used by touch", async () => {
    const storageState = await context.storageState();
    const phone = await browser.newContext({ viewport: { width: 375, height: 812 }, hasTouch: true, storageState });
    const small = await phone.newPage();
    small.on("pageerror", (error) => problems.push(error.message));
    await small.goto(`${url}/projects`);
    await small.getByRole("link", { name: "Lighthouse", exact: true }).waitFor();
    expect(await small.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    expect(await axeViolations(small)).toEqual([]);
    await small.getByRole("button", { name: "History" }).tap();
    const sheet = small.getByRole("dialog", { name: "History" });
    await sheet
      .getByRole("button", { name: /^Use again/ })
      .first()
      .tap();
    await sheet.waitFor({ state: "detached" });
    expect(await small.getByRole("textbox", { name: "Describe the app" }).inputValue()).toContain("Lighthouse");
    await small.goto(`${url}/templates?template=recipes`);
    await small.getByRole("dialog", { name: "Recipe box" }).getByRole("button", { name: "Use this template" }).tap();
    await small.waitForURL(/\/projects\/new/);
    await phone.close();
  });

  it("has an outbox on a local machine, and made no error", async () => {
    await page.goto(`${url}/dev/mail`);
    await page.getByRole("heading", { name: "Outbox" }).waitFor();
    expect(problems).toEqual([]);
  });
});

async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  });
}
