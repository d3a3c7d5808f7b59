// coding: PRD → file tree, people's edits merged in, a model's work on top → blobs and an immutable version. Safe to
// repeat: the version's id comes from the effect's token, blobs are named by their content, conversations go on.
import { describeUnmerged } from "#engine/agents/coder/describe-unmerged.ts";
import { findStaleNames } from "#engine/agents/coder/find-stale-names.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { insertDecisions } from "#db/queries/loop-writes.ts";
import { createVersion, headVersion, readBothManifests, type VersionFiles } from "#db/queries/version-writes.ts";
import { countPlaces, type KeptFile } from "#engine/merge/kept.ts";
import { isMigration } from "#engine/merge/plan-merge.ts";
import type { PreviousVersion } from "#engine/stacks/stack.ts";
import type { Actor } from "#protocol/envelope.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { changedFiles } from "../../../workers/storage/changed-files.ts";
import { readTree } from "../../../workers/storage/tree.ts";
import { lockedReason } from "../agents/run-task.ts";
import { type WrittenByModel, writeByModel } from "./write-by-model.ts";
import { mend } from "./mend.ts";
import { mergeEdits } from "./merge-edits.ts";
import { isMending } from "../machine/context.ts";
import type { RunWork } from "./work.ts";

const longestTitle = 100;
const coder: Actor = { kind: "agent", id: "coder" };

export const code: RunWork = async (work) => {
  const { env, db, record, effect, log } = work;
  const { id: generationId, input, prd, context } = record;
  if (isMending(context)) return mend(work);
  const stack = stackFor(input.stack);
  if (!prd) throw new Error(`Generation ${generationId} reached coding without a plan.`);
  const parent = await headVersion(db, input.projectId);
  const before = parent ? await readBothManifests(db, parent.id) : { files: {}, generated: {} };
  const blobs = new BlobStore(env.BLOBS);
  const own = changedFiles(before.generated, before.files);
  const hasOwnMigrations = own.some(({ path }) => isMigration(path));
  const migrations = await readMigrations(blobs, before.files);
  const previous = parent?.prd ? { prd: parent.prd, migrations, hasOwnMigrations } : undefined;
  const tree = stack.generate(prd, previous);
  const stored = await Promise.all([...tree].map(async ([path, text]) => [path, await blobs.put(text)] as const));
  const generated: VersionFiles = Object.fromEntries(stored);
  const sides = { base: before.generated, yours: before.files, generated };
  const merged = await mergeEdits(blobs, sides, context.edits.strategy);
  const { edited, canFallBack } = merged;
  const leftBefore = {
    async stale(): Promise<string[]> {
      const written = Object.entries(merged.files).filter(([path, { sha256 }]) => generated[path]?.sha256 !== sha256);
      const texts = await readTree(blobs, Object.fromEntries(written));
      return parent?.prd ? findStaleNames(parent.prd, prd, texts, tree) : [];
    },
    unmerged: () => describeUnmerged(merged.kept, tree, (path) => lockedReason(path) === null),
  };
  const byModel = await writeByModel(work, blobs, merged.files, own.length > 0 ? leftBefore : null);
  const { files, done, left, wrote, modelFailed } = byModel;
  // Where a model wrote after the merge, it had both sides before it.
  const kept = merged.kept.filter(({ path }) => files[path]?.sha256 === merged.files[path]?.sha256);
  await insertDecisions(
    db,
    left.map(({ title, reason }, index) => ({
      ...leftOut(title, reason),
      id: `dcs_${effect.token}_${index}`,
      projectId: input.projectId,
      generationId,
      agent: "coder",
      createdAt: new Date().toISOString(),
    })),
  );
  if ((await headVersion(db, input.projectId))?.id !== parent?.id)
    throw new Error("The project's files were changed meanwhile. Starting again from them.");
  const version = await createVersion(db, {
    id: `ver_${effect.token}`,
    projectId: input.projectId,
    parentId: parent?.id ?? null,
    generationId,
    message: parent ? titleOf(input.prompt) : `Generate ${prd.name}`,
    prompt: input.prompt,
    prd,
    createdBy: input.actorId,
    files,
    generated: changedFiles(generated, files).length === 0 ? null : generated,
    kept,
  });
  const changes = changedFiles(before.files, files);
  const fileCount = Object.keys(files).length;
  log("coder", "info", `Wrote ${changes.length} of ${fileCount} files (version ${version.number}).`);
  if (edited.length > 0) log("coder", "info", `Kept what was written on top of the scaffold in ${listed(edited)}.`);
  if (kept.length > 0) log("coder", "warn", describeKept(kept));
  return {
    actor: coder,
    event: {
      type: "coded",
      versionId: version.id,
      modelFailed,
      edits: { files: edited.slice(0, 10), canFallBack },
      ...(wrote && { wrote }),
    },
    commit: (append) => {
      for (const change of changes) append("file.changed", coder, { generationId, ...change });
      for (const { title, reason } of left)
        append("decision.recorded", coder, { generationId, ...leftOut(title, reason) });
      if (done.length + left.length > 0)
        append("message.created", coder, {
          messageId: `msg_${effect.token}`,
          role: "agent",
          text: describeTasks(done, left),
          generationId,
        });
      for (const { path, reason, places } of kept)
        append("file.kept", coder, { generationId, versionId: version.id, path, reason, places: places.length });
      append("version.created", coder, {
        versionId: version.id,
        number: version.number,
        message: version.message,
        parentId: version.parentId,
        fileCount,
      });
    },
  };
};

/** What was asked, as the name of the version that came of it. */
function titleOf(prompt: string): string {
  const [line = ""] = prompt.trim().split("\n");
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle).replace(/\s+\S*$/, "")} …`;
}

const leftOut = (title: string, reason: string) => ({ question: title, choice: "Not done", reason });

function describeTasks(done: WrittenByModel["done"], left: WrittenByModel["left"]): string {
  const lines = [
    ...done.map(({ summary }) => `- ${summary}`),
    ...left.map(({ title, reason }) => `- Not done: ${title} (${reason})`),
  ];
  return lines.join("\n");
}

/** One line for people; the version's list says it place by place. */
function describeKept(kept: readonly KeptFile[]): string {
  const aside = kept.filter((file) => file.reason === "set-aside");
  const own = kept.filter((file) => file.reason !== "set-aside");
  const count = countPlaces(own);
  const sentences = [
    count > 0 &&
      `${count} place${count === 1 ? "" : "s"} kept as you wrote ${count === 1 ? "it" : "them"}, in ${listed(own.map((file) => file.path))}.`,
    aside.length > 0 && `Set aside, since the app no longer builds with it: ${listed(aside.map((file) => file.path))}.`,
    "What is not in the files is listed with the version.",
  ];
  return sentences.filter(Boolean).join(" ");
}

const listed = (paths: readonly string[]): string =>
  paths.length <= 5 ? paths.join(", ") : `${paths.slice(0, 5).join(", ")} and ${paths.length - 5} more`;

/** The parent's migrations as they were applied; a new version may only add to them. */
async function readMigrations(blobs: BlobStore, files: VersionFiles): Promise<PreviousVersion["migrations"]> {
  const paths = Object.keys(files).filter(isMigration);
  const texts = await Promise.all(
    paths.map(async (path) => {
      const text = await blobs.text(files[path]?.sha256 ?? "");
      if (text === null) throw new Error(`The stored text of ${path} is missing. Try again.`);
      return [path, text] as const;
    }),
  );
  return new Map(texts);
}
