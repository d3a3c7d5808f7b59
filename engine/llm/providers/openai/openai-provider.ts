// The chat completions protocol, which many servers speak. OpenAI's own newest models want `openai-responses`.
import type OpenAI from "openai";
import type { ModelEvent, ModelProvider, ModelRequest, ProviderId } from "../../provider.ts";
import { streamFailure } from "../stream-failure.ts";
import { openaiClient, type OpenaiServer } from "./openai-client.ts";
import { readOpenaiFailure } from "./read-openai-failure.ts";
import { OpenaiStreamReader } from "./read-openai-stream.ts";
import { toOpenai } from "./to-openai.ts";

export interface OpenaiSettings extends OpenaiServer {
  /** `compatible` for any other server that speaks the protocol. */
  readonly id: Extract<ProviderId, "openai" | "compatible">;
}

export function openaiProvider(settings: OpenaiSettings): ModelProvider {
  const client = openaiClient(settings);
  return { id: settings.id, stream: (request, signal) => stream(client, settings.id, request, signal) };
}

async function* stream(
  client: OpenAI,
  provider: ProviderId,
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  const reader = new OpenaiStreamReader();
  try {
    const chunks = await client.chat.completions.create(toOpenai(request, provider), { signal });
    for await (const chunk of chunks) yield* reader.read(chunk);
  } catch (error) {
    yield { type: "failed", error: readOpenaiFailure(error, signal), usage: reader.usage };
    return;
  }
  // The SDK ends the loop without an error when the request was aborted.
  if (signal.aborted || !reader.ended) {
    yield { type: "failed", error: streamFailure(signal), usage: reader.usage };
    return;
  }
  yield* reader.finish();
}
