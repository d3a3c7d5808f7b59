// Changes of tokens as patterns. The context around a change is as narrow as tells its place apart from all others of the
// file. Where a change writes text of the app, or swaps one name for another that the error does not give, it means that very
// code: then what is replaced has no holes either, and where nothing is replaced the context has none.
import type { FileChange } from "./compare-files.ts";
import type { PatternChange, PatternToken } from "./fix.ts";
import { Generaliser, isPublicToken, verbatim } from "./generalise.ts";
import { findMatches } from "./match-pattern.ts";
import { isRelative } from "../syntax/module-paths.ts";
import { isGrammar } from "./public-words.ts";
import { indentAt, readSpace } from "./write-change.ts";

export type Shape = Omit<PatternChange, "file">;

/** Changes this far from the error, in tokens, are found by their distance from it. */
const near = 12;
const contextWidths = [4, 6, 9, 14, 24];

interface Verbatim {
  readonly context: boolean;
  readonly before: boolean;
}

export interface GeneralChange {
  readonly path: string;
  readonly change: Shape;
}

/** `named`: hole → what the error calls by it. null where a place cannot be told apart. */
export function generaliseChanges(
  changes: readonly FileChange[],
  named: ReadonlyMap<string, string>,
): GeneralChange[] | null {
  let modes: Verbatim[] = changes.map(() => ({ context: false, before: false }));
  // Taking holes away from one change may leave a name of another one without its hole, so once more for each.
  for (let round = 0; round <= changes.length; round += 1) {
    const generaliser = new Generaliser(named);
    const found = changes.map((each, at) => findShape(each, generaliser, modes[at]));
    if (found.includes(null)) return null;
    const shapes = changes.map((each, at) => writeAfter(each, found[at] as Shape, generaliser));
    const next = shapes.map((shape, at) => needsText(shape, modes[at]));
    if (next.every(({ context, before }, at) => context === modes[at]?.context && before === modes[at]?.before))
      return changes.map(({ file }, at) => ({ path: file.path, change: shapes[at] as Shape }));
    modes = next;
  }
  return null;
}

/** Without what it writes. Of all widths the narrowest that has one place; only that one's names become holes. */
function findShape(each: FileChange, generaliser: Generaliser, mode: Verbatim | undefined): Shape | null {
  for (const width of contextWidths) {
    const shape = shapeOf(each, width, new Generaliser(new Map()), mode);
    const { tokens, errorToken } = each.file;
    const matches = findMatches(tokens, { ...shape, file: { in: "error" } }, new Map(), errorToken);
    const isTold = shape.at === null ? matches.length === 1 : matches.some(({ index }) => index === each.change.from);
    if (isTold) return shapeOf(each, width, generaliser, mode);
  }
  return null;
}

function shapeOf(
  { file, change }: FileChange,
  width: number,
  generaliser: Generaliser,
  { context, before } = { context: false, before: false },
): Shape {
  const { tokens, errorToken } = file;
  const first = Math.max(0, change.from - width);
  const last = Math.min(tokens.length, change.to + width);
  const distance = errorToken === null ? null : change.from - errorToken;
  const read = (from: number, to: number, text: boolean): PatternToken[] =>
    tokens.slice(from, to).map((token) => (text ? verbatim(token) : generaliser.find(token)));
  return {
    at: distance !== null && Math.abs(distance) <= near ? distance : null,
    opens: first === 0 && change.from - width < 0,
    closes: last === tokens.length && change.to + width > tokens.length,
    left: read(first, change.from, context),
    before: read(change.from, change.to, before),
    right: read(change.to, last, context),
    after: [],
    trailing: { lines: 0, indent: 0 },
  };
}

function writeAfter({ file, change }: FileChange, shape: Shape, generaliser: Generaliser): Shape {
  const { newText, newTokens } = file;
  const names = new Set(file.tokens.flatMap(({ kind, text }) => (kind === "word" ? text : [])));
  const base = indentAt(newText, newTokens[change.start - 1]?.from ?? 0);
  const spaceBefore = (index: number) =>
    readSpace(newText.slice(newTokens[index - 1]?.to ?? 0, newTokens[index]?.from ?? newText.length), base);
  return {
    ...shape,
    after: newTokens
      .slice(change.start, change.end)
      .map((token, at) => ({ token: generaliser.write(token, names), space: spaceBefore(change.start + at) })),
    trailing: spaceBefore(change.end),
  };
}

function needsText({ before, after }: Shape, mode: Verbatim = { context: false, before: false }): Verbatim {
  const written = after.map(({ token }) => token);
  const ownText = written.some(isOwnText);
  const kept = new Set(written.flatMap((token) => ("hole" in token ? token.hole : [])));
  const isLost = before.some((token) => "hole" in token && !kept.has(token.hole));
  const isGained = written.some(
    (token) => "text" in token && token.kind !== "sign" && !(token.kind === "word" && isGrammar(token.text)),
  );
  // What replaces the very same text needs no other evidence, nor does an import, which is looked up; what is only put in does.
  const isAsserted = written.some((token, at) => isOwnText(token) && !isImportedPath(token, written[at - 1]));
  return {
    context: mode.context || (isAsserted && before.length === 0),
    before: mode.before || ownText || (isLost && isGained),
  };
}

const isOwnText = (token: PatternToken): boolean => "text" in token && !isPublicToken(token);

/** `from "./x.ts"`: whether the other app has such a file, and in it what is imported, is asked when the fix is used. */
const isImportedPath = (token: PatternToken, previous: PatternToken | undefined): boolean =>
  "text" in token &&
  token.kind === "string" &&
  isRelative(token.text.slice(1, -1)) &&
  previous !== undefined &&
  "text" in previous &&
  previous.text === "from";
