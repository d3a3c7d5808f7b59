// One app in one browser page: where it starts, what went wrong so far, and when it has come to rest.
import type { BrowserContext, Page, Request } from "playwright-core";
import { type PageFacts, readFacts } from "./page-facts.ts";

const quietMs = 500;
const patienceMs = 6_000;

export class DrivenApp {
  readonly page: Page;
  readonly home: string;
  /** Errors of the console and of the page's scripts. */
  readonly consoleErrors: string[] = [];
  /** Requests that failed or were answered with 5xx; 4xx are answers (a form that is refused). */
  readonly failedRequests: string[] = [];
  /** Addresses of data that the page asked for, in order. */
  readonly dataRequests: string[] = [];
  #open = 0;
  #changedAt = Date.now();

  private constructor(page: Page, home: string) {
    this.page = page;
    this.home = home;
    page.on("console", (message) => {
      // Chromium's own lines: for any 4xx, also the expected refusal of a form, and for pictures elsewhere while offline.
      const isOwnLine = message.text().startsWith("Failed to load resource");
      const isExpected = /status of 4\d\d/.test(message.text()) || !message.location().url.startsWith(this.home);
      if (message.type() === "error" && !(isOwnLine && isExpected))
        this.consoleErrors.push(message.text().slice(0, 300));
    });
    page.on("pageerror", (error) => this.consoleErrors.push(error.message.slice(0, 300)));
    page.on("request", (request) => {
      this.#move(1);
      if (["fetch", "xhr", "websocket", "eventsource"].includes(request.resourceType()))
        this.dataRequests.push(`${request.method()} ${request.url()}`);
    });
    page.on("requestfinished", () => this.#move(-1));
    page.on("requestfailed", (request: Request) => {
      this.#move(-1);
      const why = request.failure()?.errorText ?? "";
      // Leaving a page aborts what it was loading.
      if (!why.includes("ERR_ABORTED") && request.url().startsWith(this.home))
        this.failedRequests.push(`${request.url()} ${why}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 500) this.failedRequests.push(`${response.url()} ${response.status()}`);
    });
    page.on("dialog", (dialog) => void dialog.accept().catch(() => undefined));
  }

  static async open(context: BrowserContext, address: string): Promise<DrivenApp> {
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    const app = new DrivenApp(page, new URL("/", address).href);
    await page.goto(address);
    await app.settle();
    return app;
  }

  #move(by: number): void {
    this.#open = Math.max(0, this.#open + by);
    this.#changedAt = Date.now();
  }

  /** Nothing was asked for or answered for a moment; a page that never rests is taken as it is. */
  async settle(): Promise<void> {
    const until = Date.now() + patienceMs;
    this.#changedAt = Date.now();
    while (Date.now() < until) {
      if (this.#open === 0 && Date.now() - this.#changedAt >= quietMs) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async goTo(address: string): Promise<PageFacts> {
    await this.page.goto(new URL(address, this.home).href, { waitUntil: "domcontentloaded" });
    await this.settle();
    return readFacts(this.page);
  }

  facts(): Promise<PageFacts> {
    return readFacts(this.page);
  }

  /** Acts, waits until the page rests, and says what it looks like. */
  async after(act: () => Promise<unknown>): Promise<PageFacts> {
    await act();
    await this.settle();
    return this.facts();
  }
}
