// What can go wrong with a call to a model, by what helps against it. Messages are for the user; they never hold a key.

export const modelErrorKinds = [
  "rate-limited",
  "overloaded",
  "server",
  "network",
  "dropped",
  "timeout",
  "cancelled",
  "authentication",
  "payment",
  "unknown-model",
  "too-long",
  "invalid-request",
  "over-budget",
  "unavailable",
] as const;
/**
 * `dropped`: the stream broke off before its end. `payment`: the account has no credit left. `over-budget`: our own limit
 * refused the call. `unavailable`: our circuit breaker holds calls back after too many failures.
 */
export type ModelErrorKind = (typeof modelErrorKinds)[number];

export interface ModelError {
  readonly kind: ModelErrorKind;
  readonly message: string;
  /** How long the provider asks to wait, when it says so. */
  readonly retryAfterMs: number | null;
}

/** Kinds that may pass by themselves; a second try of the others would fail the same way. */
const passing: ReadonlySet<ModelErrorKind> = new Set([
  "rate-limited",
  "overloaded",
  "server",
  "network",
  "dropped",
  "timeout",
]);

export function mayPass(error: ModelError): boolean {
  return passing.has(error.kind);
}

const kindOfStatus: Readonly<Record<number, ModelErrorKind>> = {
  400: "invalid-request",
  401: "authentication",
  402: "payment",
  403: "authentication",
  404: "unknown-model",
  408: "timeout",
  413: "too-long",
  422: "invalid-request",
  429: "rate-limited",
  503: "overloaded",
  529: "overloaded",
};

export interface HttpFailure {
  /** Undefined for an error that the provider told inside a stream whose status was 200. */
  readonly status: number | undefined;
  readonly headers: Headers | undefined;
  /** The provider's own name of the error, and its words. */
  readonly type: string | null;
  readonly message: string;
}

const kindOfType: Readonly<Record<string, ModelErrorKind>> = {
  authentication_error: "authentication",
  billing_error: "payment",
  insufficient_quota: "payment",
  context_length_exceeded: "too-long",
  invalid_api_key: "authentication",
  invalid_request_error: "invalid-request",
  model_not_found: "unknown-model",
  not_found_error: "unknown-model",
  overloaded_error: "overloaded",
  permission_error: "authentication",
  rate_limit_error: "rate-limited",
  rate_limit_exceeded: "rate-limited",
  request_too_large: "too-long",
  server_is_overloaded: "overloaded",
  slow_down: "overloaded",
  timeout_error: "timeout",
};

/** `now`: ms since the epoch, for a Retry-After that names a date. */
export function readHttpFailure(failure: HttpFailure, now: number): ModelError {
  const { status, headers, type, message } = failure;
  const named = type === null ? undefined : kindOfType[type];
  const kind =
    /prompt is too long|context (length|window)|maximum context/i.test(message) && (status ?? 400) < 500
      ? "too-long"
      : // Anthropic tells it as a malformed request.
        /credit balance is too low/i.test(message)
        ? "payment"
        : (named ??
          (status === undefined ? "server" : (kindOfStatus[status] ?? (status >= 500 ? "server" : "invalid-request"))));
  return { kind, message: withoutKeys(message), retryAfterMs: readRetryAfter(headers, now) };
}

function readRetryAfter(headers: Headers | undefined, now: number): number | null {
  const precise = Number(headers?.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(precise) && precise >= 0) return precise;
  const text = headers?.get("retry-after");
  if (text === null || text === undefined || text.trim() === "") return null;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** Providers quote the key in some of their errors. */
export function withoutKeys(text: string): string {
  return text.replace(/\b(sk|key|pk)-[\w*.…-]{4,}/gi, "$1-…").slice(0, 500);
}
