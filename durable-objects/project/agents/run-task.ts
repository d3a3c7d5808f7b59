// One task of the coder on its own copy of the tree, going on where a killed process stopped.
import { chooseRoutes } from "#engine/agents/choose-routes.ts";
import {
  type CoderEnd,
  type CoderInput,
  coderMessage,
  coderSystem,
  type CoderTask,
  type OtherTask,
  runCoder,
} from "#engine/agents/coder/run-coder.ts";
import type { CheckScope } from "#engine/agents/coder/coder-tools.ts";
import { Workspace } from "#engine/agents/coder/workspace.ts";
import type { ProviderId } from "#engine/llm/provider.ts";
import { guideLibrary } from "#engine/retrieval/libraries.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import type { WorkContext } from "../effects/work.ts";
import { isMending } from "../machine/context.ts";
import type { AllowedPackage } from "#engine/agents/coder/allowed-packages.ts";
import { addDependency } from "./add-dependency.ts";
import { openSession, readable } from "./agent-session.ts";
import { checkTree } from "./check-tree.ts";
import { fitTask, taskKey } from "./conversation-keys.ts";
import { findDocs } from "./find-docs.ts";
import { loadFiles } from "./load-files.ts";

export interface TaskResult {
  readonly end: CoderEnd;
  readonly overBudget: boolean;
  readonly changes: ReadonlyMap<string, string | null>;
}

/** How much documentation a task begins with, and an answer to a question brings: of `retrievalLimits`' 16,000. */
const docsTokens = { opening: 1_200, answer: 4_000 } as const;

/** Why a coder may not write a file: generated from the plan, applied already, or made by the package manager. */
export function lockedReason(path: string): string | null {
  if (/^package(-lock)?\.json$/.test(path)) return "packages are added with add_dependency.";
  if (/^migrations\/\d{4}_.*\.sql$/.test(path)) return "the tables follow from the plan.";
  if (/^src\/(shared\/(models|schemas)|server\/db\/schema)\.ts$/.test(path)) return "it is generated from the plan.";
  return null;
}

export interface TaskSurroundings {
  readonly others: readonly OtherTask[];
  /** What the base's own check printed, when it does not pass. */
  readonly broken: string | null;
  /** What this generation has changed so far, when that is to be mended. */
  readonly change: string | null;
  /** What the regeneration could not merge, from `describeUnmerged`. */
  readonly unmerged: string | null;
}

export async function runTask(
  work: WorkContext,
  base: ReadonlyMap<string, string>,
  task: CoderTask,
  provider: ProviderId,
  { others, broken, change, unmerged }: TaskSurroundings,
): Promise<TaskResult> {
  const { env, record, signal } = work;
  const { prd, context, input: asked } = record;
  if (!prd) throw new Error(`Generation ${record.id} has tasks without a plan.`);
  const mends = isMending(context);
  const agent = mends ? "fixer" : "coder";
  const blobs = new BlobStore(env.BLOBS);
  // A task of the plan is the same one after a review: what it wrote is taken again where only others are left out.
  const round = context.reviewSummary === null && !mends ? 0 : context.reviewRounds;
  const keyOf = (id: string) => taskKey(record, agent, id, round);
  const workspace = new Workspace(base, lockedReason);
  // What failed, and what a review found, says all there is to mend.
  const given = mends || context.reviewSummary !== null ? [] : (asked.attachments ?? []);
  const attachments = await loadFiles(env.BLOBS, given, { images: true, documents: false });
  const input: CoderInput = {
    prd,
    request: [asked.prompt, ...context.feedback].join("\n\n"),
    task,
    attachments,
    selection: asked.selection ?? null,
    others,
    review: context.reviewSummary,
    change,
    unmerged,
    buildLog: mends ? (context.healing.diagnosis?.excerpt ?? null) : broken,
    tried: mends ? triedBefore(work, keyOf) : [],
    docs: await openingDocs(work, task),
    agent,
    stackPrompt: `stack-${asked.stack}`,
  };
  const session = await openSession(work, {
    agent,
    key: keyOf(task.id),
    task: task.title,
    type: mends ? "fix" : "generation",
    opening: {
      system: coderSystem(input)
        .map((part) => part.text)
        .join("\n\n"),
      request: readable({ role: "user", content: coderMessage(input, base) }),
    },
    files: () => storeChanges(blobs, workspace.changes),
  });
  workspace.apply(await loadChanges(blobs, session.stored.files));
  work.log(agent, "info", `Task: ${task.title}`);
  const host = {
    workspace,
    check: (tree: ReadonlyMap<string, string>, scope: CheckScope, until: AbortSignal) =>
      checkTree(work, tree, scope, until),
    searchDocs: (question: string) => findDocs(work, question, docsTokens.answer),
    addDependency: (found: AllowedPackage) => addDependency(work, workspace, found),
    changed: (path: string) => work.tell("message.delta", { kind: "agent", id: agent }, { kind: "file", path }),
  };
  const routes = chooseRoutes(await work.models(), agent, provider);
  const end = await session.drive(runCoder(input, routes, session.stored.turns, host, session.context));
  signal.throwIfAborted();
  return { end, changes: workspace.changes, overBudget: session.overBudget };
}

/** To mend something, what the words of the fault lead to; to build something, how the app does such things. */
function openingDocs(work: WorkContext, task: CoderTask): Promise<string> {
  // What it needs is in the tree.
  if (task.id === fitTask) return Promise.resolve("");
  const { modelWork, healing, reviewSummary } = work.record.context;
  if (modelWork === "mend")
    return findDocs(work, `${task.title} ${healing.diagnosis?.message ?? ""}`, docsTokens.opening);
  const about = reviewSummary ?? `${task.title} ${task.details ?? ""}`;
  return findDocs(work, about, docsTokens.opening, guideLibrary);
}

/** What the fixers of this generation's earlier rounds said they did. */
function triedBefore({ agents, record }: WorkContext, keyOf: (id: string) => string): string[] {
  const rounds = record.context.healing.mended.length;
  return Array.from({ length: Math.max(0, rounds - 1) }, (_, index) => {
    const end = agents.outcome(keyOf(`mend-${index + 1}`)) as CoderEnd | null;
    if (end === null) return [];
    return end.kind === "done" ? [end.summary] : [`Gave up: ${end.kind === "failed" ? end.message : end.reason}`];
  }).flat();
}

async function storeChanges(
  blobs: BlobStore,
  changes: ReadonlyMap<string, string | null>,
): Promise<Map<string, string | null>> {
  const stored = await Promise.all(
    [...changes].map(async ([path, text]) => [path, text === null ? null : (await blobs.put(text)).sha256] as const),
  );
  return new Map(stored);
}

async function loadChanges(
  blobs: BlobStore,
  files: ReadonlyMap<string, string | null>,
): Promise<Map<string, string | null>> {
  const loaded = await Promise.all(
    [...files].map(async ([path, sha256]) => {
      if (sha256 === null) return [path, null] as const;
      const text = await blobs.text(sha256);
      if (text === null) throw new Error(`The stored text of ${path} is missing. Try again.`);
      return [path, text] as const;
    }),
  );
  return new Map(loaded);
}
