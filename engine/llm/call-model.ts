// One answer from a chain of models: retries what may pass, falls back to the next model, never spends past the budget,
// and says each of these. What an attempt cost is reported exactly once, whether its answer was used or lost.
import { costOf, estimatePromptTokens, estimateTokens, worstCaseCost } from "./cost.ts";
import { fitContent } from "./fit-content.ts";
import type { ModelError } from "./model-error.ts";
import type { ModelInfo } from "./models.ts";
import { Patience } from "./patience.ts";
import { type ModelEvent, type ModelProvider, type ModelRequest, noUsage, type TokenUsage } from "./provider.ts";
import { retryDelay } from "./retry-policy.ts";

export interface Route {
  readonly provider: ModelProvider;
  readonly model: ModelInfo;
}

export interface CallOptions {
  /** Retries on each model before the next one is asked. */
  readonly retries: number;
  /** Of silence in one attempt; the whole may take five times as long. */
  readonly timeoutMs: number;
}

export interface CallContext {
  /** Whether a call that costs at most this much may be made; null: its cost is not known. Says why not. */
  readonly refuse: (worstCaseUsd: number | null) => string | null | Promise<string | null>;
  readonly breaker: Breaker;
  readonly signal: AbortSignal;
  /** Resolves after the time, or rejects when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0 to 1. */
  readonly random: () => number;
}

export interface Breaker {
  /** 0 when a call to the provider may go out now, else how many ms it stays shut. */
  admit(provider: string): Promise<number>;
  record(provider: string, worked: boolean): Promise<void>;
}

export type CallEvent =
  | Exclude<ModelEvent, { type: "finished" | "failed" }>
  | { readonly type: "attempt"; readonly provider: string; readonly model: string }
  /** `lost`: the answer was not used, so the user's plan is not charged for it. `costUsd` null: unpriced. */
  | {
      readonly type: "spent";
      readonly provider: string;
      readonly model: string;
      readonly usage: TokenUsage;
      readonly costUsd: number | null;
      readonly lost: boolean;
    }
  /** What the attempt streamed so far is void. */
  | { readonly type: "retrying"; readonly model: string; readonly error: ModelError; readonly waitMs: number }
  | { readonly type: "fell-back"; readonly from: string; readonly to: string; readonly error: ModelError }
  | (Extract<ModelEvent, { type: "finished" }> & { readonly route: Route })
  | { readonly type: "failed"; readonly error: ModelError };

/** Ends with exactly one `finished` or `failed`. */
export async function* callModel(
  routes: readonly Route[],
  request: Omit<ModelRequest, "model">,
  options: CallOptions,
  context: CallContext,
): AsyncGenerator<CallEvent> {
  let last: ModelError = { kind: "unavailable", message: "No model is configured.", retryAfterMs: null };
  for (const [index, route] of routes.entries()) {
    const failed = yield* tryRoute(route, fitContent({ ...request, model: route.model }), options, context);
    if (!failed) return;
    last = failed;
    const next = routes[index + 1];
    if (!next || endsTheChain(failed)) break;
    yield { type: "fell-back", from: route.model.id, to: next.model.id, error: failed };
  }
  yield { type: "failed", error: last };
}

/** Another model cannot help: the user stopped it, or has no money left for it. */
function endsTheChain(error: ModelError): boolean {
  return error.kind === "cancelled" || error.kind === "over-budget";
}

async function* tryRoute(
  route: Route,
  request: ModelRequest,
  options: CallOptions,
  context: CallContext,
): AsyncGenerator<CallEvent, ModelError | null> {
  const { provider, model } = route;
  for (let attempt = 1; ; attempt += 1) {
    const refusal = await context.refuse(worstCaseCost(request));
    if (refusal !== null) return { kind: "over-budget", message: refusal, retryAfterMs: null };
    const shutMs = await context.breaker.admit(provider.id);
    if (shutMs > 0) {
      const message = `${provider.id} failed too often; it is tried again in ${Math.ceil(shutMs / 1_000)} s.`;
      return { kind: "unavailable", message, retryAfterMs: shutMs };
    }
    const error = yield* tryOnce(route, request, options, context);
    if (!error) return null;
    const waitMs = retryDelay(error, attempt, options.retries, context.random());
    if (waitMs === null) return error;
    yield { type: "retrying", model: model.id, error, waitMs };
    try {
      await context.sleep(waitMs, context.signal);
    } catch {
      return { kind: "cancelled", message: "The call was cancelled.", retryAfterMs: null };
    }
  }
}

async function* tryOnce(
  route: Route,
  request: ModelRequest,
  options: CallOptions,
  context: CallContext,
): AsyncGenerator<CallEvent, ModelError | null> {
  const { provider, model } = route;
  yield { type: "attempt", provider: provider.id, model: model.id };
  const patience = new Patience(options.timeoutMs);
  const signal = AbortSignal.any([context.signal, patience.signal]);
  try {
    return yield* readAttempt(provider.stream(request, signal), { route, request, patience }, context);
  } finally {
    patience.end();
  }
}

async function* readAttempt(
  stream: AsyncIterable<ModelEvent>,
  { route, request, patience }: { route: Route; request: ModelRequest; patience: Patience },
  context: CallContext,
): AsyncGenerator<CallEvent, ModelError | null> {
  const { provider, model } = route;
  let streamed = "";
  for await (const event of stream) {
    patience.heard();
    if (event.type !== "finished" && event.type !== "failed") {
      if (event.type === "text" || event.type === "thinking") streamed += event.text;
      if (event.type === "tool-input") streamed += event.json;
      yield event;
      continue;
    }
    const lost = event.type === "failed";
    await context.breaker.record(provider.id, !lost || !blamesProvider(event.error));
    const usage = lost ? atLeastStreamed(event.usage, streamed, request) : event.usage;
    if (!isNothing(usage)) {
      const costUsd = costOf(model, usage);
      yield { type: "spent", provider: provider.id, model: model.id, usage, costUsd, lost };
    }
    if (lost) return event.error;
    yield { ...event, route };
    return null;
  }
  return { kind: "dropped", message: "The provider's stream ended without an answer.", retryAfterMs: null };
}

/** A stream that broke off was charged for what it brought, but never said how much: then the upper bound counts. */
function atLeastStreamed(usage: TokenUsage, streamed: string, request: ModelRequest): TokenUsage {
  if (streamed === "") return usage;
  const prompt = usage.input + usage.cacheRead + usage.cacheWrite;
  return {
    ...usage,
    input: prompt > 0 ? usage.input : estimatePromptTokens(request),
    output: Math.max(usage.output, estimateTokens(streamed)),
  };
}

function isNothing(usage: TokenUsage): boolean {
  return Object.keys(noUsage).every((key) => usage[key as keyof TokenUsage] === 0);
}

/** A cancel is ours, and a request that the provider rightly refused says nothing about its health. */
function blamesProvider(error: ModelError): boolean {
  return ["overloaded", "server", "network", "dropped", "timeout"].includes(error.kind);
}
