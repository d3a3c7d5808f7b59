import type { Failure } from "../script.ts";
import type { ServerSentEvent } from "../send-events.ts";
import type { WireResponse } from "./draft-response.ts";
import { toProblem } from "./to-problem.ts";

/**
 * A failure inside a stream of the Responses API, which knows two kinds: the model's own failure is the response's last
 * state, any other is an event of its own. `at`: its number in the stream.
 */
export function failureEvent(response: WireResponse, failure: Failure, at: number): ServerSentEvent {
  const { message, details } = toProblem(failure);
  if (failure.kind === "server-error") {
    const { completed_at: _, ...rest } = response;
    const failed: WireResponse = {
      ...rest,
      status: "failed",
      error: { code: "server_error", message },
      incomplete_details: null,
      output: [],
      usage: null,
    };
    return {
      name: "response.failed",
      data: { type: "response.failed", response: failed, sequence_number: at },
    };
  }
  const { type, code = null, param = null } = details;
  return {
    name: "error",
    data: { type: "error", sequence_number: at, error: { type, code, message, param } },
  };
}
