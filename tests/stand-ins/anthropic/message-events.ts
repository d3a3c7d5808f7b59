import type {
  RawContentBlockDelta,
  RawContentBlockStartEvent,
  RawMessageStreamEvent,
} from "@anthropic-ai/sdk/resources/messages/messages";
import type { ServerSentEvent } from "../send-events.ts";
import { splitText } from "../split-text.ts";
import type { DraftBlock, DraftMessage } from "./draft-message.ts";
import type { InputUsage } from "./prompt-cache.ts";
import { ending, finalUsage, startedMessage } from "./to-message.ts";

/** The message as its stream: the ping comes after the first block has opened, as the API does it. */
export function messageEvents(draft: DraftMessage, input: InputUsage): ServerSentEvent[] {
  const events: RawMessageStreamEvent[] = [
    { type: "message_start", message: startedMessage(draft, input) },
    ...draft.blocks.flatMap((block, index) => blockEvents(block, index)),
    { type: "message_delta", delta: ending(draft), usage: finalUsage(draft, input) },
    { type: "message_stop" },
  ];
  const named: ServerSentEvent[] = events.map((data) => ({ name: data.type, data }));
  return named.toSpliced(Math.min(2, named.length - 2), 0, { name: "ping", data: { type: "ping" } });
}

function blockEvents(block: DraftBlock, index: number): RawMessageStreamEvent[] {
  return [
    { type: "content_block_start", index, content_block: startBlock(block) },
    ...deltasOf(block).map((delta): RawMessageStreamEvent => ({ type: "content_block_delta", index, delta })),
    { type: "content_block_stop", index },
  ];
}

function startBlock(block: DraftBlock): RawContentBlockStartEvent["content_block"] {
  switch (block.type) {
    case "text":
      return { type: "text", text: "", citations: null };
    case "thinking":
      return { type: "thinking", thinking: "", signature: "" };
    case "tool_use":
      return { type: "tool_use", id: block.id, name: block.name, input: {}, caller: { type: "direct" } };
    default:
      return block satisfies never;
  }
}

function deltasOf(block: DraftBlock): RawContentBlockDelta[] {
  switch (block.type) {
    case "text":
      return splitText(block.text).map((text) => ({ type: "text_delta", text }));
    case "thinking":
      return [
        ...splitText(block.thinking).map((thinking): RawContentBlockDelta => ({ type: "thinking_delta", thinking })),
        { type: "signature_delta", signature: block.signature },
      ];
    case "tool_use":
      // The first piece is empty, and a call without arguments has no other.
      return ["", ...(block.json === "{}" ? [] : splitText(block.json))].map((partial_json) => ({
        type: "input_json_delta",
        partial_json,
      }));
    default:
      return block satisfies never;
  }
}
