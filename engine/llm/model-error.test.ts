import { describe, expect, it } from "vitest";
import { mayPass, readHttpFailure } from "./model-error.ts";

const read = (status: number | undefined, type: string | null, message = "no", headers?: Record<string, string>) =>
  readHttpFailure({ status, type, message, headers: headers && new Headers(headers) }, Date.UTC(2026, 0, 1));

describe("a provider's error", () => {
  it.each([
    { status: 401, type: "authentication_error", kind: "authentication", passes: false },
    { status: 402, type: "billing_error", kind: "payment", passes: false },
    { status: 429, type: "insufficient_quota", kind: "payment", passes: false },
    { status: 429, type: "rate_limit_error", kind: "rate-limited", passes: true },
    { status: 529, type: "overloaded_error", kind: "overloaded", passes: true },
    { status: undefined, type: "overloaded_error", kind: "overloaded", passes: true },
    { status: undefined, type: "server_error", kind: "server", passes: true },
    { status: 500, type: "api_error", kind: "server", passes: true },
    { status: 503, type: null, kind: "overloaded", passes: true },
    { status: 404, type: "not_found_error", kind: "unknown-model", passes: false },
    { status: 400, type: "invalid_request_error", kind: "invalid-request", passes: false },
    { status: 418, type: null, kind: "invalid-request", passes: false },
  ])("$status $type is $kind", ({ status, type, kind, passes }) => {
    const error = read(status, type);
    expect(error.kind).toBe(kind);
    expect(mayPass(error)).toBe(passes);
  });

  it("is too long whatever the provider calls it", () => {
    expect(read(400, "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum").kind).toBe(
      "too-long",
    );
    expect(read(400, null, "This model's maximum context length is 8192 tokens").kind).toBe("too-long");
  });

  it.each([
    { headers: { "retry-after": "7" }, ms: 7_000 },
    { headers: { "retry-after-ms": "250", "retry-after": "1" }, ms: 250 },
    { headers: { "retry-after": "Thu, 01 Jan 2026 00:00:30 GMT" }, ms: 30_000 },
    { headers: { "retry-after": "soon" }, ms: null },
    { headers: {}, ms: null },
  ])("reads $headers as a wait of $ms ms", ({ headers, ms }) => {
    expect(read(429, "rate_limit_error", "slow down", headers).retryAfterMs).toBe(ms);
  });

  it("never repeats a key", () => {
    const { message } = read(
      401,
      "invalid_api_key",
      "Incorrect API key provided: sk-ant-api03-abcdefgh. See the docs.",
    );
    expect(message).toBe("Incorrect API key provided: sk-… See the docs.");
  });
});
