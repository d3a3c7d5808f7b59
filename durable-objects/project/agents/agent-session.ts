// One conversation of an agent, between the engine and the project: turns are stored before the next call, spending is
// counted when it happens, and what people want to see goes to the log, the events and D1.
import type { AgentId } from "#engine/agents/agent.ts";
import type { AgentContext, AgentEvent } from "#engine/agents/run-agent.ts";
import type { ModelMessage, ProviderId } from "#engine/llm/provider.ts";
import { describeToolUse } from "#engine/agents/describe-tool-use.ts";
import { addAiMessage, endAiConversation, openAiConversation } from "#db/queries/ai-conversations.ts";
import type { AiConversationType, KeySource } from "#db/vocabulary.ts";
import type { Actor } from "#protocol/envelope.ts";
import { sha256Hex } from "../../../workers/storage/blobs.ts";
import type { WorkContext } from "../effects/work.ts";
import type { StoredConversation } from "../storage/agent-store.ts";

export interface SessionOptions {
  readonly agent: AgentId;
  /** Which piece of work it is: the same one after a restart. */
  readonly key: string;
  readonly type: AiConversationType;
  /** What the agent is to do, in a line. */
  readonly task: string;
  /** Everything that the first call says, for its hash and for the transcript. */
  readonly opening: { readonly system: string; readonly request: string };
  /** Path → SHA-256 of the files that the conversation has changed so far; stored with each turn. */
  readonly files?: () => Promise<ReadonlyMap<string, string | null>>;
}

export interface AgentSession {
  readonly stored: StoredConversation;
  readonly context: AgentContext;
  /** Whether a call was refused because of money: the user's own limit, not the provider's fault. */
  readonly overBudget: boolean;
  /** Runs to the end, which is stored: after a restart it is not run again. */
  drive<End extends { readonly kind: string }>(run: AsyncGenerator<AgentEvent, End>): Promise<End>;
}

