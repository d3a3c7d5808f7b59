// The pages of a plan as a tree by their addresses. Pure.
import type { Prd } from "#engine/prd/schema.ts";

type Page = Prd["pages"][number];

export interface PageNode {
  page: Page;
  below: PageNode[];
}

/** A page stands below the one whose address is the longest beginning of its own; the front page is above all. */
export function nestPages(pages: readonly Page[]): PageNode[] {
  const nodes = pages.map((page): PageNode => ({ page, below: [] }));
  const roots: PageNode[] = [];
  for (const node of nodes) {
    const above = nodes
      .filter((other) => other !== node && isAbove(other.page.path, node.page.path))
      .toSorted((a, b) => b.page.path.length - a.page.path.length)[0];
    (above?.below ?? roots).push(node);
  }
  return roots;
}

function isAbove(above: string, path: string): boolean {
  if (above === path) return false;
  return above === "/" ? path.startsWith("/") : path.startsWith(`${above}/`);
}
