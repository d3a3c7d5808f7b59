import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { type ModelError, readHttpFailure } from "../../model-error.ts";
import { networkFailure, streamFailure } from "../stream-failure.ts";

/** What the SDK threw, from a request or from within a stream. */
export function readOpenaiFailure(error: unknown, signal: AbortSignal): ModelError {
  if (signal.aborted || error instanceof APIUserAbortError) return streamFailure(signal);
  if (error instanceof APIConnectionTimeoutError) {
    return { kind: "timeout", message: "The provider did not answer in time.", retryAfterMs: null };
  }
  if (error instanceof APIConnectionError) return networkFailure(error);
  if (error instanceof APIError && (error.status !== undefined || error.code || error.type)) {
    const { status, headers, message } = error;
    // A code is more precise than a type ("insufficient_quota" under the status of a rate limit).
    return readHttpFailure({ status, headers, type: error.code ?? error.type ?? null, message }, Date.now());
  }
  return streamFailure(signal, error);
}
