// A platform with one member who has one app, for looking at the web app; and a browser that is signed in as them.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { Client } from "../../tests/platform/client.ts";
import { startPlatform } from "../../tests/platform/start-platform.ts";
import type { WebPage } from "./pages.ts";

export type Scheme = "light" | "dark";

export interface OpenWeb {
  url: string;
  email: string;
  password: string;
  /** Where a page is, with the member's own ids. */
  address(page: WebPage): string;
  close(): Promise<void>;
}

const prompt = "A repair desk for a bike workshop: customers, bikes and repairs with a status, a due date and a price";

/** `--url URL` looks at a platform that runs already, and leaves it running. */
export async function openWeb(options: readonly string[]): Promise<OpenWeb> {
  const given = options.includes("--url") ? options[options.indexOf("--url") + 1] : undefined;
  const platform = given === undefined ? await startPlatform() : null;
  const url = given ?? platform?.url ?? "";
  const client = await Client.register(url, "Ada");
  const { id: projectId } = await client.createProject("Bike workshop");
  const { id } = await client.generate(projectId, prompt);
  await client.waitFor(id, ["complete"]);
  // A second version to compare with, and one run whose plan waits.
  const change = { path: "NOTES.md", content: "# Notes\n\nWhat the workshop wants next.\n" };
  await client.call("POST", `/api/v1/projects/${projectId}/versions`, { base: "latest", changes: [change] });
  const { id: waitingId } = await client.createProject("Plan that waits");
  const { id: waitingRun } = await client.generate(waitingId, prompt, "supervised");
  await client.waitFor(waitingRun, ["awaiting_approval"]);
  const { body } = await client.call<{ items: { id: string }[] }>("GET", "/api/v1/workspaces");
  const workspaceId = body.items[0]?.id ?? "";
  return {
    url,
    email: client.email,
    password: client.password,
    address: ({ path }) =>
      url + path.replace(":project", projectId).replace(":waiting", waitingId).replace(":workspace", workspaceId),
    close: async () => platform?.stop(),
  };
}

/** One context a scheme: a refresh token works once, so two contexts cannot share a session. */
export async function signedIn(browser: Browser, web: OpenWeb, scheme: Scheme): Promise<BrowserContext> {
  const context = await lookingAs(browser, scheme);
  await signIn(await context.newPage(), web);
  return context;
}

export async function lookingAs(browser: Browser, scheme: Scheme): Promise<BrowserContext> {
  // The platform's own policy would keep axe out.
  const context = await browser.newContext({ bypassCSP: true, colorScheme: scheme, reducedMotion: "reduce" });
  await context.addInitScript(`localStorage.setItem("nexusgen.theme", "${scheme}")`);
  return context;
}

export async function signIn(page: Page, { url, email, password }: OpenWeb): Promise<void> {
  await page.goto(`${url}/login`);
  await page.getByLabel(/e-?mail/i).fill(email);
  await page.getByLabel(/password/i).fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/projects/);
}

/** Waits until nothing loads any more and the page says what it is about. */
export async function show(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("#main").waitFor();
  // A stage keeps a socket and asks for previews: quiet is enough, silence never comes.
  await page.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => undefined);
  await page
    .waitForFunction(
      '!document.querySelector("[role=status][aria-label^=Loading], [role=status][aria-label^=Drawing]")',
      null,
      {
        timeout: 10_000,
      },
    )
    .catch(() => undefined);
}
