import { describe, expect, it } from "vitest";
import type { ModelMessage } from "#engine/llm/provider.ts";
import { compactMessages, cutNote } from "./compact-messages.ts";

const turn = (at: number, text: string, isError = false): ModelMessage[] => [
  { role: "assistant", text: "", toolCalls: [{ id: `c${at}`, name: "read_file", input: { path: "a.ts" } }] },
  { role: "tool", results: [{ callId: `c${at}`, text, isError }] },
];
const conversation = (turns: number, length: number) =>
  Array.from({ length: turns }, (_unused, at) => turn(at, `${at} ${"x".repeat(length)}`)).flat();
const answers = (messages: readonly ModelMessage[]) =>
  messages.flatMap((message) => (message.role === "tool" ? message.results.map(({ text }) => text) : []));

describe("a conversation as it is sent", () => {
  it("stays as it is while it is short", () => {
    const messages = conversation(10, 5_000);
    expect(compactMessages(messages)).toEqual(messages);
  });

  it("loses what tools answered long ago when it grows, and keeps every call and the last answers", () => {
    const messages = conversation(40, 10_000);
    const sent = compactMessages(messages);
    expect(sent).toHaveLength(messages.length);
    expect(answers(sent).slice(-6)).toEqual(answers(messages).slice(-6));
    expect(answers(sent).filter((text) => text === cutNote).length).toBeGreaterThan(20);
    expect(answers(sent).join("").length).toBeLessThan(180_000);
    expect(answers(messages)).not.toContain(cutNote);
  });

  it("keeps errors and short answers, which later steps refer to", () => {
    const messages = [
      ...turn(0, `wrong ${"x".repeat(10_000)}`, true),
      ...turn(1, "short"),
      ...conversation(40, 10_000),
    ];
    expect(answers(compactMessages(messages)).slice(0, 2)).toEqual(answers(messages).slice(0, 2));
  });

  it("begins as the call before did, but for a few steps, so that the provider's cache holds it", () => {
    const messages = conversation(60, 6_000);
    let breaks = 0;
    for (let turns = 1; turns < 60; turns += 1) {
      const before = compactMessages(messages.slice(0, turns * 2));
      const now = compactMessages(messages.slice(0, turns * 2 + 2));
      if (JSON.stringify(now.slice(0, before.length)) !== JSON.stringify(before)) breaks += 1;
    }
    expect(breaks).toBeGreaterThan(0);
    expect(breaks).toBeLessThan(6);
  });
});
