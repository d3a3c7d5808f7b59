// Once build and tests pass: what the repairs before it teach. A repair is what changed between the version that failed and
// the one that no longer did; when a rule gives the very same change, the fix is the rule's name. Safe to repeat.
import { countUses, fixesOf, keepFix, workspaceOf } from "#db/queries/fix-memory.ts";
import { findGreenVersion, readBothManifests, readManifest, readVersion } from "#db/queries/version-writes.ts";
import { allowedPackages } from "#engine/agents/coder/allowed-packages.ts";
import { applyFix } from "#engine/heal/cache/apply-fix.ts";
import { describeFix } from "#engine/heal/cache/describe-fix.ts";
import { findRule } from "#engine/heal/cache/find-rule.ts";
import type { FixOrigin } from "#engine/heal/cache/fix-origins.ts";
import type { Fix } from "#engine/heal/cache/fix.ts";
import { isShareable } from "#engine/heal/cache/is-shareable.ts";
import type { Lesson } from "#engine/heal/cache/learn-fix.ts";
import { learnFromLesson } from "#engine/heal/cache/learn-from-lesson.ts";
import { type FailedState, lessonsOfRounds, type RoundLesson } from "#engine/heal/cache/lessons-of-rounds.ts";
import type { Tree } from "#engine/heal/edits/edit.ts";
import { signError } from "#engine/heal/signature/sign-error.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { FixStore } from "../../../workers/storage/fix-store.ts";
import { readTree } from "../../../workers/storage/tree.ts";
import type { WorkContext } from "../effects/work.ts";
import { logMemoryFailure } from "./log-memory-failure.ts";
import { readEarlier } from "./read-earlier.ts";
import { readFailedBuild } from "./read-failed-build.ts";

type Work = Pick<WorkContext, "env" | "db" | "record">;

/** A version that failed, and what was done about it. */
interface Step {
  readonly versionId: string;
  /** Null: something that teaches nothing, such as leaving out what failed. */
  readonly origin: FixOrigin | "cache" | null;
  /** Of the cache, that it used. */
  readonly fixes: readonly string[];
}

interface Learned {
  readonly fix: Fix;
  readonly origin: FixOrigin;
}

export async function learnFixes(work: Work): Promise<void> {
  const { env, db, record } = work;
  const { versionId } = record.context;
  if (versionId === null) return;
  try {
    const steps = await readSteps(work, versionId);
    const workspaceId = steps.length === 0 ? null : await workspaceOf(db, record.input.projectId);
    if (workspaceId === null) return;
    const blobs = new BlobStore(env.BLOBS);
    const treeOf = async (id: string) => readTree(blobs, await readManifest(db, id));
    const failed: FailedState[] = [];
    for (const step of steps)
      failed.push({
        causes: await readFailedBuild(db, blobs, step.versionId),
        tree: await treeOf(step.versionId),
      });
    const known = {
      packages: allowedPackages,
      manifest: stackFor(record.input.stack).manifest,
      earlier: await earlierOf(work, versionId, steps, failed),
    };
    for (const lesson of lessonsOfRounds(failed, await treeOf(versionId), known)) {
      const learned = await learn(work, workspaceId, lesson, steps.slice(lesson.from, lesson.until));
      if (learned !== null) await keep(work, workspaceId, lesson, learned);
    }
  } catch (error) {
    logMemoryFailure("learn fixes", error);
  }
}

/** The app before the first failure. */
async function earlierOf(
  { env, db, record }: Work,
  versionId: string,
  [first]: readonly Step[],
  [failed]: readonly FailedState[],
): Promise<Tree | null> {
  if (first === undefined || failed === undefined) return null;
  const green = await findGreenVersion(db, record.input.projectId, versionId);
  return readEarlier({ env, db }, { ...(await readBothManifests(db, first.versionId)), tree: failed.tree }, green);
}

/** Oldest first; a version that was tried again counts once, with what was done in the end. */
async function readSteps({ db, record }: Work, versionId: string): Promise<Step[]> {
  const steps = new Map<string, Step>();
  if (record.context.buildsVersion) {
    const first = record.context.healing.rounds?.[0]?.versionId ?? versionId;
    const version = await readVersion(db, first);
    const parent = version?.parentId ? await readVersion(db, version.parentId) : null;
    if (parent?.status === "failed") steps.set(parent.id, { versionId: parent.id, origin: "person", fixes: [] });
  }
  for (const { versionId: failed, tried, source, fixes = [] } of record.context.healing.rounds ?? []) {
    if (failed === null || failed === versionId) continue;
    const origin =
      tried === "mend-code" ? "model" : tried !== "apply-repairs" ? null : source === "rule" ? "rule" : "cache";
    steps.set(failed, { versionId: failed, origin, fixes });
  }
  return [...steps.values()];
}

/** Null where there is nothing to learn, or nothing that is not known. */
async function learn(
  work: Work,
  workspaceId: string,
  { lesson }: RoundLesson,
  steps: readonly Step[],
): Promise<Learned | null> {
  const last = steps.at(-1);
  if (last === undefined || steps.some(({ origin }) => origin === null)) return null;
  if (last.origin === "cache") return carryOver(work, workspaceId, lesson, last.fixes);
  const fix = learnFromLesson(lesson);
  if (fix === null || last.origin === null) return null;
  return { fix, origin: steps.some(({ origin }) => origin === "person") ? "person" : last.origin };
}

/** What helped for a similar error is from now on known for this one; what the cache had nothing for, a rule mended. */
async function carryOver(
  { env, db }: Work,
  workspaceId: string,
  lesson: Lesson,
  ids: readonly string[],
): Promise<Learned | null> {
  const { error, before, after, packages, manifest = null, earlier = null } = lesson;
  const { hash } = signError(error);
  const used = await fixesOf(db, ids);
  if (used.some(({ signature }) => signature === hash)) return null;
  const store = new FixStore(env.BLOBS, workspaceId);
  for (const { fingerprint, origin } of used) {
    const fix = await store.get(fingerprint);
    const applied = fix && applyFix(fix, { error, tree: before, packages, manifest, earlier });
    if (fix && applied && [...applied.tree].every(([path, text]) => after.get(path) === text)) return { fix, origin };
  }
  const rule = findRule(lesson);
  return rule === null ? null : { fix: { kind: "rule", rule }, origin: "rule" };
}

async function keep(
  { env, db, record }: Work,
  workspaceId: string,
  { lesson, from }: RoundLesson,
  { fix, origin }: Learned,
): Promise<void> {
  const { hash, text } = signError(lesson.error);
  const { id } = await keepFix(db, {
    workspaceId,
    signature: hash,
    signatureText: text,
    fingerprint: await new FixStore(env.BLOBS, workspaceId).put(fix),
    summary: describeFix(fix),
    message: lesson.error.message.slice(0, 300),
    origin,
    projectId: record.input.projectId,
    shareable: isShareable(fix),
    borrowed: false,
  });
  await countUses(db, [{ fixId: id, generationId: record.id, round: from, outcome: "succeeded" }]);
  await env.FIXES.get(env.FIXES.idFromName(workspaceId)).remember(hash, text);
}
