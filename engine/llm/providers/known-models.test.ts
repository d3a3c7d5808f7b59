import { afterEach, expect, test } from "vitest";
import { startAnthropic } from "../../../tests/stand-ins/anthropic/start-anthropic.ts";
import { startOpenai } from "../../../tests/stand-ins/openai/start-openai.ts";
import { answer, text, thinking, toolCalls } from "../../../tests/stand-ins/replies.ts";
import type { Script } from "../../../tests/stand-ins/script.ts";
import type { StandIn } from "../../../tests/stand-ins/serve.ts";
import { type ModelInfo, models } from "../models.ts";
import type { ModelEvent, ModelMessage, ModelProvider } from "../provider.ts";
import { anthropicProvider } from "./anthropic/anthropic-provider.ts";
import { responsesProvider } from "./openai-responses/responses-provider.ts";

const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const input = { path: "größe.ts" };
const script: Script = ({ toolResults }, index) =>
  index === 0
    ? answer(thinking("I need the file."), text("Let me look."), toolCalls([{ name: "read", input }]))
    : text(`It says: ${toolResults[0]?.text}`);

async function provide({ provider }: ModelInfo): Promise<ModelProvider> {
  const server = await (provider === "anthropic" ? startAnthropic : startOpenai)(script);
  open.push(server);
  const settings = { apiKey: "key", baseUrl: server.url };
  return provider === "anthropic" ? anthropicProvider(settings) : responsesProvider(settings);
}

test.each(models.map((model) => [model.id, model] as const))(
  "%s takes a request with everything in it, and its own answer back",
  async (_id, model) => {
    const provider = await provide(model);
    const system = [{ text: "Be brief. ".repeat(500), cache: true }];
    const schema = { type: "object", properties: { path: { type: "string" } }, required: ["path"] };
    const tools = [{ name: "read", description: "Reads a file.", input: schema }];
    const turn = async (messages: readonly ModelMessage[]) => {
      const request = {
        model,
        system,
        messages,
        tools,
        maxOutputTokens: 1_000,
        temperature: 0.2,
        effort: "low" as const,
      };
      const events: ModelEvent[] = [];
      for await (const event of provider.stream(request, new AbortController().signal)) events.push(event);
      const last = events.at(-1);
      if (last?.type !== "finished") throw new Error(`The call did not finish: ${JSON.stringify(last)}`);
      return last;
    };
    const question: ModelMessage = { role: "user", content: [{ type: "text", text: "What does it say?" }] };
    const first = await turn([question]);
    expect(first).toMatchObject({
      reason: "tools",
      message: { text: "Let me look.", toolCalls: [{ name: "read", input }] },
    });
    const [call] = first.message.toolCalls;
    const result: ModelMessage = { role: "tool", results: [{ callId: call?.id ?? "", text: "hello", isError: false }] };
    const second = await turn([question, first.message, result]);
    expect(second).toMatchObject({ reason: "end", message: { text: "It says: hello" } });
    // The second call reads what the first one left in the cache, where the provider keeps so short a prompt.
    if (model.id !== "claude-haiku-4-5") expect(second.usage.cacheRead).toBeGreaterThan(1_000);
  },
);
