import type { Failure } from "../script.ts";

const requestsPerMinute = 10_000;

/** `arrived`: how many requests came so far. */
export function answerHeaders(serial: string, arrived: number): Record<string, string> {
  return {
    "x-request-id": `req_${serial}`,
    "x-ratelimit-limit-requests": String(requestsPerMinute),
    "x-ratelimit-remaining-requests": String(Math.max(0, requestsPerMinute - arrived)),
    "x-ratelimit-reset-requests": "6ms",
  };
}

export function failureHeaders({ kind, retryAfterSeconds }: Failure): Record<string, string> {
  return {
    ...(kind === "script-error" ? { "x-should-retry": "false" } : {}),
    ...(retryAfterSeconds === null
      ? {}
      : { "retry-after": String(Math.ceil(retryAfterSeconds)), "retry-after-ms": String(retryAfterSeconds * 1_000) }),
  };
}
