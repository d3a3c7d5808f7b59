import { describe, expect, it } from "vitest";
import { callModel, type CallContext, type CallEvent, type Route } from "./call-model.ts";
import type { ModelError, ModelErrorKind } from "./model-error.ts";
import { findModel } from "./models.ts";
import { noUsage, type ModelEvent, type ProviderId } from "./provider.ts";

const error = (kind: ModelErrorKind, retryAfterMs: number | null = null): ModelError => ({
  kind,
  message: kind,
  retryAfterMs,
});
const failed = (kind: ModelErrorKind, retryAfterMs: number | null = null): ModelEvent[] => [
  { type: "failed", error: error(kind, retryAfterMs), usage: noUsage },
];
const usage = { input: 1_000, cacheRead: 0, cacheWrite: 0, output: 100 };
const finished: ModelEvent[] = [
  { type: "text", text: "Hello" },
  { type: "finished", reason: "end", message: { role: "assistant", text: "Hello", toolCalls: [] }, usage },
];

/** Answers its scripts in order. */
function route(provider: ProviderId, model: string, scripts: ModelEvent[][]): Route {
  return {
    model: findModel(provider, model),
    provider: {
      id: provider,
      async *stream() {
        yield* scripts.shift() ?? [];
      },
    },
  };
}

async function run(routes: Route[], over: Partial<CallContext> = {}, retries = 2) {
  const slept: number[] = [];
  const recorded: [string, boolean][] = [];
  const events: CallEvent[] = [];
  const context: CallContext = {
    refuse: () => null,
    breaker: {
      admit: () => Promise.resolve(0),
      record: (provider, worked) => Promise.resolve(void recorded.push([provider, worked])),
    },
    signal: new AbortController().signal,
    sleep: (ms) => Promise.resolve(void slept.push(ms)),
    random: () => 0.5,
    ...over,
  };
  const request = { system: [], messages: [], tools: [], maxOutputTokens: 100, temperature: null, effort: null };
  for await (const event of callModel(routes, request, { retries, timeoutMs: 60_000 }, context)) events.push(event);
  return { events, slept, recorded, types: events.map((event) => event.type) };
}

describe("a call to a model", () => {
  it("streams the answer and says what it cost, once", async () => {
    const { types, events } = await run([route("anthropic", "claude-sonnet-5-5", [finished])]);
    expect(types).toEqual(["attempt", "text", "spent", "finished"]);
    expect(events[2]).toMatchObject({ costUsd: 0.003, lost: false, usage });
  });

  it("waits twice as long each time, and at least as long as the provider asks", async () => {
    const scripts = [failed("overloaded"), failed("rate-limited", 30_000), finished];
    const { types, slept } = await run([route("anthropic", "claude-sonnet-5-5", scripts)]);
    expect(slept).toEqual([1_000, 30_000]);
    expect(types.filter((type) => type === "attempt")).toHaveLength(3);
    expect(types.at(-1)).toBe("finished");
  });

  it.each<ModelErrorKind>(["authentication", "payment", "unknown-model", "too-long", "invalid-request"])(
    "does not try again after %s, but asks the next model",
    async (kind) => {
      const { types, slept, events } = await run([
        route("anthropic", "claude-opus-5-5", [failed(kind)]),
        route("openai", "gpt-6.1-sol", [finished]),
      ]);
      expect(slept).toEqual([]);
      expect(types).toEqual(["attempt", "fell-back", "attempt", "text", "spent", "finished"]);
      expect(events[1]).toMatchObject({ from: "claude-opus-5-5", to: "gpt-6.1-sol", error: { kind } });
    },
  );

  it("ends with the last error when no model is left", async () => {
    const { events } = await run([route("anthropic", "claude-opus-5-5", [failed("authentication")])]);
    expect(events.at(-1)).toEqual({ type: "failed", error: error("authentication") });
  });

  it("counts a stream that broke off as lost, for what it brought", async () => {
    const broken: ModelEvent[] = [{ type: "text", text: "x".repeat(400) }, ...failed("dropped")];
    const { events, types } = await run([route("anthropic", "claude-sonnet-5-5", [broken, finished])]);
    const spent = events.filter((event) => event.type === "spent");
    expect(spent.map((event) => event.lost)).toEqual([true, false]);
    expect(spent[0]?.usage.output).toBeGreaterThanOrEqual(100);
    expect(types).toContain("retrying");
  });

  it("never starts an attempt that the budget refuses, also not a retry", async () => {
    const bounds: (number | null)[] = [];
    const refuse = (worstCaseUsd: number | null) => {
      bounds.push(worstCaseUsd);
      return bounds.length > 1 ? "The budget of $1 is used up." : null;
    };
    const { events, types } = await run(
      [
        route("anthropic", "claude-sonnet-5-5", [failed("server"), finished]),
        route("openai", "gpt-6.1-sol", [finished]),
      ],
      { refuse },
    );
    expect(types).toEqual(["attempt", "retrying", "failed"]);
    expect(events.at(-1)).toMatchObject({ error: { kind: "over-budget", message: "The budget of $1 is used up." } });
    expect(bounds[0]).toBeGreaterThan(0);
  });

  it("stops at once when it is cancelled, and asks nobody else", async () => {
    const { events, recorded } = await run([
      route("anthropic", "claude-sonnet-5-5", [failed("cancelled")]),
      route("openai", "gpt-6.1-sol", [finished]),
    ]);
    expect(events.at(-1)).toEqual({ type: "failed", error: error("cancelled") });
    expect(recorded).toEqual([["anthropic", true]]);
  });

  it("is cancelled while it waits", async () => {
    const sleep = () => Promise.reject(new DOMException("no", "AbortError"));
    const { events } = await run([route("anthropic", "claude-sonnet-5-5", [failed("server"), finished])], { sleep });
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { kind: "cancelled" } });
  });

  it("passes by a provider whose breaker is open", async () => {
    const breaker = {
      admit: (provider: string) => Promise.resolve(provider === "anthropic" ? 9_000 : 0),
      record: () => Promise.resolve(),
    };
    const { types, events } = await run(
      [route("anthropic", "claude-opus-5-5", []), route("openai", "gpt-6.1-sol", [finished])],
      { breaker },
    );
    expect(types).toEqual(["fell-back", "attempt", "text", "spent", "finished"]);
    expect(events[0]).toMatchObject({ error: { kind: "unavailable" } });
  });

  it("leaves a provider that asks for a long wait", async () => {
    const { slept, types } = await run([
      route("anthropic", "claude-opus-5-5", [failed("rate-limited", 600_000)]),
      route("openai", "gpt-6.1-sol", [finished]),
    ]);
    expect(slept).toEqual([]);
    expect(types).toContain("fell-back");
  });
});
