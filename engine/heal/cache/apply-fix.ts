// A fix on another tree. It fits exactly or not at all: each change at one place, every hole bound, what is written is code
// that parses and asks other files for what they have, and the guard lets it pass.
import type { AllowedPackage } from "#engine/agents/coder/allowed-packages.ts";
import { classifyError } from "../classify/classify-error.ts";
import { applyEdits } from "../edits/apply-edits.ts";
import { replace, type Edit, type Tree } from "../edits/edit.ts";
import { guardRepair } from "../edits/guard-repair.ts";
import { lostItsUse } from "../rules/lost-its-use.ts";
import type { AddedPackage, Manifest } from "../rules/rule.ts";
import { rules } from "../rules/rules.ts";
import { unusedIn } from "../rules/unused-in.ts";
import type { StructuredError } from "../structured-error.ts";
import { asksForWhatIsThere } from "./asks-for-what-is-there.ts";
import type { EditsFix, Fix, PatternChange } from "./fix.ts";
import { findMatches, type Bindings, type Match } from "./match-pattern.ts";
import { namesOfError } from "./names-of-error.ts";
import { pathOfPlace } from "./place-of-file.ts";
import { splitTokens, type Token } from "./split-tokens.ts";
import { tokenAt } from "./token-at.ts";
import { versionsAreKnown } from "./versions-are-known.ts";
import { writeChange } from "./write-change.ts";

export interface FixInput {
  readonly error: StructuredError;
  readonly tree: Tree;
  /** Packages that may be added to an app. */
  readonly packages: readonly AllowedPackage[];
  /** The stack's own, for rules that know versions by it. */
  readonly manifest?: Manifest | null;
  /** The app as it was before, for rules that put back what was lost. */
  readonly earlier?: Tree | null;
}

export interface AppliedFix {
  readonly edits: readonly Edit[];
  /** The tree with the edits. */
  readonly tree: Tree;
  /** To be added by the builder, before the edits are tried. */
  readonly packages: readonly AddedPackage[];
}

export function applyFix(fix: Fix, input: FixInput): AppliedFix | null {
  const { tree } = input;
  const proposed = fix.kind === "rule" ? askRule(fix.rule, input) : bindEdits(fix, input);
  if (proposed === null || (proposed.edits.length === 0 && proposed.packages.length === 0)) return null;
  const applied = applyEdits(tree, proposed.edits);
  if (!applied.ok || guardRepair(tree, applied.tree) !== null) return null;
  if (fix.kind === "edits" && !asksForWhatIsThere(tree, applied.tree)) return null;
  if (fix.kind === "edits" && !versionsAreKnown(tree, applied.tree, input.manifest)) return null;
  if (fix.kind === "edits" && takesOutWhatLostItsUse(input, applied.tree)) return null;
  return { ...proposed, tree: applied.tree };
}

/** As the rule that leaves out what nothing uses: a pattern that does the same knows no better. */
function takesOutWhatLostItsUse({ error, tree, earlier }: FixInput, after: Tree): boolean {
  const name = unusedIn(error);
  const { file } = error;
  if (classifyError(error).leaf !== "type/unused" || file === null || name === null) return false;
  const isMentioned = new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(after.get(file) ?? "");
  return !isMentioned && lostItsUse(error, tree, earlier);
}

type Proposed = Pick<AppliedFix, "edits" | "packages">;

/** Where the rules themselves would choose another, or none, that it once helped says nothing. */
function askRule(name: string, input: FixInput): Proposed | null {
  const { leaf } = classifyError(input.error);
  for (const rule of rules) {
    const proposal = rule.leaves.includes(leaf) ? rule.propose({ ...input, leaf }) : null;
    if (proposal === null) continue;
    return rule.name === name ? { edits: proposal.edits, packages: proposal.packages ?? [] } : null;
  }
  return null;
}

