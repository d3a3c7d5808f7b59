import { describe, expect, it } from "vitest";
import { RouteQueue, routeOf } from "./routes.ts";

const origin = "http://127.0.0.1:3000";

function drain(hrefs: readonly string[], base = `${origin}/products`): string[] {
  const queue = new RouteQueue();
  for (const href of hrefs) queue.add(href, base);
  const paths: string[] = [];
  for (let path = queue.next(); path !== undefined; path = queue.next()) paths.push(path);
  return paths;
}

describe("the routes of an app", () => {
  it.each([
    ["/products/j0y81oaeco00/edit", "/products/:id/edit"],
    ["/products/12", "/products/:id"],
    ["/products/0b0e8a3e-5c1f-4e0f-9c7c-0a6f0f2f7a11", "/products/:id"],
    ["/products/new", "/products/new"],
    ["/blog/ten-ways-to-bake", "/blog/ten-ways-to-bake"],
  ])("%s is %s", (path, route) => expect(routeOf(path)).toBe(route));

  it("are visited once, whatever record, query or fragment leads there", () => {
    expect(drain(["/products?page=2", "/products#top", "12", "13", "/products/"])).toEqual(["/products", "/12"]);
  });

  it("leave out files, the API, other origins and what is no address", () => {
    expect(drain(["/sitemap.xml", "/api/products", "https://example.com/a", "mailto:a@b.c", "http://["])).toEqual([]);
  });

  it("do not grow with the records that have a name for an address", () => {
    expect(drain(Array.from({ length: 100 }, (_, at) => `/blog/post-${"x".repeat(at + 1)}`)).length).toBe(15);
  });
});
