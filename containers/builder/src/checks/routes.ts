// Which addresses of an app are pages of their own: one detail page stands for all records, a query for nothing.

/** Record ids: UUIDs, numbers, and long lower-case codes with a digit in them. */
const idSegment = /^(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|(?=.*\d)[0-9a-z_-]{10,})$/i;
/** Pages below one parent; the rest are taken for records named by words. */
const mostSiblings = 15;

export function routeOf(path: string): string {
  return path
    .split("/")
    .map((segment) => (idSegment.test(segment) ? ":id" : segment))
    .join("/");
}

export class RouteQueue {
  readonly #seen = new Set<string>();
  readonly #siblings = new Map<string, number>();
  readonly #waiting: string[] = [];

  /** An address as a page at `base` would follow it; queries and fragments are left away, other origins ignored. */
  add(href: string, base: string): void {
    let url: URL;
    try {
      url = new URL(href, base);
    } catch {
      return;
    }
    if (url.origin !== new URL(base).origin) return;
    const path = url.pathname.replace(/(.)\/+$/, "$1");
    // Files and the API are no pages.
    if (/\.[a-z0-9]+$/i.test(path) || /^\/api(\/|$)/.test(path)) return;
    const route = routeOf(path);
    if (this.#seen.has(route)) return;
    const parent = route.slice(0, route.lastIndexOf("/"));
    const siblings = this.#siblings.get(parent) ?? 0;
    if (parent !== "" && siblings >= mostSiblings) return;
    this.#siblings.set(parent, siblings + 1);
    this.#seen.add(route);
    this.#waiting.push(path);
  }

  next(): string | undefined {
    return this.#waiting.shift();
  }

  get waiting(): readonly string[] {
    return this.#waiting;
  }
}
