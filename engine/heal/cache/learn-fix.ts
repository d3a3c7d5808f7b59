// From a fault that was mended to a fix that another app can use: what changed, with a hole for every name that is the
// app's own. null wherever the change is too large, or applying what was learned would not give the same result again.
import type { AllowedPackage } from "#engine/agents/coder/allowed-packages.ts";
import type { Tree } from "../edits/edit.ts";
import type { AddedPackage, Manifest } from "../rules/rule.ts";
import type { StructuredError } from "../structured-error.ts";
import { applyFix } from "./apply-fix.ts";
import { type EditsFix, fixLimits } from "./fix.ts";
import { compareFiles } from "./compare-files.ts";
import { generaliseChanges } from "./generalise-changes.ts";
import { namesOfError } from "./names-of-error.ts";
import { placeOf } from "./place-of-file.ts";
import { splitTokens } from "./split-tokens.ts";

export interface Lesson {
  readonly error: StructuredError;
  /** The tree that showed the error, and the one that no longer did. */
  readonly before: Tree;
  readonly after: Tree;
  /** Packages that were added in between. */
  readonly added: readonly AddedPackage[];
  /** Packages that may be added to an app. */
  readonly packages: readonly AllowedPackage[];
  /** The stack's own, for rules that know versions by it. */
  readonly manifest?: Manifest | null;
  /** The app as it was before the fault, for rules that put back what was lost. */
  readonly earlier?: Tree | null;
}

export function learnFix(lesson: Lesson): EditsFix | null {
  const { error, before, after, added } = lesson;
  const compared = compareFiles(before, after, error);
  if (compared === null) return null;
  const { form, holes } = namesOfError(error);
  const changes = generaliseChanges(compared.changes, holes);
  if (changes === null) return null;
  const fix: EditsFix = {
    kind: "edits",
    message: form,
    changes: changes.map(({ path, change }) => ({ file: placeOf(path, error.file, holes, before), ...change })),
    creates: compared.created.map(([path, text]) => ({ file: placeOf(path, error.file, holes, after), text })),
    packages: [...added],
  };
  return isSmall(fix) && givesTheSame(fix, lesson) ? fix : null;
}

function isSmall({ changes, creates, packages }: EditsFix): boolean {
  const tokens = changes.flatMap(({ left, before, right, after }) => [...left, ...before, ...right, ...after]);
  return (
    changes.length + creates.length + packages.length > 0 &&
    tokens.length <= fixLimits.tokens &&
    creates.length <= fixLimits.created &&
    creates.every(({ text }) => text.length <= fixLimits.createdCharacters) &&
    packages.length <= fixLimits.packages
  );
}

/** Where it was learned, token for token. */
function givesTheSame(fix: EditsFix, { error, before, after, packages, manifest = null }: Lesson): boolean {
  const applied = applyFix(fix, { error, tree: before, packages, manifest });
  if (applied === null) return false;
  const tokensOf = (text: string): string => JSON.stringify(splitTokens(text).map((token) => token.text));
  return fix.changes.length + fix.creates.length === 0
    ? true
    : changedPaths(before, applied.tree).every(
        (path) => tokensOf(applied.tree.get(path) ?? "") === tokensOf(after.get(path) ?? ""),
      );
}

const changedPaths = (before: Tree, after: Tree): string[] =>
  [...after.keys()].filter((path) => before.get(path) !== after.get(path));
