import type { Failure } from "../script.ts";
import { ApiProblem } from "./api-problem.ts";

/** A scripted failure in the API's words. */
export function toProblem({ kind, message }: Failure): ApiProblem {
  switch (kind) {
    case "overloaded":
      return new ApiProblem("overloaded_error", "Overloaded");
    case "rate-limited":
      return new ApiProblem(
        "rate_limit_error",
        "This request would exceed your organization's rate limit of 400,000 input tokens per minute.",
      );
    case "out-of-credit":
      return new ApiProblem("billing_error", "Your credit balance is too low to access the Anthropic API.");
    case "server-error":
      return new ApiProblem("api_error", "Internal server error");
    case "script-error":
      return new ApiProblem("api_error", message ?? "The script failed.");
    default:
      return kind satisfies never;
  }
}
