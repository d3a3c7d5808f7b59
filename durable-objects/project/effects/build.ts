// building and testing: a version's files through the builder. A green build leaves its artefact in blob storage.
import { stackFor } from "#engine/stacks/stacks.ts";
import type { Stack } from "#engine/stacks/stack.ts";
import { diagnoseError, diagnoseFault, diagnoseSteps } from "#engine/heal/diagnose.ts";
import type { Diagnosis } from "#engine/heal/diagnosis.ts";
import { readRefusal } from "#engine/heal/parse/read-refusal.ts";
import { closeBuildLog, openBuildLog } from "#db/queries/build-logs.ts";
import { recordChecks } from "#db/queries/version-checks.ts";
import { readManifest, setVersionArtefact, setVersionStatus } from "#db/queries/version-writes.ts";
import type { BuildFinished, BuildRequest, BuildStep } from "#builder/protocol.ts";
import type { Actor } from "#protocol/envelope.ts";
import { builderFor, BuilderUnavailable, type Builder } from "../../../workers/jobs/builder.ts";
import { createRevision, storeRevision } from "../../../workers/preview/revision.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { encodeFiles, readFiles } from "../../../workers/storage/tree.ts";
import { judgeSteps } from "../checks/judge-checks.ts";
import { learnFixes } from "../healing/learn-fixes.ts";
import { settleFixes } from "../healing/settle-fixes.ts";
import { BuildTranscript } from "./build-transcript.ts";
import type { HealingContext, LoopContext } from "../machine/context.ts";
import type { GenerationRecord } from "../storage/loop-store.ts";
import type { RunWork, WorkContext, WorkResult } from "./work.ts";

const builderActor: Actor = { kind: "system", id: "builder" };

export const build: RunWork = (context) => run(context, "build");
export const test: RunWork = (context) => run(context, "test");

async function run(context: WorkContext, kind: "build" | "test"): Promise<WorkResult> {
  const { env, db, record, effect, signal, emit } = context;
  const { id: generationId, input } = record;
  const { versionId } = record.context;
  const stack = stackFor(input.stack);
  if (versionId === null) throw new Error(`Generation ${generationId} has nothing to ${kind}.`);
  const buildId = `bld_${effect.token}`;
  const blobs = new BlobStore(env.BLOBS);
  const builder = builderFor(env, input.projectId);
  await openBuildLog(db, {
    id: buildId,
    projectId: input.projectId,
    generationId,
    versionId,
    kind,
  });
  if (kind === "build") await setVersionStatus(db, versionId, "building");
  const request = await buildRequest(context, stack, blobs, versionId, buildId, kind);
  signal.throwIfAborted();
  emit("build.started", builderActor, { generationId, buildId, kind });
  const transcript = new BuildTranscript((source, level, text) => context.log(source, level, text));
  const dropOnAbort = () => void builder.drop(buildId).catch(() => {});
  signal.addEventListener("abort", dropOnAbort, { once: true });
  try {
    const finished = await builder.run(request, {
      signal,
      onEvent: (event) => transcript.add(event),
    });
    if (finished.outcome === "cancelled")
      throw new BuilderUnavailable("The builder ended the build before it was done.");
    const artefactSha = kind === "build" ? await keepArtefact(builder, blobs, stack, buildId, finished) : null;
    if (artefactSha !== null) await setVersionArtefact(db, versionId, artefactSha);
    const { sha256: logSha } = await blobs.put(transcript.text);
    const { steps, durationMs, error = null } = finished;
    const status = finished.outcome === "succeeded" ? "succeeded" : "failed";
    if (kind === "test" && status === "succeeded") await setVersionStatus(db, versionId, "green");
    const checks = judgeSteps(steps).map((judgement) => ({ ...judgement, reportSha: logSha }));
    await Promise.all([
      closeBuildLog(db, buildId, { status, steps, durationMs, logSha, artefactSha, error }),
      recordChecks(db, { projectId: input.projectId, versionId }, checks),
    ]);
    if (kind === "test" && status === "succeeded") {
      await settleFixes(context, "green");
      await learnFixes(context);
    }
    return ended(record, buildId, kind, finished, transcript);
  } catch (error) {
    const message = signal.aborted ? null : "The builder became unavailable.";
    const end = { steps: [], durationMs: 0, logSha: null, artefactSha: null, error: message };
    await closeBuildLog(db, buildId, { status: signal.aborted ? "cancelled" : "failed", ...end });
    throw error;
  } finally {
    signal.removeEventListener("abort", dropOnAbort);
    await builder.drop(buildId).catch(() => {});
  }
}

