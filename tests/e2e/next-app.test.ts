// A prompt becomes a Next.js app: its API, its pages with data, and a form that saves through a server action.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { App, Client } from "../platform/client.ts";
import { chromiumPath, launchChromium } from "../platform/browser.ts";

const product = { name: "Zebrano plank", sku: "ZEB-9", price: 12.5, stockQuantity: 4, reorderLevel: 6 };

describe("an app on the next stack", () => {
  const platform = inject("sharedPlatform");
  let previewUrl: string;
  let app: App;

  beforeAll(async () => {
    const client = await Client.register(platform.url);
    const project = await client.createProject("Stock", "next");
    const { id } = await client.generate(project.id, "An inventory tracker with products and suppliers");
    const generation = await client.waitFor(id, ["complete"]);
    expect(generation).toMatchObject({ status: "complete" });
    previewUrl = generation.previewUrl ?? "";
    app = await App.open(previewUrl);
  });

  it("answers its API through the preview", async () => {
    const created = await app.call("POST", "/api/products", product);
    expect(created.status, created.text).toBe(201);
    const { id } = JSON.parse(created.text) as { id: string };
    expect((await app.call("PATCH", `/api/products/${id}`, { price: 20 })).status).toBe(200);
    expect(JSON.parse((await app.call("GET", `/api/products/${id}`)).text)).toMatchObject({ ...product, price: 20 });
    expect((await app.call("POST", "/api/products", { name: "" })).status).toBe(400);
    expect((await app.call("DELETE", `/api/products/${id}`)).status).toBe(204);
    expect((await app.call("GET", `/api/products/${id}`)).status).toBe(404);
  });

  it("renders pages with their data, titles and states on the server", async () => {
    const dashboard = await app.call("GET", "/");
    expect(dashboard.text).toContain("Recently added");
    const list = await app.call("GET", "/products?q=lamp");
    expect(list.text).toMatch(/<title>Products · [^<]+<\/title>/);
    expect((await app.call("GET", "/products/missing")).status).toBe(404);
    expect((await app.call("GET", "/robots.txt")).text).toContain("Disallow: /api/");
    expect((await app.call("GET", "/sitemap.xml")).text).toContain("/products</loc>");
  });

  describe.skipIf(chromiumPath === null)("in a browser of another time zone", () => {
    let browser: Browser;
    let page: Page;
    const problems: string[] = [];

    beforeAll(async () => {
      browser = await launchChromium();
      page = await (await browser.newContext({ timezoneId: "America/New_York" })).newPage();
      page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(error.message));
    });
    afterAll(() => browser?.close());

    it("saves a record through a server action and tells what the server refuses", async () => {
      await page.goto(previewUrl);
      await page.getByRole("link", { name: "Products", exact: true }).first().click();
      await page.getByRole("link", { name: "New product" }).first().click();
      await fillProduct();
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("heading", { name: product.name }).waitFor();
      await page.getByText("Product created").waitFor();

      await page.goto(new URL("/products/new", previewUrl).href);
      await fillProduct();
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("Another product has this").first().waitFor();
    });

    it("finds, sorts and deletes it from the list", async () => {
      await page.goto(new URL("/products", previewUrl).href);
      // What is typed before the browser has taken over the server's page is not heard.
      const heard = async (): Promise<boolean> => {
        await page.getByRole("searchbox").fill("");
        await page.getByRole("searchbox").fill("zebrano");
        return page.waitForURL(/q=zebrano/, { timeout: 5_000 }).then(
          () => true,
          () => false,
        );
      };
      await expect.poll(heard, { timeout: 60_000 }).toBe(true);
      await page.getByRole("button", { name: "Price" }).click();
      await page.waitForURL(/sort=price/);
      await page.getByRole("row").filter({ hasText: product.name }).getByRole("button", { name: "Delete" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
      await page.getByText("No products match").waitFor();
    });

    it("causes no error in the console", () => {
      expect(problems).toEqual([]);
    });

    async function fillProduct(): Promise<void> {
      await page.getByLabel("Name").first().fill(product.name);
      await page.getByLabel("SKU").first().fill(product.sku);
      await page.getByLabel("Price").first().fill(String(product.price));
      await page.getByLabel("Stock quantity").first().fill(String(product.stockQuantity));
      await page.getByLabel("Reorder level").first().fill(String(product.reorderLevel));
    }
  });
});
