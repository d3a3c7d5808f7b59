import { afterEach, describe, expect, test, vi } from "vitest";
import { findModel } from "#engine/llm/models.ts";
import type { ModelEvent } from "#engine/llm/provider.ts";
import type { Env } from "../env.ts";
import { readModelChoice } from "./read-model-choice.ts";

const choose = (variables: Partial<Env>) => readModelChoice(variables as Env);

/** The path that the provider asks, and the body; nobody answers. */
async function askedOf(variables: Partial<Env>, id: string): Promise<{ path: string; body: Record<string, unknown> }> {
  const asked: { path: string; body: Record<string, unknown> }[] = [];
  // The SDK keeps the fetch that it finds when its client is made.
  vi.stubGlobal("fetch", async (input: string, init: RequestInit) => {
    const request = new Request(input, init);
    asked.push({ path: new URL(request.url).pathname, body: await request.json() });
    return Response.json({ error: { message: "No." } }, { status: 400 });
  });
  const { providers, table } = choose(variables);
  const provider = providers.find((candidate) => candidate.id === id);
  const request = {
    model: findModel(provider?.id ?? "openai", "gpt-6.1-sol", table),
    system: [],
    messages: [{ role: "user" as const, content: [{ type: "text" as const, text: "Hello" }] }],
    tools: [{ name: "read", description: "Reads.", input: { type: "object", properties: {} } }],
    maxOutputTokens: 100,
    temperature: null,
    effort: null,
  };
  const events: ModelEvent[] = [];
  for await (const event of provider?.stream(request, new AbortController().signal) ?? []) events.push(event);
  expect(events).toMatchObject([{ type: "failed" }]);
  const [first] = asked;
  if (!first) throw new Error("Nothing was asked.");
  return first;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("OpenAI's models", () => {
  const key = { OPENAI_API_KEY: "key" };

  test("are asked through the Responses API, with their tools, at another address too", async () => {
    for (const variables of [key, { ...key, OPENAI_BASE_URL: "http://proxy.example/openai/v1" }]) {
      const { path, body } = await askedOf(variables, "openai");
      expect(path).toMatch(/\/v1\/responses$/);
      expect(body["tools"]).toMatchObject([{ type: "function", name: "read" }]);
    }
  });

  test("get their tools as text where the server speaks chat completions alone", async () => {
    const variables = { ...key, OPENAI_BASE_URL: "http://proxy.example/v1", OPENAI_API: "chat" };
    const { path, body } = await askedOf(variables, "openai");
    expect(path).toBe("/v1/chat/completions");
    expect(body).not.toHaveProperty("tools");
    expect(JSON.stringify(body["messages"])).toContain("## read");
  });

  test("keep what the configuration says of them, whichever API they are asked through", () => {
    const models = JSON.stringify([{ provider: "openai", id: "gpt-6.1-sol", takesTools: true }]);
    const { table } = choose({ ...key, OPENAI_API: "chat", NEXUSGEN_MODELS: models });
    expect(findModel("openai", "gpt-6.1-sol", table).takesTools).toBe(true);
    expect(findModel("openai", "gpt-6.1-terra", table).takesTools).toBe(false);
  });

  test("are not asked through an API that there is not", () => {
    expect(() => choose({ ...key, OPENAI_API: "assistants" })).toThrow("OPENAI_API must be responses or chat");
  });
});

test("a compatible server is asked for chat completions", async () => {
  const { path, body } = await askedOf({ OPENAI_COMPATIBLE_BASE_URL: "http://localhost:11434/v1" }, "compatible");
  expect(path).toBe("/v1/chat/completions");
  expect(body["tools"]).toHaveLength(1);
});
