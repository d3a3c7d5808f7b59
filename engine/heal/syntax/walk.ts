// Reading trees by position. Babel's union of all nodes is `Node`; every node of a parsed file has a start and an end.
import type { Node } from "@babel/types";

export interface Span {
  readonly from: number;
  readonly to: number;
}

export const spanOf = (node: Node): Span => ({ from: node.start ?? 0, to: node.end ?? 0 });

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { type?: unknown }).type === "string" &&
    "start" in value
  );
}

const notChildren = new Set([
  "loc",
  "extra",
  "leadingComments",
  "trailingComments",
  "innerComments",
  "comments",
  "tokens",
  "errors",
]);

export function childrenOf(node: Node): Node[] {
  return Object.entries(node)
    .filter(([key]) => !notChildren.has(key))
    .flatMap(([, value]: [string, unknown]) =>
      Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
    );
}

/** The node and all below it, outer ones first. */
export function* nodesOf(root: Node): Generator<Node> {
  yield root;
  for (const child of childrenOf(root)) yield* nodesOf(child);
}

/** From the root to the innermost node that holds the offset. */
export function pathTo(root: Node, offset: number): Node[] {
  const path: Node[] = [root];
  for (;;) {
    const last = path.at(-1);
    const next = last && childrenOf(last).find((child) => spanOf(child).from <= offset && offset < spanOf(child).to);
    if (next === undefined) return path;
    path.push(next);
  }
}
