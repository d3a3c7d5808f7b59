// Collects what goes wrong on a page while it is used. What the sandbox keeps from the app (other hosts) is not its fault.
import type { Page } from "playwright-core";
import type { PageProblem } from "./report.ts";

const longestText = 500;
const mostProblems = 100;

export interface PageWatch {
  readonly problems: PageProblem[];
  /** From here on problems belong to this path. */
  at(path: string): void;
  add(kind: PageProblem["kind"], text: string): void;
}

export function watchPage(page: Page, origin: string): PageWatch {
  const problems: PageProblem[] = [];
  let path = "/";
  const add = (kind: PageProblem["kind"], text: string): void => {
    if (problems.length >= mostProblems) return;
    problems.push({ path, kind, text: text.replaceAll(origin, "").slice(0, longestText) });
  };
  const isForeign = (url: string): boolean => /^(https?|wss?):/.test(url) && new URL(url).origin !== origin;
  page.on("pageerror", (error) => add("exception", error.message));
  page.on("console", (message) => {
    if (message.type() !== "error" || isForeign(message.location().url)) return;
    // Chromium repeats every refused request here; `response` below says it better.
    if (!message.text().startsWith("Failed to load resource")) add("console", message.text());
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "failed";
    // Leaving a page aborts what it still loads.
    if (!isForeign(request.url()) && reason !== "net::ERR_ABORTED") add("request", `${request.url()}: ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !isForeign(response.url()))
      add("response", `${response.request().method()} ${response.url()} answered ${response.status()}`);
  });
  page.on("crash", () => add("exception", "The page crashed the browser."));
  return {
    problems,
    at: (next) => {
      path = next;
    },
    add,
  };
}