function bindEdits(fix: EditsFix, { error, tree, packages }: FixInput): Proposed | null {
  const { form, holes } = namesOfError(error);
  const isSameForm = form === fix.message;
  if (!isSameForm && !isTiedToError(fix)) return null;
  const named: Bindings = isSameForm ? holes : new Map();
  const known = fix.packages.flatMap(({ name }) => packages.find((each) => each.name === name) ?? []);
  if (known.length < fix.packages.length) return null;
  const placed = placeChanges(fix.changes, error, tree, named);
  if (placed === null) return null;
  const edits: Edit[] = [];
  for (const { change, file, match } of placed.matches) {
    const written = writeChange(change, file.tokens, match.index, placed.bindings, file.text);
    if (written === null || !hasWhatIsExpected(change, file.tokens)) return null;
    if (!keepsNamesApart(change, placed.bindings)) return null;
    edits.push(replace(file.path, file.text, written.from, written.to, written.text));
  }
  for (const { file, text } of fix.creates) {
    const path = pathOfPlace(file, error.file, named, tree);
    if (path === null || tree.has(path)) return null;
    edits.push({ kind: "create", path, text });
  }
  return { edits, packages: known.map(({ name, range }) => ({ name, range })) };
}

/** What changes is where the error is, or has to do with what it names. */
function isTiedToError({ changes }: EditsFix): boolean {
  return changes.some(
    ({ at, left, before, right }) =>
      at !== null || [...left, ...before, ...right].some((token) => "hole" in token && !/^\d/.test(token.hole)),
  );
}

/** A name that is written and that the file is said to have. */
function hasWhatIsExpected({ after }: PatternChange, tokens: readonly Token[]): boolean {
  return after.every(
    ({ token }) => !("text" in token) || token.expected !== true || tokens.some(({ text }) => text === token.text),
  );
}

/** Names that differed where it was learned: one that is bound to another's name was found by the wrong error. */
function keepsNamesApart({ after }: PatternChange, bindings: Bindings): boolean {
  const tokens = after.map(({ token }) => token);
  const written = new Set(tokens.flatMap((token) => ("text" in token && token.kind === "word" ? token.text : [])));
  return tokens.every((token) => !("hole" in token) || !written.has(bindings.get(token.hole) ?? ""));
}

interface OpenFile {
  readonly path: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Of the token that the error points at. */
  readonly errorToken: number | null;
}

interface Placed {
  readonly matches: readonly { change: PatternChange; file: OpenFile; match: Match }[];
  readonly bindings: Bindings;
}

/** Places the changes that have only one place first: what they bind tells the places of the others apart. */
function placeChanges(
  changes: readonly PatternChange[],
  error: StructuredError,
  tree: Tree,
  named: Bindings,
): Placed | null {
  const files = new Map<string, OpenFile>();
  let bindings = named;
  const left = [...changes];
  const matches: Placed["matches"][number][] = [];
  while (left.length > 0) {
    const next = left.flatMap((change) => {
      const path = pathOfPlace(change.file, error.file, named, tree);
      const file = path === null ? null : (files.get(path) ?? openFile(path, error, tree));
      if (file === null) return [];
      files.set(file.path, file);
      const found = findMatches(file.tokens, change, bindings, file.errorToken);
      const match = onlyOne(found, change, file.errorToken);
      return match === null ? [] : [{ change, file, match }];
    })[0];
    if (next === undefined) return null;
    matches.push(next);
    bindings = next.match.bindings;
    left.splice(left.indexOf(next.change), 1);
  }
  return { matches, bindings };
}

/** Of several places the one that is as far from the error as where the fix was learned. */
function onlyOne(found: readonly Match[], { at }: PatternChange, errorToken: number | null): Match | null {
  if (found.length <= 1) return found[0] ?? null;
  return found.find(({ index }) => at !== null && errorToken !== null && index - errorToken === at) ?? null;
}

function openFile(path: string, error: StructuredError, tree: Tree): OpenFile | null {
  const text = tree.get(path);
  if (text === undefined) return null;
  const tokens = splitTokens(text);
  return { path, text, tokens, errorToken: path === error.file ? tokenAt(tokens, text, error) : null };
}
