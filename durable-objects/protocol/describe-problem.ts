// When a problem of the running app happened, in words. What comes from the app stays text.
import type { AppProblem } from "./app-problem.ts";

type Told = Pick<AppProblem, "count" | "pages" | "clicked" | "route" | "environment">;

/** "Happened 3 times, on /products and /orders, after clicking “Save”." */
export function whenItHappened({ count, pages, clicked, route, environment }: Told): string {
  const times = count === 1 ? "Happened once" : `Happened ${count.toLocaleString("en-US")} times`;
  const where = pages.length > 0 ? `on ${listOf(pages)}` : route === null ? null : `in ${route}`;
  const after = clicked === null ? null : `after clicking ${clicked}`;
  const published = environment === "production" ? "in the published app" : null;
  return `${[times, published, where, after].filter((part) => part !== null).join(", ")}.`;
}

function listOf(pages: readonly string[]): string {
  if (pages.length < 2) return pages[0] ?? "";
  return `${pages.slice(0, -1).join(", ")} and ${pages.at(-1)}`;
}
