import Anthropic, {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
} from "@anthropic-ai/sdk";
import { readHttpFailure, type ModelError } from "../../model-error.ts";
import type { ModelEvent, ModelProvider, ModelRequest } from "../../provider.ts";
import { networkFailure, streamFailure } from "../stream-failure.ts";
import { AnthropicStreamReader } from "./read-anthropic-stream.ts";
import { toAnthropic } from "./to-anthropic.ts";

export interface AnthropicSettings {
  readonly apiKey: string;
  /** Without a trailing path; the SDK's own address when null. */
  readonly baseUrl: string | null;
  /** Unless it is false. */
  readonly followRedirects?: boolean;
}

export function anthropicProvider(settings: AnthropicSettings): ModelProvider {
  // Retries are ours to decide: each one is an event, and each one costs.
  const client = new Anthropic({
    apiKey: settings.apiKey,
    ...(settings.baseUrl === null ? {} : { baseURL: settings.baseUrl }),
    ...(settings.followRedirects === false ? { fetchOptions: { redirect: "manual" } } : {}),
    maxRetries: 0,
    logLevel: "off",
  });
  return { id: "anthropic", stream: (request, signal) => stream(client, request, signal) };
}

async function* stream(client: Anthropic, request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
  const reader = new AnthropicStreamReader(request.model.id);
  try {
    const events = await client.messages.create(toAnthropic(request), { signal });
    for await (const event of events) yield* reader.read(event);
  } catch (error) {
    yield { type: "failed", error: readFailure(error, signal), usage: reader.usage };
    return;
  }
  // The SDK ends the loop without an error when the request was aborted.
  if (signal.aborted || !reader.ended) {
    yield { type: "failed", error: streamFailure(signal), usage: reader.usage };
    return;
  }
  yield reader.finish();
}

function readFailure(error: unknown, signal: AbortSignal): ModelError {
  if (signal.aborted || error instanceof APIUserAbortError) return streamFailure(signal);
  if (error instanceof APIConnectionTimeoutError) {
    return { kind: "timeout", message: "The provider did not answer in time.", retryAfterMs: null };
  }
  if (error instanceof APIConnectionError) return networkFailure(error);
  if (error instanceof APIError && (error.status !== undefined || error.type)) {
    const { status, headers } = error;
    const message = error.apiMessage ?? error.message;
    return readHttpFailure({ status, headers, type: error.type ?? null, message }, Date.now());
  }
  return streamFailure(signal, error);
}
