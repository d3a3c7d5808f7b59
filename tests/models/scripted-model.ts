// A scripted model for end-to-end tests: answers each agent by the tools it was given, turn after turn.
import { planFromPrompt } from "#engine/architect/architect.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { text } from "../stand-ins/replies.ts";
import type { Reply, Script } from "../stand-ins/script.ts";

export type AgentKind = "architect" | "coder" | "reviewer" | "fixer";

/** `turn` counts from 0 the answers that this conversation has had already. */
export type AgentScript = (turn: number, call: Parameters<Script>[0]) => Reply | Promise<Reply>;

export function scriptedModel(agents: Partial<Record<AgentKind, AgentScript>>): Script {
  return (call) => {
    const kind = call.toolNames.includes("submit_plan")
      ? "architect"
      : call.toolNames.includes("report_findings")
        ? "reviewer"
        : call.system.includes("# Repairing")
          ? "fixer"
          : "coder";
    const script = agents[kind];
    if (!script) return text("Nothing to do.");
    return script(answersIn(call.body), call);
  };
}

/** Of Anthropic's Messages, chat completions, and OpenAI's Responses, where an answer may be several items in a row. */
function answersIn(body: unknown): number {
  const { messages, input } = body as { messages?: readonly { role: string }[]; input?: readonly ResponseItem[] };
  if (messages) return messages.filter((message) => message.role === "assistant").length;
  const own = (input ?? []).map(
    (item) => item.type === "function_call" || item.type === "reasoning" || item.role === "assistant",
  );
  return own.filter((isOwn, at) => isOwn && !own[at - 1]).length;
}

interface ResponseItem {
  readonly type?: string;
  readonly role?: string;
}

/** A plan that a model could have made: the built-in architect's, with tasks. */
export function samplePlan(prompt: string, tasks: Prd["tasks"]): Prd {
  const result = planFromPrompt(prompt, { projectName: "Sample" });
  if (!result.ok) throw new Error(result.message);
  return { ...result.prd, tasks };
}
