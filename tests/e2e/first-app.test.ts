// What a new user does first, in a real browser: register, describe an app, watch it being made, use it.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { unzipSync } from "fflate";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { eventually } from "../eventually.ts";
import { chromiumPath, launchChromium } from "../platform/browser.ts";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(chromiumPath === null)("a new user", () => {
  const platform = inject("sharedPlatform");
  let browser: Browser;
  let page: Page;
  let projectUrl = "";
  /** Errors of the console and uncaught exceptions, of the platform's pages and of the generated app. */
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(`${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => problems.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("finds out what this is, and registers in the browser", async () => {
    await page.goto(platform.url);
    await page.getByRole("heading", { level: 1, name: "Describe an app" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("textbox", { name: "Describe the app" }).fill("A list of herons");
    await page.getByRole("button", { name: "Build it" }).click();
    await page.waitForURL(/\/register/);
    await page.getByLabel(/name/i).first().fill("Ada");
    await page.getByLabel(/e-?mail/i).fill("ada@example.com");
    await page
      .getByLabel(/password/i)
      .first()
      .fill("a long pass phrase 77");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/projects\/new/);
    expect(await page.getByRole("textbox", { name: "Describe the app" }).inputValue()).toBe("A list of herons");
  });

  it("types a prompt and watches the loop work in a live console", async () => {
    await page.goto(`${platform.url}/projects/new`);
    await page
      .getByRole("textbox")
      .first()
      .fill("An inventory tracker with products, suppliers and stock movements, low-stock badges");
    await page.getByRole("button", { name: "Build it" }).click();
    await page.waitForURL(/\/projects\/prj_/);
    projectUrl = page.url();
    await page.getByRole("tab", { name: "Console" }).click();
    await page.getByText("Reading the prompt", { exact: false }).first().waitFor();
    await page.getByText("build passed", { exact: false }).first().waitFor({ timeout: 120_000 });
  });

  it("sees the app that came out", async () => {
    await page.getByText(/^Done in/).waitFor({ timeout: 120_000 });
    await page.getByRole("tab", { name: "Preview" }).click();
    await app().getByRole("heading", { name: "Dashboard" }).waitFor();
  });

  it("adds a supplier and a product, and finds both in their lists", async () => {
    await addRecord("Suppliers", "New supplier", { Name: "Adriatic Timber" });
    await addRecord("Products", "New product", {
      Name: "Oak plank",
      SKU: "OAK-77",
      Price: "12.50",
      "Stock quantity": "2",
      "Reorder level": "5",
    });
    await openList("Products");
    await search("Oak plank");
    const row = app().getByRole("row").filter({ hasText: "Oak plank" });
    await row.waitFor();
    await row.getByText("Low stock").first().waitFor();
  });

  it("reloads where it was, and still finds them", async () => {
    await page.reload();
    await app().getByRole("heading", { name: "Products", exact: true, level: 1 }).waitFor();
    await openList("Suppliers");
    await search("Adriatic");
    await app().getByRole("row").filter({ hasText: "Adriatic Timber" }).waitFor();
    await openList("Products");
    await search("Oak");
    await app().getByRole("row").filter({ hasText: "Oak plank" }).waitFor();
  });

  it("reads the plan and the code", async () => {
    await page.getByRole("tab", { name: "Plan" }).click();
    await page.getByText("Stock Movement", { exact: false }).first().waitFor();
    await page.getByRole("tab", { name: "Code" }).click();
    await page.getByRole("treeitem", { name: "package.json" }).click();
    await page.getByText('"dependencies"', { exact: false }).first().waitFor();
  });

  it("takes the code home", async () => {
    await page.getByRole("button", { name: "Export" }).click();
    expect(await axeViolations(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Source code" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/-v\d+\.zip$/);
    const files = unzipSync(await readFile(await download.path()));
    expect(Object.keys(files)).toContain("package.json");
  });

  it("reads what the checks found, and which of them did not run", async () => {
    await page.getByRole("tab", { name: "Checks" }).click();
    const row = (name: string) =>
      page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
    for (const name of ["Types", "Lint rules", "The app’s own tests"])
      await row(name).getByText("Passed", { exact: true }).waitFor();
    // The browser's own walk is tested with the builder; here it would take longer than all the rest.
    for (const name of ["Every page in a browser", "Accessibility"])
      await row(name).getByText("Not run", { exact: true }).waitFor({ timeout: 120_000 });
  });

  it("meets no accessibility violation on the way", async () => {
    for (const name of ["Preview", "Code", "Console", "Plan", "Checks"]) {
      await page.getByRole("tab", { name }).click();
      expect(await axeViolations(page), name).toEqual([]);
    }
    for (const path of ["/projects", "/projects/new", "/settings"]) {
      await page.goto(`${platform.url}${path}`);
      await page.getByRole("main").waitFor();
      expect(await axeViolations(page), path).toEqual([]);
    }
  });

  it("causes no error in the console", () => {
    expect(problems).toEqual([]);
  });

  it("is told what went wrong in the running app, where, and after which click", async () => {
    await page.goto(projectUrl);
    await page.getByRole("tab", { name: "Preview" }).click();
    await app().getByRole("heading", { name: "Dashboard" }).waitFor();
    await openList("Products");
    await page
      .frames()
      .find((frame) => frame.url().includes("--preview"))
      ?.evaluate(
        `document.querySelector("input").value = "Adriatic Timber";
        setTimeout(() => { throw new TypeError("Adriatic Timber has no rows of undefined (reading 'map')"); });`,
      );
    await page.getByRole("button", { name: "Look at it" }).click();
    await page.getByText("Happened once, on /products, after clicking “Products”.").waitFor();
    const problem = page.getByRole("listitem").filter({ hasText: "Error of a page" });
    await problem.getByText("TypeError: … has no rows of undefined (reading 'map')", { exact: true }).waitFor();
    await page.getByRole("radio", { name: "Ask me" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await problem.getByRole("button", { name: "Dismiss" }).click();
    await problem.getByText("Dismissed", { exact: true }).waitFor();
  });

  it("is handed a failure that nothing mends and sees what it is about, to the line", async () => {
    const generationId = await breakAndBuild();
    await page.goto(`${projectUrl.split("?")[0]}?tab=handover&generation=${generationId}`);
    await page.getByRole("heading", { name: "It needs your help" }).waitFor({ timeout: 120_000 });
    await page.getByText("npx tsc --noEmit").waitFor();
    await page.getByText("Nothing: no repair is known", { exact: false }).waitFor();
    for (const [width, scheme] of [
      [375, "dark"],
      [1440, "light"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.locator(`html[data-theme=${scheme}]`).waitFor();
      // Colours on their way to the other theme are nobody's choice.
      await eventually(async () =>
        expect(await page.evaluate("document.getAnimations().some((each) => each instanceof CSSTransition)")).toBe(
          false,
        ),
      );
      expect(await axeViolations(page), scheme).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    }
    await page.getByRole("link", { name: "Open src/shared/broken.ts at line 1" }).first().press("Enter");
    await page.locator(".cm-activeLine", { hasText: "Shape" }).waitFor();
  });

  it("leaves one failure as it is, and takes the app back from the next", async () => {
    await page.goBack();
    await page.getByRole("button", { name: "Dismiss" }).click();
    await page.getByText("It was left as it is.").waitFor();
    const generationId = await breakAndBuild("eight");
    await page.goto(`${projectUrl.split("?")[0]}?tab=handover&generation=${generationId}`);
    const back = page.getByRole("button", { name: /^Roll back to version \d+$/ });
    await back.click({ timeout: 120_000 });
    await page.getByRole("dialog").getByRole("button", { name: "Keep as it is" }).click();
    await back.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Roll back" }).press("Enter");
    await page.getByText("The project went back to the last version that works.").waitFor();
  });

  /** The generation that was given up. */
  function breakAndBuild(word = "seven"): Promise<string> {
    const projectId = /prj_\w+/.exec(projectUrl)?.[0] ?? "";
    const content = `import type { Shape } from "./model.ts";\n\nexport const total: number = "${word}" as Shape;\n`;
    return page.evaluate(
      async ({ project, content }) => {
        const renewed = await fetch("/api/auth/refresh", { method: "POST" });
        const { accessToken } = (await renewed.json()) as { accessToken: string };
        const call = async (method: string, path: string, body?: unknown): Promise<{ id: string }> => {
          const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };
          const response = await fetch(`/api/v1/projects/${project}${path}`, {
            method,
            headers,
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          });
          return (await response.json()) as { id: string };
        };
        const { id: base } = await call("GET", "/versions/latest");
        const changes = [{ path: "src/shared/broken.ts", content }];
        const { id } = await call("POST", "/versions", { base, changes });
        return (await call("POST", `/versions/${id}/build`, {})).id;
      },
      { project: projectId, content },
    );
  }

  function app(): FrameLocator {
    return page.frameLocator("iframe");
  }

  /** What is typed before the new list is there would still search the old one. */
  async function openList(name: string): Promise<void> {
    await app().getByRole("link", { name, exact: true }).first().click();
    await app().getByRole("heading", { name, exact: true, level: 1 }).waitFor();
  }

  async function addRecord(list: string, button: string, values: Record<string, string>): Promise<void> {
    await openList(list);
    await app()
      .getByRole("link", { name: button })
      .or(app().getByRole("button", { name: button }))
      .first()
      .click();
    for (const [label, value] of Object.entries(values))
      await app().getByLabel(label, { exact: false }).first().fill(value);
    await app().getByRole("button", { name: "Save" }).click();
    await app()
      .getByRole("heading", { name: Object.values(values)[0] ?? "" })
      .waitFor();
  }

  async function search(text: string): Promise<void> {
    await app().getByRole("searchbox").first().fill(text);
    await page.keyboard.press("Enter");
  }
});

async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const result = await axe.run({ exclude: [["iframe"]] }, { iframes: false });
    return result.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
  });
}