export async function openSession(work: WorkContext, options: SessionOptions): Promise<AgentSession> {
  const { env, db, record, signal, agents, budget, workspaceBudget } = work;
  const { agent, key, type, task, opening } = options;
  const { keySources } = await work.models();
  const keySourceOf = (provider: string): KeySource => keySources[provider as ProviderId] ?? "platform";
  const actor: Actor = { kind: "agent", id: agent };
  const stored = agents.open(key, record.id);
  const promptHash = await sha256Hex(new TextEncoder().encode(`${opening.system}\n\n${opening.request}`));
  const ids = { conversationId: stored.id, generationId: record.id };
  // A key that is refused or out of credit says nothing about the provider's others.
  const gateOf = (provider: string) => {
    const owner = keySourceOf(provider) === "workspace" ? record.input.projectId : "platform";
    return env.PROVIDER_GATE.get(env.PROVIDER_GATE.idFromName(`${provider}:${owner}`));
  };
  let opened = false;
  let overBudget = false;
  let startedAt = 0;
  let spent = { inputTokens: 0, cachedTokens: 0, outputTokens: 0, costUsd: 0 };

  const context: AgentContext = {
    signal,
    refuse: async (worstCaseUsd) => {
      const refusal = budget.hold(key, worstCaseUsd) ?? (await workspaceBudget.hold(key, worstCaseUsd));
      if (refusal !== null) {
        overBudget = true;
        budget.release(key);
      }
      return refusal;
    },
    breaker: {
      admit: (provider) => gateOf(provider).admit(),
      record: (provider, worked) => gateOf(provider).record(worked),
    },
    sleep: (ms, until) => scheduler.wait(ms, { signal: until }),
    random: Math.random,
    checkpoint: async (turn) => {
      const files = (await options.files?.()) ?? new Map<string, string | null>();
      signal.throwIfAborted();
      agents.addTurn(key, turn, files);
    },
  };

  const handle = async (event: AgentEvent): Promise<void> => {
    switch (event.type) {
      case "attempt":
        startedAt = Date.now();
        if (!opened) {
          opened = true;
          const { provider, model } = event;
          await openAiConversation(db, {
            id: stored.id,
            projectId: record.input.projectId,
            generationId: record.id,
            type,
            agent,
            provider,
            model,
            keySource: keySourceOf(provider),
            task: task.slice(0, 400),
          });
          if (stored.turns.length === 0) {
            await addAiMessage(db, { conversationId: stored.id, role: "system", content: opening.system, promptHash });
            await addAiMessage(db, { conversationId: stored.id, role: "user", content: opening.request });
          }
        }
        return;
      case "text":
      case "thinking":
        work.tell("message.delta", actor, { ...ids, agent, kind: event.type, text: event.text });
        return;
      case "spent": {
        const { usage, costUsd, lost } = event;
        spent = {
          inputTokens: usage.input + usage.cacheRead + usage.cacheWrite,
          cachedTokens: usage.cacheRead,
          outputTokens: usage.output,
          costUsd: costUsd ?? 0,
        };
        work.spend({ ...spent, keySource: keySourceOf(event.provider), lost });
        budget.release(key);
        await workspaceBudget.settle(key);
        return;
      }
      case "retrying": {
        const seconds = (event.waitMs / 1_000).toFixed(1);
        work.log(agent, "warn", `${event.model}: ${event.error.message} Trying again in ${seconds} s.`);
        return;
      }
      case "fell-back":
        work.emit("provider.changed", actor, {
          generationId: record.id,
          from: event.from,
          to: event.to,
          reason: event.error.message,
        });
        work.log(agent, "warn", `${event.from} did not answer (${event.error.message}) Asking ${event.to} instead.`);
        return;
      case "answered": {
        const { message, route, reason } = event;
        const durationMs = Date.now() - startedAt;
        const by = { provider: route.provider.id, keySource: keySourceOf(route.provider.id) };
        await addAiMessage(
          db,
          {
            conversationId: stored.id,
            role: "assistant",
            content: message.text,
            toolCalls: message.toolCalls.map(({ id, name, input }) => ({ id, name, arguments: input })),
            model: route.model.id,
            finishReason: reason,
            durationMs,
            ...spent,
          },
          by,
        );
        work.emit("agent.answered", actor, {
          ...ids,
          agent,
          ...by,
          model: route.model.id,
          finishReason: reason,
          durationMs,
          ...spent,
        });
        if (message.text.trim() !== "") work.log(agent, "info", message.text.trim().slice(0, 2_000));
        return;
      }
      case "tool-ran": {
        const { call, outcome } = event;
        work.log(agent, outcome.isError ? "warn" : "info", describeToolUse(call, outcome));
        await addAiMessage(db, { conversationId: stored.id, role: "tool", content: outcome.text });
        return;
      }
      case "tool-input":
      case "tool-call":
        return;
      default:
        event satisfies never;
    }
  };

  return {
    stored,
    context,
    get overBudget() {
      return overBudget;
    },
    async drive<End extends { readonly kind: string }>(run: AsyncGenerator<AgentEvent, End>): Promise<End> {
      if (stored.outcome !== null) return stored.outcome as End;
      try {
        for (;;) {
          const { done, value } = await run.next();
          // What a cancelled call had cost by then was spent all the same.
          if (signal.aborted && !done && value.type === "spent") await handle(value);
          signal.throwIfAborted();
          if (done) {
            agents.end(key, value);
            await endAiConversation(db, stored.id, value.kind);
            return value;
          }
          await handle(value);
        }
      } finally {
        budget.release(key);
        await workspaceBudget.settle(key);
        // Ends the provider's stream, and with it the HTTP request, when the loop has moved on.
        await run.return(undefined as never).catch(() => {});
      }
    },
  };
}

/** What the transcript shows of a request with attachments. */
export function readable(message: ModelMessage | undefined): string {
  if (message?.role !== "user") return "";
  return message.content
    .map((part) => (part.type === "text" ? part.text : part.type === "pdf" ? `[PDF ${part.name}]` : "[picture]"))
    .join("\n\n");
}
