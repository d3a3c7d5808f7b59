// Pictures and documents on each provider's own wire, by way of the call that fits them to the model.
import { afterEach, expect, test } from "vitest";
import { startAnthropic } from "../../../tests/stand-ins/anthropic/start-anthropic.ts";
import { startOpenai } from "../../../tests/stand-ins/openai/start-openai.ts";
import { serverError, text } from "../../../tests/stand-ins/replies.ts";
import type { StandIn } from "../../../tests/stand-ins/serve.ts";
import { callModel, type CallContext, type Route } from "../call-model.ts";
import { findModel } from "../models.ts";
import type { ContentPart, ProviderId } from "../provider.ts";
import { anthropicProvider } from "./anthropic/anthropic-provider.ts";
import { openaiProvider } from "./openai/openai-provider.ts";
import { responsesProvider } from "./openai-responses/responses-provider.ts";

const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const content: ContentPart[] = [
  { type: "text", text: "Look:" },
  { type: "image", mediaType: "image/png", base64: "iVBORw==", instead: "You cannot see it." },
  { type: "pdf", name: "plan.pdf", base64: "JVBERg==", instead: "The PDF says: hello." },
];
const context: CallContext = {
  refuse: () => null,
  breaker: { admit: () => Promise.resolve(0), record: () => Promise.resolve() },
  signal: new AbortController().signal,
  sleep: () => Promise.resolve(),
  random: () => 0.5,
};

async function ask(routes: readonly Route[]): Promise<string[]> {
  const request = {
    system: [],
    messages: [{ role: "user" as const, content }],
    tools: [],
    maxOutputTokens: 1_000,
    temperature: null,
    effort: null,
  };
  const types: string[] = [];
  for await (const event of callModel(routes, request, { retries: 0, timeoutMs: 60_000 }, context))
    types.push(event.type);
  return types;
}

const providers = {
  anthropic: { start: startAnthropic, make: anthropicProvider },
  responses: { start: startOpenai, make: responsesProvider },
  chat: {
    start: startOpenai,
    make: (server: { apiKey: string; baseUrl: string }) => openaiProvider({ ...server, id: "openai" }),
  },
  compatible: {
    start: startOpenai,
    make: (server: { apiKey: string; baseUrl: string }) => openaiProvider({ ...server, id: "compatible" }),
  },
};

async function provide(name: keyof typeof providers, id: ProviderId, model: string, fails = false) {
  const { start, make } = providers[name];
  const server = await start(() => (fails ? serverError() : text("I see.")));
  open.push(server);
  const route: Route = { provider: make({ apiKey: "key", baseUrl: server.url }), model: findModel(id, model) };
  return { server, route };
}

const userContent = (server: StandIn): unknown => {
  const body = server.requests[0]?.body as { messages?: { content: unknown }[]; input?: { content: unknown }[] };
  return (body.messages ?? body.input ?? []).at(-1)?.content;
};

test.each([
  [
    "anthropic",
    "anthropic",
    "claude-sonnet-5-5",
    [
      { type: "text", text: "Look:" },
      { type: "image", source: { type: "base64", media_type: "image/png", data: "iVBORw==" } },
      { type: "document", title: "plan.pdf", cache_control: { type: "ephemeral" } },
    ],
  ],
  [
    "responses",
    "openai",
    "gpt-6.1-sol",
    [
      { type: "input_text", text: "Look:" },
      { type: "input_image", image_url: "data:image/png;base64,iVBORw==" },
      { type: "input_file", filename: "plan.pdf" },
    ],
  ],
  [
    "chat",
    "openai",
    "gpt-of-tomorrow",
    [
      { type: "text", text: "Look:" },
      { type: "image_url", image_url: { url: "data:image/png;base64,iVBORw==" } },
      { type: "text", text: "The PDF says: hello." },
    ],
  ],
  [
    "compatible",
    "compatible",
    "llama",
    [
      { type: "text", text: "Look:" },
      { type: "text", text: "You cannot see it." },
      { type: "text", text: "The PDF says: hello." },
    ],
  ],
] as const)("%s gets what its model takes", async (name, id, model, expected) => {
  const { server, route } = await provide(name, id, model);
  expect(await ask([route])).toContain("finished");
  expect(userContent(server)).toMatchObject(expected);
});

test("a model that is fallen back to gets what it takes, not what the first one took", async () => {
  const first = await provide("anthropic", "anthropic", "claude-sonnet-5-5", true);
  const second = await provide("compatible", "compatible", "llama");
  expect(await ask([first.route, second.route])).toEqual(expect.arrayContaining(["fell-back", "finished"]));
  expect(userContent(first.server)).toMatchObject([{ type: "text" }, { type: "image" }, { type: "document" }]);
  expect(userContent(second.server)).toMatchObject([
    { type: "text" },
    { text: "You cannot see it." },
    { type: "text" },
  ]);
});
