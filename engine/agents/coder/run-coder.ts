// The plan's tasks, carried out one after the other or side by side on a tree that builds. Each task works on its own copy
// and is taken over only when types and lint are clean, so that what comes out builds whatever a model did.
import type { Route } from "#engine/llm/call-model.ts";
import type { ContentPart, ModelMessage, SystemPart } from "#engine/llm/provider.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { z } from "zod";
import { agents } from "../agent.ts";
import { attachmentParts, describeSelection, type GivenAttachment, type GivenSelection } from "../attachments.ts";
import { fence } from "../fence.ts";
import { readPrompt } from "../render-prompt.ts";
import { type AgentContext, type AgentEnd, type AgentEvent, runAgent, say } from "../run-agent.ts";
import { defineTool } from "../tool.ts";
import { type CheckResult, coderTools } from "./coder-tools.ts";
import { describeTree } from "./repo-map.ts";
import type { Workspace } from "./workspace.ts";

export interface CoderTask {
  readonly id: string;
  readonly title: string;
}

export interface CoderInput {
  readonly prd: Prd;
  /** What the user wrote, for the details that a task's title leaves out. */
  readonly request: string;
  readonly task: CoderTask;
  readonly attachments: readonly GivenAttachment[];
  readonly selection: GivenSelection | null;
  /** Why the review sent the code back; null when it did not. */
  readonly review: string | null;
  readonly buildLog: string | null;
  /** The fixer is a coder whose task is a failure. */
  readonly agent: "coder" | "fixer";
  /** Name of the stack's prompt file: `stack-edge`. */
  readonly stackPrompt: string;
}

export interface CoderHost {
  readonly workspace: Workspace;
  check(tree: ReadonlyMap<string, string>, signal: AbortSignal): Promise<CheckResult>;
  changed(path: string): void;
}

export type CoderEnd =
  /** `summary`: for the user. */
  | { readonly kind: "done"; readonly summary: string }
  /** The task's changes are not to be used; `reason` is for the user. */
  | { readonly kind: "abandoned"; readonly reason: string }
  | { readonly kind: "failed"; readonly cancelled: boolean; readonly message: string };

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
  let summary: string | null = null;
  const finish = defineTool({
    name: "finish",
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
      check: (signal) => host.check(workspace.tree, signal),
      changed: host.changed,
    }),
    finish,
  ];
  const messages: ModelMessage[] = [{ role: "user", content: coderMessage(input, workspace.base) }, ...turns];
  const run = { definition: agents[input.agent], routes, system: coderSystem(input), messages, tools };
  let lastErrors = Number.POSITIVE_INFINITY;
  for (let mends = 0; ; mends += 1) {
    const ended: AgentEnd = yield* runAgent(run, context);
    if (ended.kind === "failed") {
      const { kind, message } = ended.error;
      return { kind: "failed", cancelled: kind === "cancelled", message };
    }
    if (ended.kind === "refused") return { kind: "abandoned", reason: "The model declined this task." };
    if (ended.kind === "out-of-turns") return { kind: "abandoned", reason: "The task took too many steps." };
    if (workspace.changes.size === 0) return { kind: "done", summary: summary ?? lastText(messages) };
    const { ok, output } = await host.check(workspace.tree, context.signal);
    if (ok) return { kind: "done", summary: summary ?? lastText(messages) };
    const errors = output.split("\n").length;
    if (mends >= mostMends || (mends > 0 && errors >= lastErrors)) {
      return { kind: "abandoned", reason: `The code did not pass its checks after ${mends + 1} tries.` };
    }
    lastErrors = errors;
    const sentBack = say(`The project is not clean yet. Mend this, then call finish again:\n\n${output}`);
    messages.push(sentBack);
    await context.checkpoint([sentBack]);
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
  const { prd, request, task, review, buildLog } = input;
  const models = prd.models.map(
    (model) => `- ${model.name}: ${model.fields.map((field) => `${field.name} (${field.type})`).join(", ")}`,
  );
  return [
    `# The application\n${prd.name}: ${prd.summary}\n\nModels:\n${models.join("\n")}`,
    `# What the user asked\n${fence("request", request.slice(0, 6_000))}`,
    `# Its files\n${describeTree(tree)}`,
    ...(review === null ? [] : [`# Why the last version was sent back\n${fence("review", review)}`]),
    ...(buildLog === null ? [] : [`# What failed\n${fence("build log", buildLog)}`]),
    ...(input.selection ? [describeSelection(input.selection)] : []),
    `# Your task\n${task.title}`,
  ].join("\n\n");
}

function lastText(messages: readonly ModelMessage[]): string {
  const last = messages.findLast((message) => message.role === "assistant");
  return last?.role === "assistant" && last.text !== "" ? last.text.slice(0, 600) : "Done.";
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
    waves.push(wave.map(({ id, title }) => ({ id, title })));
    for (const task of wave) done.add(task.id);
    left = left.filter((task) => !wave.includes(task));
  }
  return waves;
}
