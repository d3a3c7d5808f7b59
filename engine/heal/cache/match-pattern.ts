// Where the shape of a change stands in a file, and what its holes are there.
import type { PatternChange, PatternToken } from "./fix.ts";
import type { Token } from "./split-tokens.ts";

export type Bindings = ReadonlyMap<string, string>;

export interface Match {
  /** Of the first token that changes. */
  readonly index: number;
  readonly bindings: Bindings;
}

/** A change may be this many tokens further from, or nearer to, the error than where it was learned. */
const slack = 6;

/** What a hole holds: a literal's text without its quotes. */
export const contentOf = ({ kind, text }: Pick<Token, "kind" | "text">): string =>
  kind === "string" ? text.slice(1, -1) : text;

export function findMatches(
  tokens: readonly Token[],
  change: PatternChange,
  bindings: Bindings,
  errorToken: number | null,
): Match[] {
  const pattern = [...change.left, ...change.before, ...change.right];
  const [first, last] = windowOf(tokens.length - pattern.length, change, errorToken);
  const found: Match[] = [];
  for (let at = first; at <= last; at += 1) {
    const bound = matchAt(tokens, at, pattern, bindings);
    if (bound !== null) found.push({ index: at + change.left.length, bindings: bound });
  }
  return found;
}

/** Where the pattern may begin. Empty where an error has no place and the change depends on one. */
function windowOf(most: number, change: PatternChange, errorToken: number | null): [number, number] {
  let first = change.closes ? most : 0;
  let last = change.opens ? 0 : most;
  if (change.at !== null) {
    if (errorToken === null) return [0, -1];
    const middle = errorToken + change.at - change.left.length;
    first = Math.max(first, middle - slack);
    last = Math.min(last, middle + slack);
  }
  return [Math.max(0, first), last];
}

function matchAt(
  tokens: readonly Token[],
  at: number,
  pattern: readonly PatternToken[],
  known: Bindings,
): Bindings | null {
  const bindings = new Map(known);
  for (const [offset, wanted] of pattern.entries()) {
    const token = tokens[at + offset];
    if (token === undefined || token.kind !== wanted.kind) return null;
    if ("text" in wanted) {
      if (token.text !== wanted.text) return null;
      continue;
    }
    const bound = bindings.get(wanted.hole);
    if (bound === undefined) bindings.set(wanted.hole, contentOf(token));
    else if (bound !== contentOf(token)) return null;
  }
  return bindings;
}
