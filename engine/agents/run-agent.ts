// The loop of an agent: ask the model, run the tools that it calls, ask again, until a tool ends it, the model stops by
// itself, or a limit is reached. The caller owns the messages' storage: `checkpoint` gets every finished turn, and a run
// that starts from stored messages goes on where the last one was killed.
import { callModel, type CallContext, type CallEvent, type Route } from "#engine/llm/call-model.ts";
import type { ModelError } from "#engine/llm/model-error.ts";
import type { AssistantMessage, ModelMessage, SystemPart, ToolCall, ToolResult } from "#engine/llm/provider.ts";
import type { AgentDefinition } from "./agent.ts";
import { compactMessages } from "./compact-messages.ts";
import { type AgentTool, refuse, type ToolOutcome } from "./tool.ts";

export interface AgentRun {
  readonly definition: AgentDefinition;
  /** In the order in which they are asked. */
  readonly routes: readonly Route[];
  readonly system: readonly SystemPart[];
  /** Ends with a message of the user or with results; grows by the turns of this run. */
  readonly messages: ModelMessage[];
  readonly tools: readonly AgentTool[];
}

export interface AgentContext extends CallContext {
  /** Stores a finished turn: the answer and, when it called tools, their results. */
  readonly checkpoint: (turn: readonly ModelMessage[]) => Promise<void>;
}

export type AgentEvent =
  | Exclude<CallEvent, { type: "finished" | "failed" }>
  | { readonly type: "answered"; readonly message: AssistantMessage; readonly route: Route; readonly reason: string }
  | { readonly type: "tool-ran"; readonly call: ToolCall; readonly outcome: ToolOutcome };

export type AgentEnd =
  /** A tool said that the work is done. */
  | { readonly kind: "done" }
  /** The model stopped without calling a tool. */
  | { readonly kind: "stopped"; readonly text: string }
  | { readonly kind: "refused"; readonly text: string }
  | { readonly kind: "out-of-turns" }
  | { readonly kind: "failed"; readonly error: ModelError };

/** A result longer than this is cut; the model is told how to see the rest. */
const longestResult = 40_000;

export async function* runAgent(run: AgentRun, context: AgentContext): AsyncGenerator<AgentEvent, AgentEnd> {
  const { definition, messages } = run;
  const tools = new Map(run.tools.map((tool) => [tool.spec.name, tool]));
  const turnsBefore = messages.filter((message) => message.role === "assistant").length;
  for (let turn = turnsBefore; turn < definition.maxTurns; turn += 1) {
    const answered = yield* ask(run, context);
    if ("kind" in answered) return answered;
    const { message, reason } = answered;
    if (reason === "refused") return { kind: "refused", text: message.text };
    if (message.toolCalls.length === 0) {
      const nudge: ModelMessage[] = reason === "length" ? [say(cutOff)] : [];
      messages.push(message, ...nudge);
      await context.checkpoint([message, ...nudge]);
      if (reason !== "length") return { kind: "stopped", text: message.text };
      continue;
    }
    const results: ToolResult[] = [];
    let ends = false;
    const hasEndedTooSoon = (call: ToolCall) =>
      tools.get(call.name)?.endsWork === true && results.some(({ isError }) => isError);
    for (const call of message.toolCalls) {
      const outcome =
        reason === "length"
          ? refuse(cutOff)
          : hasEndedTooSoon(call)
            ? refuse(tooSoon)
            : await runTool(tools, call, context.signal);
      if (context.signal.aborted) return cancelled;
      yield { type: "tool-ran", call, outcome };
      results.push({ callId: call.id, text: shorten(outcome.text), isError: outcome.isError });
      ends ||= outcome.ends === true;
    }
    const left = definition.maxTurns - turn - 1;
    const last = results.at(-1);
    if (left === warnedBefore && !ends && last) results[results.length - 1] = { ...last, text: last.text + fewLeft };
    const finished: ModelMessage[] = [message, { role: "tool", results }];
    messages.push(...finished);
    await context.checkpoint(finished);
    if (ends) return { kind: "done" };
  }
  return { kind: "out-of-turns" };
}

const cutOff =
  "Your answer was cut off at its length limit. Go on in smaller steps: one file or one part of a file in each call.";
const tooSoon = "Not done: another call of this turn failed. Mend that first.";
/** Steps before the last one at which the model is told, in agents that have many. */
const warnedBefore = 5;
const fewLeft = `\n\n(${warnedBefore} steps are left. Bring what you have to a clean end.)`;
const cancelled: AgentEnd = {
  kind: "failed",
  error: { kind: "cancelled", message: "The call was cancelled.", retryAfterMs: null },
};

async function* ask(
  run: AgentRun,
  context: AgentContext,
): AsyncGenerator<AgentEvent, AgentEnd | { message: AssistantMessage; reason: string }> {
  const { definition, routes, system, messages, tools } = run;
  const { temperature, effort, maxOutputTokens, retries, timeoutMs } = definition;
  const request = {
    system,
    messages: compactMessages(messages),
    tools: tools.map((tool) => tool.spec),
    temperature,
    effort,
    maxOutputTokens,
  };
  for await (const event of callModel(routes, request, { retries, timeoutMs }, context)) {
    if (event.type === "failed") return { kind: "failed", error: event.error };
    if (event.type === "finished") {
      const { message, route, reason } = event;
      yield { type: "answered", message, route, reason };
      return { message, reason };
    }
    yield event;
  }
  return cancelled;
}

async function runTool(
  tools: ReadonlyMap<string, AgentTool>,
  call: ToolCall,
  signal: AbortSignal,
): Promise<ToolOutcome> {
  const tool = tools.get(call.name);
  if (!tool) return refuse(`There is no tool "${call.name}". The tools are: ${[...tools.keys()].join(", ")}.`);
  if (call.unreadable !== undefined) return refuse(call.unreadable);
  return tool.run(call.input, signal);
}

export function say(text: string): ModelMessage {
  return { role: "user", content: [{ type: "text", text }] };
}

function shorten(text: string): string {
  if (text.length <= longestResult) return text;
  return `${text.slice(0, longestResult).toWellFormed()}\n… cut: ${text.length - longestResult} more characters. Ask for a smaller part.`;
}
