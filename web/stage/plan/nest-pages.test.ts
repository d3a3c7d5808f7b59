import { expect, it } from "vitest";
import type { Prd } from "#engine/prd/schema.ts";
import { type PageNode, nestPages } from "./nest-pages.ts";

const pages = (...paths: string[]) => paths.map((path) => ({ path, title: path, purpose: "" }) as Prd["pages"][number]);
const outline = (nodes: readonly PageNode[]): unknown[] =>
  nodes.map(({ page, below }) => (below.length === 0 ? page.path : [page.path, ...outline(below)]));

it("puts each page below the nearest one above it, in the plan's order", () => {
  expect(
    outline(nestPages(pages("/", "/bikes/:id", "/bikes", "/bikes/new", "/bikes-for-hire", "/bikes/:id/edit"))),
  ).toEqual([["/", ["/bikes", ["/bikes/:id", "/bikes/:id/edit"], "/bikes/new"], "/bikes-for-hire"]]);
});

it("needs no front page", () => {
  expect(outline(nestPages(pages("/a", "/b", "/b/c")))).toEqual(["/a", ["/b", "/b/c"]]);
});

it("keeps two pages of one address", () => {
  expect(outline(nestPages(pages("/a", "/a")))).toEqual(["/a", "/a"]);
});
