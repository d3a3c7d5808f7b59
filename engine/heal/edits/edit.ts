// What a repair does to the tree. Each edit says what it expects to find, so that one made for another state of the file
// is refused instead of doing damage.

export interface ReplaceEdit {
  readonly kind: "replace";
  readonly path: string;
  /** Offset in UTF-16 units. */
  readonly from: number;
  /** What stands there now. */
  readonly expected: string;
  readonly text: string;
}

/** There must be no such file. */
export interface CreateEdit {
  readonly kind: "create";
  readonly path: string;
  readonly text: string;
}

export type Edit = ReplaceEdit | CreateEdit;

export type Tree = ReadonlyMap<string, string>;

export const insert = (path: string, at: number, text: string): ReplaceEdit => ({
  kind: "replace",
  path,
  from: at,
  expected: "",
  text,
});

export const replace = (path: string, source: string, from: number, to: number, text: string): ReplaceEdit => ({
  kind: "replace",
  path,
  from,
  expected: source.slice(from, to),
  text,
});

/** The smallest edit that makes `after` of `before`. */
export function difference(path: string, before: string, after: string): ReplaceEdit {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let tail = 0;
  while (
    tail < before.length - from &&
    tail < after.length - from &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  return replace(path, before, from, before.length - tail, after.slice(from, after.length - tail));
}
