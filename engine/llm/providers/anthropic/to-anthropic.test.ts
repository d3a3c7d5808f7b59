import { describe, expect, it } from "vitest";
import { findModel } from "../../models.ts";
import type { ModelMessage, ModelRequest } from "../../provider.ts";
import { toAnthropic } from "./to-anthropic.ts";

const request = (messages: ModelMessage[]): ModelRequest => ({
  model: findModel("anthropic", "claude-sonnet-5-5"),
  system: [{ text: "You are a coder.", cache: true }],
  messages,
  tools: [{ name: "read_file", description: "Reads.", input: { type: "object", properties: {} } }],
  maxOutputTokens: 1_000,
  temperature: null,
  effort: "medium",
});
const say = (text: string): ModelMessage => ({ role: "user", content: [{ type: "text", text }] });
const turn = (id: string): ModelMessage[] => [
  { role: "assistant", text: "", toolCalls: [{ id, name: "read_file", input: {} }] },
  { role: "tool", results: [{ callId: id, text: "content", isError: false }] },
];
const marks = (messages: ModelMessage[]) => {
  const { system, messages: sent } = toAnthropic(request(messages));
  const isMarked = (block: unknown) => typeof block === "object" && block !== null && "cache_control" in block;
  return {
    system: Array.isArray(system) && system.some(isMarked),
    messages: sent.flatMap(({ content }, at) => (Array.isArray(content) && isMarked(content.at(-1)) ? [at] : [])),
  };
};

describe("a request to the Messages API", () => {
  it("marks the system prompt, the end of the conversation, and where the end was a turn ago", () => {
    expect(marks([say("Do it")])).toEqual({ system: true, messages: [0] });
    expect(marks([say("Do it"), ...turn("a")])).toEqual({ system: true, messages: [0, 2] });
    expect(marks([say("Do it"), ...turn("a"), ...turn("b")])).toEqual({ system: true, messages: [2, 4] });
  });

  it("marks a request that ends with a picture as well", () => {
    const picture: ModelMessage = {
      role: "user",
      content: [
        { type: "text", text: "Like this:" },
        { type: "image", mediaType: "image/png", base64: "AAAA", instead: "a picture" },
      ],
    };
    expect(marks([picture]).messages).toEqual([0]);
  });

  it("gives an empty answer back as one that the API takes", () => {
    const empty = (blocks: unknown[]): ModelMessage => ({
      role: "assistant",
      text: "",
      toolCalls: [],
      native: { model: "claude-sonnet-5-5", blocks },
    });
    const nothing = [{ type: "text", text: "(nothing)" }];
    const { messages } = toAnthropic(
      request([say("Go"), empty([]), say("On"), empty([{ type: "text", text: "" }]), say("On")]),
    );
    expect([messages[1]?.content, messages[3]?.content]).toEqual([nothing, nothing]);
  });
});
