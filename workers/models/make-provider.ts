// A provider's adapter from what is known of its server, the same for the platform's keys and for a workspace's own.
import { withoutKeys } from "#engine/llm/model-error.ts";
import { type ModelEvent, type ModelProvider, noUsage, type ProviderId } from "#engine/llm/provider.ts";
import { anthropicProvider } from "#engine/llm/providers/anthropic/anthropic-provider.ts";
import { openaiProvider } from "#engine/llm/providers/openai/openai-provider.ts";
import { responsesProvider } from "#engine/llm/providers/openai-responses/responses-provider.ts";
import { withTextTools } from "#engine/llm/text-tools.ts";

export interface ProviderServer {
  readonly id: ProviderId;
  readonly apiKey: string;
  /** Null: the SDK's own address. */
  readonly baseUrl: string | null;
  /** `chat` for a server that speaks chat completions alone; read for `openai` only. */
  readonly api: "responses" | "chat";
  /** False for an address that a user chose: it may not send our request on to another one. */
  readonly followRedirects: boolean;
}

export function makeProvider({ id, api, ...server }: ProviderServer): ModelProvider {
  if (id === "anthropic") return hideKey(anthropicProvider(server), server.apiKey);
  const provider =
    id === "openai" && api === "responses" ? responsesProvider(server) : openaiProvider({ ...server, id });
  return hideKey(withTextTools(provider), server.apiKey);
}

/** Stands for a provider whose key cannot be read: it says so, and the next one is asked. */
export function unreadableProvider(id: ProviderId): ModelProvider {
  const message = `The workspace's key of ${id} can no longer be read. Enter it again.`;
  return {
    id,
    // An async generator, since that is what the contract asks for.
    async *stream(): AsyncGenerator<ModelEvent> {
      yield { type: "failed", error: { kind: "authentication", message, retryAfterMs: null }, usage: noUsage };
    },
  };
}

/** Some servers quote the key in what they say about it. */
function hideKey(provider: ModelProvider, apiKey: string): ModelProvider {
  return {
    id: provider.id,
    async *stream(request, signal) {
      for await (const event of provider.stream(request, signal)) {
        if (event.type !== "failed") yield event;
        else yield { ...event, error: { ...event.error, message: hide(event.error.message, apiKey) } };
      }
    },
  };
}

function hide(message: string, apiKey: string): string {
  return withoutKeys(apiKey.length < 4 ? message : message.replaceAll(apiKey, "…"));
}
