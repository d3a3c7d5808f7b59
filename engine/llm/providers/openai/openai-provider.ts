import OpenAI, { APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { type ModelError, readHttpFailure } from "../../model-error.ts";
import type { ModelEvent, ModelProvider, ModelRequest, ProviderId } from "../../provider.ts";
import { streamFailure } from "../stream-failure.ts";
import { OpenaiStreamReader } from "./read-openai-stream.ts";
import { toOpenai } from "./to-openai.ts";

export interface OpenaiSettings {
  /** `compatible` for any other server that speaks the protocol. */
  readonly id: Extract<ProviderId, "openai" | "compatible">;
  /** Local servers take any. */
  readonly apiKey: string;
  /** With its version path, as in `http://localhost:11434/v1`; the SDK's own address when null. */
  readonly baseUrl: string | null;
}

export function openaiProvider(settings: OpenaiSettings): ModelProvider {
  const client = openaiClient(settings);
  return { id: settings.id, stream: (request, signal) => stream(client, settings.id, request, signal) };
}

export function openaiClient(settings: Pick<OpenaiSettings, "apiKey" | "baseUrl">): OpenAI {
  // Retries are ours to decide: each one is an event, and each one costs.
  return new OpenAI({ apiKey: settings.apiKey, baseURL: settings.baseUrl, maxRetries: 0, logLevel: "off" });
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
    yield { type: "failed", error: readFailure(error, signal), usage: reader.usage };
    return;
  }
  // The SDK ends the loop without an error when the request was aborted.
  if (signal.aborted || !reader.ended) {
    yield { type: "failed", error: streamFailure(signal), usage: reader.usage };
    return;
  }
  yield* reader.finish();
}

function readFailure(error: unknown, signal: AbortSignal): ModelError {
  if (signal.aborted || error instanceof APIUserAbortError) return streamFailure(signal);
  if (error instanceof APIConnectionTimeoutError) {
    return { kind: "timeout", message: "The provider did not answer in time.", retryAfterMs: null };
  }
  if (error instanceof APIError && (error.status !== undefined || error.code || error.type)) {
    const { status, headers, message } = error;
    // A code is more precise than a type ("insufficient_quota" under the status of a rate limit).
    return readHttpFailure({ status, headers, type: error.code ?? error.type ?? null, message }, Date.now());
  }
  return streamFailure(signal, error);
}
