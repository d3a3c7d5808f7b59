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
  return {
    kind: "dropped",
    message: `The provider's stream could not be read to its end: ${say(error)}`,
    retryAfterMs: null,
  };
}

/** The provider's server did not answer at all. */
export function networkFailure(error: unknown): ModelError {
  return { kind: "network", message: `The provider could not be reached: ${say(error)}`, retryAfterMs: null };
}

const say = (error: unknown): string => withoutKeys(error instanceof Error ? error.message : String(error));
