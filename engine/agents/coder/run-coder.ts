// The plan's tasks, carried out one after the other or side by side on a tree that builds. Each task works on its own copy
// and is taken over only when types, lint and tests are clean, so that what comes out builds whatever a model did.
import type { Route } from "#engine/llm/call-model.ts";
import type { ContentPart, ModelMessage, SystemPart } from "#engine/llm/provider.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { z } from "zod";
import { agents } from "../agent.ts";
import { attachmentParts, describeSelection, type GivenAttachment, type GivenSelection } from "../attachments.ts";
import { fence } from "../fence.ts";
import { readPrompt } from "../render-prompt.ts";
import { type AgentContext, type AgentEnd, type AgentEvent, runAgent, say } from "../run-agent.ts";
import { defineTool, type ToolOutcome } from "../tool.ts";
import type { AllowedPackage } from "./allowed-packages.ts";
import { type CheckResult, type CheckScope, coderTools } from "./coder-tools.ts";
import { describeModels } from "./describe-models.ts";
import { describeTree } from "./repo-map.ts";
import type { Workspace } from "./workspace.ts";

export interface CoderTask {
  readonly id: string;
  readonly title: string;
  readonly details?: string;
}

/** Another task of the same plan, so that nobody does its work twice or reads again what it wrote. */
export interface OtherTask {
  readonly title: string;
  readonly state: "done" | "now" | "later" | "left";
  /** What it told the user, and the files it changed; of a task that is done. */
  readonly summary?: string;
  readonly files?: readonly string[];
}

export interface CoderInput {
  readonly prd: Prd;
  /** What the user wrote, for the details that a task's title leaves out. */
  readonly request: string;
  readonly task: CoderTask;
  readonly attachments: readonly GivenAttachment[];
  readonly selection: GivenSelection | null;
  readonly others: readonly OtherTask[];
  /** Why the review sent the code back; null when it did not. */
  readonly review: string | null;
  /** What this generation has changed so far, from `describeChange`; null while nothing is to be mended. */
  readonly change: string | null;
  readonly buildLog: string | null;
  /** What a regeneration could not merge, from `describeUnmerged`; null when nothing. */
  readonly unmerged: string | null;
  /** What was tried against this failure before, oldest first. */
  readonly tried: readonly string[];
  /** What the documentation says to the task, from `describeFindings`; empty when nothing. */
  readonly docs: string;
  /** The fixer is a coder whose task is a failure. */
  readonly agent: "coder" | "fixer";
  /** Name of the stack's prompt file: `stack-edge`. */
  readonly stackPrompt: string;
}

export interface CoderHost {
  readonly workspace: Workspace;
  check(tree: ReadonlyMap<string, string>, scope: CheckScope, signal: AbortSignal): Promise<CheckResult>;
  changed(path: string): void;
  /** What the documentation says to a question; empty when nothing. */
  searchDocs(question: string): Promise<string>;
  /** Adds a package of the allow-list to package.json and lockfile; what came of it, in words for the model. */
  addDependency(found: AllowedPackage): Promise<ToolOutcome>;
}

export type CoderEnd =
  /** `summary`: for the user. */
  | { readonly kind: "done"; readonly summary: string }
  /** It did not come to its end; the changes up to the last clean check are to be used. `reason` is for the user. */
  | { readonly kind: "partly"; readonly reason: string }
  /** The task's changes are not to be used; `reason` is for the user. */
  | { readonly kind: "abandoned"; readonly reason: string }
  | { readonly kind: "failed"; readonly cancelled: boolean; readonly message: string };

/** Times that a model which stopped without a word from `finish` is asked to go on. */
const mostNudges = 2;
const goOn =
  "Nothing was changed yet. Carry out the task with your tools, then call finish; if it is true already, call finish and say so.";
const callFinish =
  "Go on with your tools until the task is done, then call finish with one or two sentences for the user.";

/** Times that a finished task is sent back because its check is not clean. */
const mostMends = 3;