async function buildRequest(
  context: WorkContext,
  stack: Stack,
  blobs: BlobStore,
  versionId: string,
  buildId: string,
  kind: "build" | "test",
): Promise<BuildRequest> {
  const files = encodeFiles(await readFiles(blobs, await readManifest(context.db, versionId)));
  const { artefact } = stack;
  const { packageManager } = context.record.context.healing;
  const steps = kind === "build" ? stack.buildSteps : stack.testSteps;
  return {
    buildId,
    files,
    steps: steps.map((step) => adapted(step, stack, context.record.context.healing)),
    ...(packageManager && { packageManager }),
    artefact:
      kind === "build"
        ? [artefact.serverDir ?? artefact.serverEntry, artefact.assetsDir, artefact.migrationsDir, artefact.seedFile]
        : [],
  };
}

/** As far as healing has given it more, or asks less of it. */
function adapted(
  step: BuildStep,
  { simplified: less }: Stack,
  { resourceScale, simplified }: HealingContext,
): BuildStep {
  const { timeoutMs, memoryBytes, outputBytes } = step.limits;
  return {
    ...step,
    command: [...step.command, ...(simplified === true ? (less[step.name] ?? []) : [])],
    limits: {
      timeoutMs: Math.min(timeoutMs * resourceScale, 1_800_000),
      memoryBytes: memoryBytes * resourceScale,
      outputBytes: outputBytes * resourceScale,
    },
  };
}

async function keepArtefact(
  builder: Builder,
  blobs: BlobStore,
  stack: Stack,
  buildId: string,
  finished: BuildFinished,
): Promise<string | null> {
  if (finished.outcome !== "succeeded") return null;
  const files = await Promise.all(
    finished.artefact.map(async ({ path }) => ({
      path,
      ...(await blobs.put(await builder.readArtefact(buildId, path))),
    })),
  );
  return storeRevision(blobs, createRevision(files, stack.artefact));
}

function ended(
  { id: generationId, context }: GenerationRecord,
  buildId: string,
  kind: "build" | "test",
  finished: BuildFinished,
  transcript: BuildTranscript,
): WorkResult {
  const failed = finished.steps.find((step) => step.outcome !== "passed" && step.outcome !== "cancelled");
  const succeeded = finished.outcome === "succeeded";
  const data = {
    generationId,
    buildId,
    kind,
    exitCode: succeeded ? 0 : (failed?.exitCode ?? null),
    durationMs: finished.durationMs,
    steps: finished.steps,
  };
  if (succeeded) {
    return {
      actor: builderActor,
      event: { type: kind === "build" ? "built" : "tested" },
      commit: (append) => {
        append("build.succeeded", builderActor, data);
        const mended = kind === "test" ? lastMended(context) : null;
        if (mended !== null) append("heal.succeeded", builderActor, { generationId, signature: mended });
      },
    };
  }
  const diagnosis = diagnose(kind, finished, transcript);
  return {
    actor: builderActor,
    event: { type: "broke", diagnosis },
    commit: (append) => append("build.failed", builderActor, data),
  };
}

/** Of the failure that the last round of this version's repairs was about; null where nothing was mended. */
function lastMended({ healing, versionId }: LoopContext): string | null {
  const last = healing.rounds?.at(-1);
  return last === undefined || last.versionId === versionId ? null : last.signature;
}

function diagnose(kind: "build" | "test", finished: BuildFinished, transcript: BuildTranscript): Diagnosis {
  const [first, ...rest] = finished.steps
    .filter((step) => step.outcome !== "passed" && step.outcome !== "cancelled")
    .map((result) => ({ result, output: transcript.ofStep(result.step) }));
  if (first !== undefined) return diagnoseSteps([first, ...rest]);
  const reason = finished.error ?? "The builder gave no reason.";
  const refused = readRefusal(reason);
  return refused === null ? diagnoseFault(kind, "unknown", "builder", reason) : diagnoseError("install", refused);
}
