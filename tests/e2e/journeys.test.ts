// Whole ways through the product in a real browser: a supervised run whose plan is sent back, changed and approved; code
// written by hand while a run rewrites it; a deployment that breaks and is taken back; everything by keys alone; a phone.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { eventually } from "../eventually.ts";
import { chromiumPath, launchChromium } from "../platform/browser.ts";
import { Client } from "../platform/client.ts";

const { url } = inject("sharedPlatform");
const minutes = 60_000;
const password = "a long pass phrase 77";

describe.skipIf(chromiumPath === null)("a journey", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let client: Client;
  let projectUrl = "";
  const problems: string[] = [];

  const projectPath = (rest: string): string => `/api/v1/projects/${projectUrl.split("/").at(-1)}/${rest}`;

  async function watched(at: BrowserContext): Promise<Page> {
    const opened = await at.newPage();
    opened.on("pageerror", (error) => problems.push(error.message));
    return opened;
  }

  beforeAll(async () => {
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await watched(context);
    client = await Client.register(url);
    await page.goto(`${url}/login`);
    await page.getByLabel("Email").fill(client.email);
    await page.getByLabel("Password", { exact: true }).fill(client.password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/projects");
  });
  afterAll(() => browser?.close());

  async function changePlan(name: string): Promise<void> {
    await page.getByRole("tab", { name: "Plan" }).click();
    await page.getByRole("button", { name: "Change the plan" }).click();
    await page.getByLabel("Name of the app").fill(name);
    await page.getByRole("button", { name: "Approve with these changes" }).click();
  }

  async function approvePreview(): Promise<void> {
    await page.getByRole("heading", { name: "Is the preview right?" }).waitFor({ timeout: 3 * minutes });
    await page.getByRole("button", { name: "Approve the preview" }).click();
    await page.getByRole("heading", { name: "Is the preview right?" }).waitFor({ state: "detached" });
  }

  it("sends a plan back, changes the next one by hand, approves it, and uses what comes of it", async () => {
    await page.goto(`${url}/projects/new`);
    await page.getByRole("textbox", { name: "Describe the app" }).fill("A list of bikes with a name and a price");
    await page.getByRole("radio", { name: /^Supervised/ }).click();
    await page.getByRole("button", { name: "Build it" }).click();
    await page.waitForURL(/\/projects\/prj_/);
    projectUrl = page.url();
    await page.getByRole("button", { name: "Ask for changes" }).click();
    const wish = "Add customers with a name and a phone number.";
    await page.getByRole("textbox", { name: "What should the plan do differently?" }).fill(wish);
    await page.getByRole("button", { name: "Send changes" }).click();
    await page.getByText(wish).waitFor();
    await page.getByRole("heading", { name: "Build this plan?" }).waitFor();
    await changePlan("Wheel desk");
    await approvePreview();
    await page.getByText(/^Done in/).waitFor();
    await page.getByRole("tab", { name: "Preview" }).click();
    const app = page.frameLocator("iframe").first();
    await app.getByText("Wheel desk").first().waitFor();
    await app.getByRole("link", { name: "Customers" }).first().waitFor();
  });

  it("writes by hand what a run rewrites: both stand side by side, and a person decides", async () => {
    const projectId = projectUrl.split("/").at(-1) ?? "";
    const { id } = await client.generate(projectId, "Bikes also have a colour.", "supervised");
    await client.waitFor(id, ["awaiting_approval"]);
    await page.goto(`${projectUrl}?tab=code&file=README.md`);
    await page.locator(".cm-content").first().click();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.press("Shift+End");
    await page.keyboard.type("# In my own words");
    await page.getByText("1 unsaved file").waitFor();
    await changePlan("Spoke desk");
    await approvePreview();
    await page.getByRole("tab", { name: "Code" }).click();
    await page.getByText("changed lines that you are changing in 1 file").waitFor();
    await page.getByRole("button", { name: "Resolve 1 conflict" }).click();
    const conflict = page.getByRole("region", { name: "Conflict in README.md" });
    await conflict.getByRole("button", { name: "Keep both" }).click();
    await conflict.getByRole("button", { name: "Use the result" }).click();
    await page.getByRole("button", { name: "Save version" }).click();
    await page.getByText(/^Saved 1 file as version/).waitFor();
    const { body } = await client.call<string>("GET", projectPath("versions/latest/files/README.md"));
    expect(body.split("\n").slice(0, 2).toSorted()).toEqual(["# In my own words", "# Spoke desk"]);
  });

  it("deploys with a click, and sees a version that breaks taken back", async () => {
    await page.getByRole("tab", { name: "Deploy" }).click();
    const production = page.getByRole("listitem", { name: "Production", exact: true });
    await production.getByRole("button", { name: /^Deploy v\d+( again)? to production/ }).click();
    await production.getByText("Live", { exact: true }).waitFor({ timeout: minutes });

    const content = `import { createApp } from "./app.ts";

const app = createApp();
declare const process: { env: Record<string, string | undefined> };

export default {
  fetch(request: Request, env: Parameters<typeof app.fetch>[1]) {
    if (process.env["MAINTENANCE"] !== undefined) throw new Error("Nobody planned for maintenance");
    return app.fetch(request, env);
  },
};
`;
    const changes = [{ path: "src/server/index.ts", content }];
    const { body: version } = await client.call<{ number: number }>("POST", projectPath("versions"), {
      base: "latest",
      changes,
    });
    const { body: built } = await client.call<{ id: string }>(
      "POST",
      projectPath(`versions/${version.number}/build`),
      {},
    );
    expect(await client.waitFor(built.id, ["complete"])).toMatchObject({ status: "complete" });

    await production.getByRole("button", { name: "More about production" }).click();
    await page.getByRole("menuitem", { name: "Variables" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("MAINTENANCE");
    await dialog.getByLabel("Value").fill("1");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("MAINTENANCE").waitFor();
    await page.keyboard.press("Escape");
    await production.getByText("Its variables were changed").waitFor();
    await production.getByRole("button", { name: `Deploy v${version.number} to production` }).click();
    await production.getByText("went back by itself").waitFor({ timeout: minutes });
    await page
      .getByRole("listitem", { name: `Version ${version.number}, Production` })
      .getByText("Failed")
      .waitFor();
    await page.getByText("Nobody planned for maintenance").filter({ visible: true }).first().waitFor();
  });

  it("goes from signing up to the app in use by keys alone", async () => {
    const alone = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const keys = await watched(alone);
    const { keyboard } = keys;
    await keys.goto(url);
    await tabTo(keys, "Start building");
    await keyboard.press("Enter");
    await keys.waitForURL(/\/register/);
    await tabTo(keys, "Name");
    await keyboard.type("Ada");
    await tabTo(keys, "Email");
    await keyboard.type(`keys-${crypto.randomUUID()}@example.com`);
    await tabTo(keys, "Password");
    await keyboard.type(password);
    await keyboard.press("Enter");
    await keys.waitForURL(/\/projects/);
    await keys.getByRole("textbox", { name: "Describe the app" }).waitFor();
    await tabTo(keys, "Describe the app");
    await keyboard.type("A list of boats with a name and a length");
    await keyboard.press("ControlOrMeta+Enter");
    await keys.waitForURL(/\/projects\/prj_/);
    await keys.getByText(/^Done in/).waitFor({ timeout: 3 * minutes });

    const app = keys.frames().find((frame) => frame.parentFrame() !== null);
    if (!app) throw new Error("There is no preview.");
    await pressUntil(keys, "Tab", async () => (await focused(app)).includes("Boats"));
    await keyboard.press("Enter");
    await app.getByRole("heading", { level: 1, name: "Boats" }).waitFor();

    await pressUntil(keys, "Shift+Tab", async () => (await focused(keys)).trim() === "Preview");
    await keyboard.press("ArrowRight");
    await keys.waitForURL(/tab=code/);
    await keyboard.press("?");
    await keys.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await keyboard.press("Escape");
    await tabTo(keys, "Export", "Shift+Tab");
    await keyboard.press("ArrowDown");
    await keys.getByRole("menuitem").first().waitFor();
    expect(await focused(keys)).toContain("Source");
    await keyboard.press("ArrowUp");
    expect(await focused(keys)).toContain("GitHub");
    await keyboard.press("Escape");
    expect(await focused(keys)).toContain("Export");
    await alone.close();
  });

  it("is made on a phone by touch: described, watched, used; the desk hears of it at once", async () => {
    const desk = await awayFrom(context);
    await desk.goto(`${url}/projects`);
    await desk.getByRole("button", { name: "Notifications" }).waitFor();
    const phone = await browser.newContext({ viewport: { width: 375, height: 812 }, hasTouch: true });
    const small = await watched(phone);
    await small.goto(`${url}/projects/new`);
    await small.waitForURL(/\/login/);
    await small.getByLabel("Email").tap();
    await small.keyboard.type(client.email);
    await small.getByLabel("Password", { exact: true }).tap();
    await small.keyboard.type(client.password);
    await small.getByRole("button", { name: /^(Log|Sign) in/ }).tap();
    await small.waitForURL(/\/projects\/new/);
    await small.getByRole("textbox", { name: "Describe the app" }).tap();
    await small.keyboard.type("A list of kites with a name and a colour");
    await small.getByRole("button", { name: "Build it" }).tap();
    await small.waitForURL(/\/projects\/prj_/);
    // The word at the desk is gone again after seconds, so both are waited for together.
    await Promise.all([
      small.getByText(/^Done in/).waitFor({ timeout: 3 * minutes }),
      desk
        .locator("[data-sonner-toast]")
        .getByText("running")
        .waitFor({ timeout: 3 * minutes }),
    ]);
    expect(await desk.evaluate("told")).toEqual([expect.stringContaining("running")]);
    await desk.close();
    await small.getByRole("tab", { name: "Preview" }).tap();
    const app = small.frameLocator("iframe").first();
    await app.getByRole("heading").first().waitFor();
    for (const tab of await small.getByRole("tab").all()) {
      const name = (await tab.textContent()) ?? "";
      await tab.tap();
      await eventually(async () => expect(await tab.getAttribute("aria-selected")).toBe("true"));
      const beyond = Number(await small.evaluate("document.documentElement.scrollWidth - innerWidth"));
      expect(beyond, name).toBeLessThanOrEqual(0);
    }
    await small.getByRole("button", { name: /^Account menu/ }).tap();
    await small.getByRole("menuitem", { name: "Settings" }).tap();
    await small.waitForURL(/\/settings/);
    await phone.close();
  });

  it("ends without an error of the page", () => {
    expect(problems).toEqual([]);
  });
});

/** A page in the background that writes down what the browser itself would show (a headless one shows nothing). */
async function awayFrom(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(`
    localStorage.setItem("nexusgen.browser-notices", "on");
    Object.defineProperty(document, "hidden", { get: () => true });
    globalThis.told = [];
    globalThis.Notification = class extends EventTarget {
      static permission = "granted";
      constructor(title, { body }) { super(); told.push(body); }
      close() {}
    };
  `);
  return page;
}

/** What has the focus, as it is called. */
const focused = (at: Pick<Page, "evaluate">): Promise<string> =>
  at.evaluate(() => {
    interface Element {
      id: string;
      tagName: string;
      textContent: string | null;
      getAttribute(name: string): string | null;
    }
    const { document } = globalThis as unknown as {
      document: { activeElement: Element | null; querySelector(selector: string): Element | null };
    };
    const element = document.activeElement;
    if (element === null || element.tagName === "BODY") return "";
    const label = element.id === "" ? null : document.querySelector(`label[for="${element.id}"]`);
    return element.getAttribute("aria-label") ?? label?.textContent ?? element.textContent ?? "";
  });

async function pressUntil(page: Page, key: string, isThere: () => Promise<boolean>): Promise<void> {
  const most = 120;
  for (let count = 0; count < most; count += 1) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead there; the focus is on "${await focused(page)}".`);
}

/** Moves the focus until it is on what begins with these words. */
const tabTo = (page: Page, words: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> =>
  pressUntil(page, key, async () => (await focused(page)).trim().startsWith(words));
