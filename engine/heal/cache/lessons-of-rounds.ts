// From the rounds of a generation that became green to what can be learned from them: each cause with the tree that first
// showed it and the one that no longer did. Where several causes were mended at once, each gets the changes next to it, and
// what is next to none teaches nothing.
import type { Tree } from "../edits/edit.ts";
import type { AddedPackage } from "../rules/rule.ts";
import { signError } from "../signature/sign-error.ts";
import type { StructuredError } from "../structured-error.ts";
import { compareFiles, type FileChange, withChanges } from "./compare-files.ts";
import type { Lesson } from "./learn-fix.ts";
import { tokenAt } from "./token-at.ts";

export interface FailedState {
  readonly causes: readonly StructuredError[];
  readonly tree: Tree;
}

export interface RoundLesson {
  readonly lesson: Lesson;
  /** The round whose failure it is about; what was done then, or last before the cause was gone, mended it. */
  readonly from: number;
  readonly until: number;
}

export function lessonsOfRounds(
  rounds: readonly FailedState[],
  green: Tree,
  known: Pick<Lesson, "packages" | "manifest" | "earlier">,
): RoundLesson[] {
  const learned = new Set<string>();
  return rounds.flatMap(({ causes, tree }, from) => {
    const fresh = causes.filter((error) => !learned.has(signError(error).hash));
    for (const error of fresh) learned.add(signError(error).hash);
    return fresh.flatMap((error) => {
      const { hash } = signError(error);
      const gone = rounds.findIndex(
        (round, at) => at > from && !round.causes.some((each) => signError(each).hash === hash),
      );
      const until = gone < 0 ? rounds.length : gone;
      const after = rounds[until]?.tree ?? green;
      const own = changesOf(error, causes, tree, after);
      return own === null ? [] : { from, until, lesson: { error, before: tree, ...own, ...known } };
    });
  });
}

type Part = Pick<Lesson, "after" | "added">;

function changesOf(error: StructuredError, causes: readonly StructuredError[], before: Tree, after: Tree): Part | null {
  const added = addedPackages(before, after);
  // The builder wrote what it added into the manifest: the fix adds it in the same way.
  const mended = added.length === 0 ? after : withManifestOf(after, before);
  if (causes.length === 1) return { after: mended, added };
  const compared = compareFiles(before, mended, error);
  if (compared === null || compared.created.length > 0 || added.length > 0) return null;
  const own: FileChange[] = [];
  for (const each of compared.changes) {
    const nearest = nearestCause(each, causes);
    if (nearest === null) return null;
    if (nearest === error) own.push(each);
  }
  return own.length === 0 ? null : { after: withChanges(before, own), added };
}

/** In tokens; null when no cause is in the file. */
function nearestCause({ file, change }: FileChange, causes: readonly StructuredError[]): StructuredError | null {
  let nearest: { error: StructuredError; distance: number } | null = null;
  for (const error of causes) {
    if (error.file !== file.path) continue;
    const distance = Math.abs((tokenAt(file.tokens, file.text, error) ?? 0) - change.from);
    if (nearest === null || distance < nearest.distance) nearest = { error, distance };
  }
  return nearest?.error ?? null;
}

const manifest = "package.json";

function withManifestOf(tree: Tree, source: Tree): Tree {
  const text = source.get(manifest);
  return text === undefined ? tree : new Map([...tree, [manifest, text]]);
}

function addedPackages(before: Tree, after: Tree): AddedPackage[] {
  const then = dependenciesOf(before.get(manifest));
  return [...dependenciesOf(after.get(manifest))].flatMap(([name, range]) => (then.has(name) ? [] : { name, range }));
}

function dependenciesOf(text: string | undefined): Map<string, string> {
  try {
    const parsed = JSON.parse(text ?? "{}") as Partial<Record<"dependencies" | "devDependencies", unknown>>;
    const lists = [parsed.dependencies, parsed.devDependencies];
    return new Map(
      lists.flatMap((list) =>
        typeof list === "object" && list !== null
          ? Object.entries(list).filter((entry): entry is [string, string] => typeof entry[1] === "string")
          : [],
      ),
    );
  } catch {
    return new Map();
  }
}