/** `turns`: what an interrupted run of the same input had stored. */
export async function* runCoder(
  input: CoderInput,
  routes: readonly Route[],
  turns: readonly ModelMessage[],
  host: CoderHost,
  context: AgentContext,
): AsyncGenerator<AgentEvent, CoderEnd> {
  const { workspace } = host;
  const { task } = input;
  let summary: string | null = null;
  /** As they were when everything was clean last. */
  let clean: ReadonlyMap<string, string | null> | null = null;
  const check = async (scope: CheckScope, signal: AbortSignal): Promise<CheckResult> => {
    const result = await host.check(workspace.tree, scope, signal);
    if (result.ok && scope.kind !== "tests") clean = workspace.changes;
    return result;
  };
  const finish = defineTool({
    name: "finish",
    endsWork: true,
    description: "Ends the task. The project is checked once more; you hear of it when something is not clean.",
    input: z.object({ summary: z.string().min(1).max(600).describe("One or two sentences for the user") }),
    run: (given) => {
      ({ summary } = given);
      return { text: "Finished.", isError: false, ends: true };
    },
  });
  const tools = [
    ...coderTools({
      workspace,
      buildLog: input.buildLog,
      check,
      changed: host.changed,
      searchDocs: (question) => host.searchDocs(question),
      addDependency: (found) => host.addDependency(found),
    }),
    finish,
  ];
  const messages: ModelMessage[] = [{ role: "user", content: coderMessage(input, workspace.base) }, ...turns];
  const run = { definition: agents[input.agent], routes, system: coderSystem(input), messages, tools };
  /** What is whole of an unfinished task is kept, when its tests pass as well. */
  const keepClean = async (reason: string): Promise<CoderEnd> => {
    const passes = async () => workspace.changes.size > 0 && (await check({ kind: "all" }, context.signal)).ok;
    if (await passes()) return { kind: "partly", reason };
    if (clean === null) return { kind: "abandoned", reason };
    workspace.restore(clean);
    return (await passes()) ? { kind: "partly", reason } : { kind: "abandoned", reason };
  };
  let stalled = 0;
  const tell = async (text: string): Promise<void> => {
    const message = say(text);
    messages.push(message);
    await context.checkpoint([message]);
  };
  let lastErrors = Number.POSITIVE_INFINITY;
  let nudges = 0;
  for (let mends = 0; ; mends += 1) {
    const ended: AgentEnd = yield* runAgent(run, context);
    if (ended.kind === "failed") {
      const { kind, message } = ended.error;
      return { kind: "failed", cancelled: kind === "cancelled", message };
    }
    if (ended.kind === "refused") return { kind: "abandoned", reason: "The model declined this task." };
    if (ended.kind === "out-of-turns" && workspace.changes.size > 0) return keepClean("The task took too many steps.");
    if (ended.kind === "stopped" && nudges < mostNudges) {
      // It talked instead of working, or of saying that it is done.
      nudges += 1;
      mends -= 1;
      await tell(workspace.changes.size === 0 ? goOn : callFinish);
      continue;
    }
    if (workspace.changes.size === 0) {
      if (summary !== null) return { kind: "done", summary };
      const reason = ended.kind === "out-of-turns" ? "The task took too many steps." : "The model did not work on it.";
      return { kind: "abandoned", reason };
    }
    const { ok, output } = await check({ kind: "all" }, context.signal);
    if (ok) return { kind: "done", summary: summary ?? task.title };
    const errors = output.split("\n").length;
    stalled = errors >= lastErrors ? stalled + 1 : 0;
    if (mends >= mostMends || stalled >= 2)
      return keepClean(`The code did not pass its checks after ${mends + 1} tries.`);
    lastErrors = errors;
    summary = null;
    await tell(`The project is not clean yet. Mend this, then call finish again:\n\n${output}`);
  }
}

export function coderSystem({ agent, stackPrompt }: Pick<CoderInput, "agent" | "stackPrompt">): SystemPart[] {
  const names = agent === "fixer" ? ["coder", "fixer", stackPrompt] : ["coder", stackPrompt];
  return [{ text: names.map(readPrompt).join("\n\n"), cache: true }];
}

/** The first message: the request and what came with it. */
export function coderMessage(input: CoderInput, tree: ReadonlyMap<string, string>): ContentPart[] {
  return [{ type: "text", text: coderRequest(input, tree) }, ...attachmentParts(input.attachments, "coder")];
}

export function coderRequest(input: CoderInput, tree: ReadonlyMap<string, string>): string {
  const { prd, request, task, others, review, change, buildLog, unmerged, tried, docs } = input;
  return [
    `# The application\n${prd.name}: ${prd.summary}\n\n${describeModels(prd)}`,
    ...(prd.assumptions.length > 0 ? [`# What the plan assumes\n${bullets(prd.assumptions.slice(0, 12))}`] : []),
    `# What the user asked\n${fence("request", request.slice(0, 6_000))}`,
    `# Its files\n${describeTree(tree)}`,
    ...(review === null ? [] : [`# Why the last version was sent back\n${fence("review", review)}`]),
    ...(change === null ? [] : [`# What was changed so far\n${fence("change", change)}`]),
    ...(buildLog === null ? [] : [`# What failed\n${fence("build log", buildLog)}`]),
    ...(unmerged === null
      ? []
      : [
          `# What was not merged\nIn these places the file holds what was written on top of the scaffold, and the generator writes something else now. Bring both together.\n${fence("not merged", unmerged)}`,
        ]),
    ...(tried.length === 0 ? [] : [`# What was tried before, and did not help\n${bullets(tried)}`]),
    ...(others.length === 0 ? [] : [`# The other tasks of the plan\n${bullets(others.map(describeOther))}`]),
    ...(input.selection ? [describeSelection(input.selection)] : []),
    ...(docs === "" ? [] : [`# Documentation that may help\n${fence("documentation", docs)}`]),
    `# Your task\n${task.title}${task.details ? `\n\n${task.details}` : ""}`,
  ].join("\n\n");
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

const states = { done: "Done", now: "Somebody does it right now", later: "Comes later", left: "Was not done" } as const;

function describeOther({ title, state, summary, files = [] }: OtherTask): string {
  const what = state === "done" && summary ? `${title} → ${summary}` : title;
  return `${states[state]}: ${what}${files.length > 0 ? ` (${files.slice(0, 12).join(", ")})` : ""}`;
}

/** Tasks in waves: those of one wave do not wait for each other. */
export function planWaves(tasks: Prd["tasks"]): CoderTask[][] {
  const known = new Set(tasks.map((task) => task.id));
  const done = new Set<string>();
  const waves: CoderTask[][] = [];
  let left = tasks;
  while (left.length > 0) {
    const ready = left.filter((task) => task.dependsOn.every((id) => done.has(id) || !known.has(id)));
    // A circle: the rest goes on in its own order.
    const wave = ready.length > 0 ? ready : left.slice(0, 1);
    waves.push(wave.map(({ id, title, details }) => ({ id, title, ...(details !== undefined && { details }) })));
    for (const task of wave) done.add(task.id);
    left = left.filter((task) => !wave.includes(task));
  }
  return waves;
}
