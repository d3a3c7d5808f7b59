// Walks through an app from its first pages along its links: every route once, in both themes.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { themes, type CheckReport, type Theme, type Violation } from "./report.ts";
import { RouteQueue } from "./routes.ts";
import { mergeViolations, scanAccessibility } from "./scan-accessibility.ts";
import { takePicture } from "./take-picture.ts";
import { openPage, settle } from "./settle.ts";
import { firstLine, tryRecord } from "./try-record.ts";
import { watchPage, type PageWatch } from "./watch-page.ts";

export interface VisitOptions {
  origin: string;
  pages: readonly string[];
  mostPages: number;
  /** No further page is opened after this many ms. */
  visitMs: number;
}

export type Visit = Pick<
  CheckReport,
  "pages" | "notVisited" | "problems" | "record" | "visitMs" | "violations" | "scanMs" | "picture"
> & {
  /** The session the walk ended with, as a Cookie header; "" for an app without sign-in. */
  cookie: string;
};

/** Forms tried at most before the app counts as one in which nothing can be added. */
const mostForms = 4;

export async function visitPages(browser: Browser, options: VisitOptions): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  try {
    return await new Walk(context, await context.newPage(), options).run();
  } finally {
    await context.close().catch(() => {});
  }
}

class Walk {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #options: VisitOptions;
  readonly #watch: PageWatch;
  readonly #queue = new RouteQueue();
  readonly #visited: string[] = [];
  readonly #violations: Violation[] = [];
  #scanMs = 0;
  #isSignedIn = false;

  constructor(context: BrowserContext, page: Page, options: VisitOptions) {
    this.#context = context;
    this.#page = page;
    this.#options = options;
    this.#watch = watchPage(page, options.origin);
  }

  async run(): Promise<Visit> {
    const { origin, pages, mostPages, visitMs } = this.#options;
    const startedAt = performance.now();
    for (const path of pages) this.#queue.add(path, origin);
    while (this.#visited.length < mostPages && performance.now() - startedAt < visitMs) {
      const path = this.#queue.next();
      if (path === undefined) break;
      await this.#visit(path);
    }
    // Before a record is tried: what people see first.
    const picture = await takePicture(this.#page, origin + (this.#visited[0] ?? "/"));
    const { record, problem } = await this.#tryRecord();
    if (record.path !== null) this.#watch.at(record.path);
    if (problem !== null) this.#watch.add("record", problem);
    const cookies = await this.#context.cookies(origin);
    return {
      pages: this.#visited,
      notVisited: this.#queue.waiting.length,
      problems: this.#watch.problems,
      record,
      picture,
      visitMs: performance.now() - startedAt - this.#scanMs,
      violations: mergeViolations(this.#violations),
      scanMs: this.#scanMs,
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
    };
  }

  async #visit(path: string): Promise<void> {
    const { origin } = this.#options;
    this.#visited.push(path);
    this.#watch.at(path);
    try {
      if (!(await openPage(this.#page, origin + path))) this.#watch.add("empty", "The page shows nothing.");
      await this.#scan(path);
      if (!this.#isSignedIn) await this.#signIn();
      await this.#collectLinks();
    } catch (error) {
      this.#watch.add("timeout", firstLine(error));
    }
  }

  async #scan(path: string): Promise<void> {
    const startedAt = performance.now();
    for (const theme of themes) {
      await this.#showTheme(theme);
      this.#violations.push(...(await scanAccessibility(this.#page, path, theme)));
    }
    this.#scanMs += performance.now() - startedAt;
  }

  /** Both ways in which apps choose: the media query, and a class on the root element. */
  async #showTheme(theme: Theme): Promise<void> {
    await this.#page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await this.#page.evaluate(`document.documentElement.classList.toggle("dark", ${theme === "dark"})`);
    await settle(this.#page);
  }

  /** Apps with accounts offer their examples on the sign-in page; the first may do the most. */
  async #signIn(): Promise<void> {
    const button = this.#page.getByRole("button", { name: /^continue as /i }).first();
    if ((await button.count()) === 0) return;
    this.#isSignedIn = true;
    const before = this.#page.url();
    await button.click();
    await this.#page.waitForURL((url) => url.href !== before, { timeout: 30_000 });
    await settle(this.#page);
    this.#queue.add(this.#page.url(), this.#options.origin);
  }

  async #collectLinks(): Promise<void> {
    const links = await this.#page
      .locator("a[href]:not([download]):not([target=_blank])")
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute("href") ?? ""));
    for (const link of links) this.#queue.add(link, this.#page.url());
  }

  async #tryRecord(): ReturnType<typeof tryRecord> {
    // One that time ran out for will do as well.
    const known = [...this.#visited, ...this.#queue.waiting];
    const forms = known.filter((path) => path.endsWith("/new")).slice(0, mostForms);
    if (forms[0] !== undefined) this.#watch.at(forms[0]);
    return tryRecord(this.#page, this.#options.origin, forms);
  }
}
