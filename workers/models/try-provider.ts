// One small call, through the adapter that the agents use, to see whether a key works; and what to do when it does not.
import type { ModelChoice } from "#engine/agents/choose-routes.ts";
import type { ModelError, ModelErrorKind } from "#engine/llm/model-error.ts";
import { findModel } from "#engine/llm/models.ts";
import type { ProviderId } from "#engine/llm/provider.ts";

export interface Trial {
  readonly outcome: "ok" | ModelErrorKind;
  /** For people: what to do about it. */
  readonly message: string;
  readonly model: string | null;
  readonly durationMs: number;
}

const withinMs = 20_000;
/** The least that OpenAI's Responses API takes. */
const mostTokens = 16;

export async function tryProvider(choice: ModelChoice, id: ProviderId): Promise<Trial> {
  const provider = choice.providers.find((candidate) => candidate.id === id);
  const name = choice.models[id];
  if (!provider || !name) {
    return { outcome: "unknown-model", message: "No model is named to ask for.", model: name, durationMs: 0 };
  }
  const model = findModel(id, name, choice.table);
  const startedAt = Date.now();
  const ended = (outcome: Trial["outcome"], message: string): Trial => ({
    outcome,
    message,
    model: model.id,
    durationMs: Date.now() - startedAt,
  });
  const request = {
    model,
    system: [],
    messages: [{ role: "user" as const, content: [{ type: "text" as const, text: "Answer with the word ok." }] }],
    tools: [],
    maxOutputTokens: mostTokens,
    temperature: null,
    effort: null,
  };
  for await (const event of provider.stream(request, AbortSignal.timeout(withinMs))) {
    if (event.type === "failed") return ended(event.error.kind, explain(event.error, model.id));
    // An answer that the limit cut off came from a key that works.
    if (event.type === "finished") return ended("ok", `${model.id} answered.`);
  }
  return ended("dropped", "The server ended the connection without an answer.");
}

function explain({ kind, message }: ModelError, model: string): string {
  switch (kind) {
    case "authentication":
      return `The key was refused. Check that it was copied whole and was not revoked. (${message})`;
    case "payment":
      return `The key works, but its account has no credit. Add some at the provider. (${message})`;
    case "unknown-model":
      return `The server answers, but knows no model "${model}", or this key may not use it. (${message})`;
    case "rate-limited":
      return `The key works, but too much was asked with it just now. Try again in a minute. (${message})`;
    case "network":
    case "dropped":
      return `The server cannot be reached. Check its address, and that it runs. (${message})`;
    case "timeout":
    case "cancelled":
      return `The server did not answer within ${withinMs / 1_000} s.`;
    case "overloaded":
    case "server":
    case "unavailable":
      return `The provider has a problem of its own now. Try again later. (${message})`;
    case "invalid-request":
    case "too-long":
    case "over-budget":
      return `The server refused the request. Is this the right kind of provider for the address? (${message})`;
    default:
      return kind satisfies never;
  }
}
