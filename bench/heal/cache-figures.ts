// What the cache makes of the corpus: a fix is learned where it was right, which in a corpus is the scaffold again, whoever
// made it. Then the same fault is shown to it in an app where every name is another one, and the faults of all other apps of
// the half, which it may mend, or leave, but not mend wrongly.
import { allowedPackages } from "#engine/agents/coder/allowed-packages.ts";
import { applyFix } from "#engine/heal/cache/apply-fix.ts";
import type { EditsFix } from "#engine/heal/cache/fix.ts";
import { learnFix } from "#engine/heal/cache/learn-fix.ts";
import { renameError, renameTree } from "#engine/heal/cache/renamed-app.fixture.ts";
import { isNearEnough } from "#engine/heal/cache/similar.ts";
import type { Tree } from "#engine/heal/edits/edit.ts";
import { signError } from "#engine/heal/signature/sign-error.ts";
import type { StructuredError } from "#engine/heal/structured-error.ts";
import { round } from "../statistics.ts";
import { rebuildApp } from "./broken-app.ts";
import type { BrokenRecord } from "./corpus-file.ts";
import { diagnose } from "./heal-app.ts";

interface Lesson {
  readonly seed: number;
  readonly error: StructuredError;
  readonly signature: { readonly hash: string; readonly text: string };
  /** Files that differ alone: the rest of an app says nothing of a fault in them. */
  readonly before: Tree;
  readonly after: Tree;
  readonly fix: EditsFix | null;
}

export function cacheFigures(records: readonly BrokenRecord[]) {
  const lessons = records.flatMap((record) => lessonOf(record) ?? []);
  const learned = lessons.flatMap((lesson) => (lesson.fix === null ? [] : [{ ...lesson, fix: lesson.fix }]));
  const renamed = learned.map(({ seed, fix, error, before, after }) => {
    const tree = renameTree(before);
    return { seed, ...judge(fix, renameError(error, before, tree), tree, renameTree(after)) };
  });
  const elsewhere = learned.flatMap(({ seed, fix, signature }) =>
    lessons
      .filter((other) => other.seed !== seed && isNearEnough(signature.text, other.signature.text))
      .map((other) => ({
        pair: `${seed} on ${other.seed}`,
        isExact: other.signature.hash === signature.hash,
        ...judge(fix, other.error, other.before, other.after),
      })),
  );
  return {
    faults: lessons.length,
    learned: learned.length,
    sameFaultOtherNames: {
      ...tally(renamed),
      share: round(renamed.filter(({ is }) => is === "right").length / Math.max(1, renamed.length)),
      wrongSeeds: renamed.filter(({ is }) => is === "wrong").map(({ seed }) => seed),
    },
    otherApps: {
      sameSignature: tally(elsewhere.filter(({ isExact }) => isExact)),
      similarSignature: tally(elsewhere.filter(({ isExact }) => !isExact)),
      falseHits: round(
        elsewhere.filter(({ is }) => is === "wrong").length /
          Math.max(1, elsewhere.filter(({ is }) => is !== "none").length),
      ),
      wrongPairs: elsewhere.filter(({ is }) => is === "wrong").map(({ pair }) => pair),
    },
  };
}

function lessonOf(record: BrokenRecord): Lesson | null {
  const app = rebuildApp(record);
  const error = diagnose(record.runs[0]?.failed ?? {}).causes?.[0]?.error;
  if (app === null || error === undefined || record.faults.length > 1) return null;
  const only = (tree: Tree): Tree => new Map([...tree].filter(([path]) => app.changed.includes(path)));
  const [before, after] = [only(app.broken), only(app.scaffold)];
  const fix = learnFix({ error, before, after, added: [], packages: allowedPackages });
  return { seed: record.seed, error, signature: signError(error), before, after, fix };
}

type Verdict = { readonly is: "right" | "wrong" | "none" };

function judge(fix: EditsFix, error: StructuredError, before: Tree, after: Tree): Verdict {
  const applied = applyFix(fix, { error, tree: before, packages: allowedPackages });
  if (applied === null) return { is: "none" };
  const isRight = [...after].every(([path, text]) => withoutSpace(applied.tree.get(path) ?? "") === withoutSpace(text));
  return { is: isRight ? "right" : "wrong" };
}

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, "");

const tally = (list: readonly Verdict[]) => ({
  tried: list.length,
  right: list.filter(({ is }) => is === "right").length,
  nothing: list.filter(({ is }) => is === "none").length,
  wrong: list.filter(({ is }) => is === "wrong").length,
});
