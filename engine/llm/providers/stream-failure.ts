import { type ModelError, withoutKeys } from "../model-error.ts";

/** Why a stream ended before its end, when the provider did not say. The signal's reason tells a time limit from a cancel. */
export function streamFailure(signal: AbortSignal, error?: unknown): ModelError {
  if (signal.aborted) {
    const reason: unknown = signal.reason;
    const timedOut = reason instanceof DOMException && reason.name === "TimeoutError";
    return timedOut
      ? { kind: "timeout", message: "The model did not finish within its time limit.", retryAfterMs: null }
      : { kind: "cancelled", message: "The call was cancelled.", retryAfterMs: null };
  }
  if (error === undefined) {
    return { kind: "dropped", message: "The provider's stream ended before the answer was whole.", retryAfterMs: null };
  }
  const name = error instanceof Error ? error.name : "Error";
  const connection = name === "APIConnectionError";
  const text = withoutKeys(error instanceof Error ? error.message : String(error));
  return {
    kind: connection ? "network" : "dropped",
    message: connection
      ? `The provider could not be reached: ${text}`
      : `The provider's stream could not be read to its end: ${text}`,
    retryAfterMs: null,
  };
}
