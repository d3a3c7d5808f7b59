import type { Message, MessageDeltaUsage, Usage } from "@anthropic-ai/sdk/resources/messages/messages";
import type { DraftBlock, DraftMessage } from "./draft-message.ts";
import type { InputUsage } from "./prompt-cache.ts";

/** The message in one piece, as it is answered without streaming. */
export function toMessage(draft: DraftMessage, input: InputUsage): Message {
  return {
    ...startedMessage(draft, input),
    content: draft.blocks.map(toBlock),
    ...ending(draft),
    usage: { ...startedMessage(draft, input).usage, ...finalUsage(draft, input) },
  };
}

/** The message as `message_start` has it: what was read is counted, nothing is written yet. */
export function startedMessage({ id, model }: DraftMessage, input: InputUsage): Message {
  const usage: Usage = {
    ...input,
    output_tokens: 1,
    output_tokens_details: null,
    inference_geo: "not_available",
    server_tool_use: null,
    service_tier: "standard",
    speed: "standard",
  };
  return {
    id,
    type: "message",
    role: "assistant",
    model,
    content: [],
    container: null,
    diagnostics: null,
    stop_details: null,
    stop_reason: null,
    stop_sequence: null,
    usage,
  };
}

export function ending({
  stopReason,
  refusal,
}: DraftMessage): Pick<Message, "container" | "stop_details" | "stop_reason" | "stop_sequence"> {
  return {
    container: null,
    stop_details: refusal === null ? null : { type: "refusal", category: null, explanation: refusal },
    stop_reason: stopReason,
    stop_sequence: null,
  };
}

interface InputCount {
  readonly input_tokens: number;
}

/** Totals, not what was added. */
export function finalUsage(
  { outputTokens, thinkingTokens }: DraftMessage,
  input: InputUsage,
): MessageDeltaUsage & InputCount {
  return {
    input_tokens: input.input_tokens,
    cache_creation_input_tokens: input.cache_creation_input_tokens,
    cache_read_input_tokens: input.cache_read_input_tokens,
    output_tokens: outputTokens,
    output_tokens_details: { thinking_tokens: thinkingTokens },
    server_tool_use: null,
  };
}

function toBlock(block: DraftBlock): Message["content"][number] {
  switch (block.type) {
    case "text":
      return { type: "text", text: block.text, citations: null };
    case "thinking":
      return block;
    case "tool_use":
      return {
        type: "tool_use",
        id: block.id,
        name: block.name,
        caller: { type: "direct" },
        input: readInput(block.json),
      };
    default:
      return block satisfies never;
  }
}

/** A call that max_tokens cut short has no input to show. */
function readInput(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}
