import type { Failure } from "../script.ts";
import { ApiProblem } from "./api-problem.ts";

/** A scripted failure in the API's words. */
export function toProblem({ kind, message }: Failure): ApiProblem {
  switch (kind) {
    case "overloaded":
      return new ApiProblem("The server is currently overloaded with other requests. Please try again later.", {
        status: 503,
        type: "server_error",
      });
    case "rate-limited":
      return new ApiProblem("Rate limit reached for requests. Please try again later.", {
        status: 429,
        type: "requests",
        code: "rate_limit_exceeded",
      });
    case "out-of-credit":
      return new ApiProblem("You exceeded your current quota, please check your plan and billing details.", {
        status: 429,
        type: "insufficient_quota",
        code: "insufficient_quota",
      });
    case "server-error":
      return new ApiProblem("The server had an error while processing your request. Sorry about that!", {
        status: 500,
        type: "server_error",
      });
    case "script-error":
      return new ApiProblem(message ?? "The script failed.", { status: 500, type: "server_error" });
    default:
      return kind satisfies never;
  }
}
