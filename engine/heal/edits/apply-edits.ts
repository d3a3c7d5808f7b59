import type { Edit, ReplaceEdit, Tree } from "./edit.ts";

export type Applied =
  | { readonly ok: true; readonly tree: Map<string, string> }
  /** Why the edits do not fit this tree. */
  | { readonly ok: false; readonly reason: string };

/** All or nothing. Offsets are those of the tree as it is given, whatever the order of the edits. */
export function applyEdits(tree: Tree, edits: readonly Edit[]): Applied {
  const result = new Map(tree);
  const replacements = new Map<string, ReplaceEdit[]>();
  for (const edit of edits) {
    if (edit.kind === "create") {
      if (result.has(edit.path)) return { ok: false, reason: `${edit.path} exists already.` };
      result.set(edit.path, edit.text);
    } else replacements.set(edit.path, [...(replacements.get(edit.path) ?? []), edit]);
  }
  for (const [path, list] of replacements) {
    const source = tree.get(path);
    if (source === undefined) return { ok: false, reason: `${path} does not exist.` };
    let text = source;
    let next = Number.POSITIVE_INFINITY;
    for (const edit of list.toSorted((one, other) => other.from - one.from)) {
      const to = edit.from + edit.expected.length;
      if (to > next) return { ok: false, reason: `Two edits of ${path} overlap.` };
      if (source.slice(edit.from, to) !== edit.expected)
        return { ok: false, reason: `${path} does not hold what the edit expects at ${edit.from}.` };
      text = text.slice(0, edit.from) + edit.text + text.slice(to);
      next = edit.from;
    }
    result.set(path, text);
  }
  return { ok: true, tree: result };
}
