import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startAnthropic } from "../../tests/stand-ins/anthropic/start-anthropic.ts";
import { overloaded, stall, text, toolCalls } from "../../tests/stand-ins/replies.ts";
import type { Script } from "../../tests/stand-ins/script.ts";
import type { StandIn } from "../../tests/stand-ins/serve.ts";
import type { CallContext, Route } from "#engine/llm/call-model.ts";
import { findModel } from "#engine/llm/models.ts";
import { anthropicProvider } from "#engine/llm/providers/anthropic/anthropic-provider.ts";
import { type Suggested, suggestByModel } from "./suggest-by-model.ts";

let server: StandIn;
let script: Script;
let routes: Route[];
let spentUsd: number;
beforeAll(async () => {
  server = await startAnthropic((call, index) => script(call, index));
  const provider = anthropicProvider({ apiKey: "key", baseUrl: server.url });
  routes = [{ provider, model: findModel("anthropic", "claude-sonnet-5-5") }];
});
afterAll(() => server.close());
beforeEach(() => {
  spentUsd = 0;
});

const context = (over: Partial<CallContext> = {}): CallContext => ({
  signal: new AbortController().signal,
  refuse: () => null,
  breaker: { admit: async () => 0, record: async () => undefined },
  sleep: async () => undefined,
  random: () => 0,
  ...over,
});
const ask = (over: Partial<CallContext> = {}): Promise<Suggested> =>
  suggestByModel("A repair desk for bikes", routes, context(over), async ({ costUsd }) => {
    spentUsd += costUsd ?? 0;
  });
const suggest = (...suggestions: unknown[]) => toolCalls([{ name: "suggest", input: { suggestions } }]);
const one = (insert: string) => ({ label: "Who is told?", why: "Nobody waits in vain.", insert });

describe("a model that is asked what a prompt misses", () => {
  it("reads the prompt as material, and its sentences come ready to be put at the end", async () => {
    const before = server.requests.length;
    script = ({ user, toolNames }) => {
      expect(user).toContain("A repair desk for bikes");
      expect(user).toContain("<material");
      expect(toolNames).toEqual(["suggest"]);
      return suggest(
        one("Customers are told «when their bike is ready»."),
        one("- Parts: name, «price, stock»"),
        one("Only «staff» may «delete» repairs."),
      );
    };
    const suggested = await ask();
    expect(suggested.kind === "suggested" && suggested.items.map(({ insert }) => insert)).toEqual([
      " Customers are told «when their bike is ready».",
      "\n- Parts: name, «price, stock»",
      " «Only staff may delete repairs.»",
    ]);
    expect(server.requests.length - before).toBe(1);
    expect(spentUsd).toBeGreaterThan(0);
  });

  it.each([
    ["more than can be read", () => suggest(...Array.from({ length: 7 }, () => one("It is «so».")))],
    ["nothing that is of the asked form", () => suggest({ label: "", why: 3 })],
    ["words alone", () => text("You could add customers.")],
    ["an empty list", () => suggest()],
  ])("that says %s is taken at that", async (what, reply) => {
    script = reply;
    const suggested = await ask();
    expect(suggested).toMatchObject({ kind: "suggested" });
    expect(suggested.kind === "suggested" && suggested.items.length).toBe(what.startsWith("more") ? 4 : 0);
  });

  it("is not asked when there is no money for it", async () => {
    const before = server.requests.length;
    const suggested = await ask({ refuse: () => "The budget does not allow it." });
    expect(suggested).toMatchObject({ kind: "failed", error: { kind: "over-budget" } });
    expect(server.requests.length).toBe(before);
  });

  it("is not asked twice when it is overloaded", async () => {
    const before = server.requests.length;
    script = () => overloaded();
    expect(await ask()).toMatchObject({ kind: "failed", error: { kind: "overloaded" } });
    expect(server.requests.length - before).toBe(1);
  });

  it("is left when its reader goes on", async () => {
    const leaving = new AbortController();
    script = () => {
      setTimeout(() => leaving.abort(), 20);
      return stall({ afterEvents: 0 });
    };
    expect(await ask({ signal: leaving.signal })).toMatchObject({ kind: "failed", error: { kind: "cancelled" } });
  });
});
