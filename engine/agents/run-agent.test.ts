import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Route } from "#engine/llm/call-model.ts";
import { findModel } from "#engine/llm/models.ts";
import { type ModelEvent, type ModelMessage, type ModelRequest, noUsage } from "#engine/llm/provider.ts";
import { openContext } from "./agent-context.fixture.ts";
import { agents } from "./agent.ts";
import { type AgentContext, type AgentEnd, type AgentEvent, runAgent, say } from "./run-agent.ts";
import { answer, defineTool, refuse } from "./tool.ts";

interface Scripted {
  text?: string;
  calls?: { name: string; input: unknown; unreadable?: string }[];
  reason?: "end" | "length" | "refused";
}

function scripted(answers: Scripted[]) {
  const requests: ModelRequest[] = [];
  const route: Route = {
    model: findModel("anthropic", "claude-sonnet-5-5"),
    provider: {
      id: "anthropic",
      async *stream(request): AsyncGenerator<ModelEvent> {
        requests.push({ ...request, messages: [...request.messages] });
        const { text = "", calls = [], reason } = answers[requests.length - 1] ?? {};
        const toolCalls = calls.map((call, index) => ({ id: `c${requests.length}_${index}`, ...call }));
        yield {
          type: "finished",
          reason: reason ?? (calls.length > 0 ? "tools" : "end"),
          message: { role: "assistant", text, toolCalls },
          usage: noUsage,
        };
      },
    },
  };
  return { route, requests };
}

const add = defineTool({
  name: "add",
  description: "Adds.",
  input: z.object({ a: z.number(), b: z.number() }),
  run: ({ a, b }) => answer(String(a + b)),
});
const stop = defineTool({
  name: "stop",
  description: "Stops.",
  input: z.object({}),
  run: () => ({ ...answer("Stopped."), ends: true }),
});
const long = defineTool({
  name: "long",
  description: "Long.",
  input: z.object({}),
  run: () => refuse("x".repeat(100_000)),
});

async function run(answers: Scripted[], before: ModelMessage[] = [say("Go")], maxTurns = 5) {
  const { route, requests } = scripted(answers);
  const stored: ModelMessage[] = [];
  const context: AgentContext = {
    ...openContext(),
    checkpoint: (turn) => Promise.resolve(void stored.push(...turn)),
  };
  const definition = { ...agents.coder, maxTurns };
  const messages = [...before];
  const agent = { definition, routes: [route], system: [], messages, tools: [add, stop, long] };
  const events: AgentEvent[] = [];
  const loop = runAgent(agent, context);
  let end: AgentEnd;
  for (;;) {
    const step = await loop.next();
    if (step.done) {
      end = step.value;
      break;
    }
    events.push(step.value);
  }
  return { end, events, stored, requests, messages };
}

const call = (name: string, input: unknown) => ({ calls: [{ name, input }] });
const resultsIn = (messages: readonly ModelMessage[]) =>
  messages.flatMap((message) => (message.role === "tool" ? message.results : []));

describe("an agent", () => {
  it("runs the tools that the model calls until one of them ends it", async () => {
    const { end, stored, requests } = await run([call("add", { a: 1, b: 2 }), call("stop", {})]);
    expect(end).toEqual({ kind: "done" });
    expect(requests).toHaveLength(2);
    expect(resultsIn(stored)).toEqual([
      { callId: "c1_0", text: "3", isError: false },
      { callId: "c2_0", text: "Stopped.", isError: false },
    ]);
    expect(requests[1]?.messages.at(-1)).toEqual({
      role: "tool",
      results: [{ callId: "c1_0", text: "3", isError: false }],
    });
  });

  it("answers every call of a turn, wrong ones with what is wrong", async () => {
    const { stored } = await run([
      {
        calls: [
          { name: "add", input: { a: "1" } },
          { name: "divide", input: {} },
          { name: "add", input: "{", unreadable: "The input is not valid JSON." },
        ],
      },
      call("stop", {}),
    ]);
    const [wrong, unknown, unreadable] = resultsIn(stored);
    expect(wrong?.text).toMatch(/does not fit add[\s\S]*a[\s\S]*b/);
    expect(unknown?.text).toBe('There is no tool "divide". The tools are: add, stop, long.');
    expect(unreadable?.text).toBe("The input is not valid JSON.");
    expect([wrong, unknown, unreadable].every((result) => result?.isError)).toBe(true);
  });

  it("cuts results that are too long, and says so", async () => {
    const { stored } = await run([call("long", {}), call("stop", {})]);
    expect(resultsIn(stored)[0]?.text.length).toBeLessThan(41_000);
    expect(resultsIn(stored)[0]?.text).toMatch(/cut: 60000 more characters/);
  });

  it("asks for smaller steps when an answer was cut off, and runs nothing of it", async () => {
    const { end, stored } = await run([{ ...call("add", { a: 1, b: 1 }), reason: "length" }, call("stop", {})]);
    expect(end).toEqual({ kind: "done" });
    expect(resultsIn(stored)[0]).toMatchObject({ isError: true, text: expect.stringContaining("smaller steps") });
  });

  it("ends when the model stops by itself, declines, or takes too many turns", async () => {
    expect((await run([{ text: "Hello" }])).end).toEqual({ kind: "stopped", text: "Hello" });
    expect((await run([{ text: "No.", reason: "refused" }])).end).toEqual({ kind: "refused", text: "No." });
    const endless = Array.from({ length: 9 }, () => call("add", { a: 1, b: 1 }));
    const { end, requests } = await run(endless, [say("Go")], 3);
    expect(end).toEqual({ kind: "out-of-turns" });
    expect(requests).toHaveLength(3);
  });

  it("counts the turns of an interrupted run, and asks on from there", async () => {
    const first = await run([call("add", { a: 1, b: 2 })], [say("Go")], 1);
    const second = await run([call("stop", {})], [say("Go"), ...first.stored], 2);
    expect(second.end).toEqual({ kind: "done" });
    expect(second.requests[0]?.messages).toHaveLength(3);
    const third = await run([], [say("Go"), ...first.stored], 1);
    expect(third.end).toEqual({ kind: "out-of-turns" });
  });
});
