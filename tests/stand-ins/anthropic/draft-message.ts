// A script's answer as the model would have written it under this request: within max_tokens, thinking shown, hidden or
// left out as asked.
import type { StopReason } from "@anthropic-ai/sdk/resources/messages/messages";
import type { Part } from "../script.ts";
import { countTokens, cutToTokens } from "../tokens.ts";
import type { MessageRequest } from "./message-request.ts";
import { modelRules } from "./model-rules.ts";
import { sign } from "./signature.ts";

export type DraftBlock =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "thinking"; readonly thinking: string; readonly signature: string }
  /** `json` may be cut short by max_tokens. */
  | { readonly type: "tool_use"; readonly id: string; readonly name: string; readonly json: string };

export interface DraftMessage {
  readonly id: string;
  readonly model: string;
  readonly blocks: readonly DraftBlock[];
  readonly stopReason: StopReason;
  /** Why it was refused. */
  readonly refusal: string | null;
  readonly outputTokens: number;
  readonly thinkingTokens: number;
}

export function draftMessage(parts: readonly Part[], request: MessageRequest, serial: string): DraftMessage {
  const blocks: DraftBlock[] = [];
  let stopReason: StopReason = "end_turn";
  let refusal: string | null = null;
  let outputTokens = 0;
  let thinkingTokens = 0;
  for (const [at, part] of parts.entries()) {
    if (part.type === "refusal") {
      stopReason = "refusal";
      refusal = part.text;
      break;
    }
    if (part.type === "thinking" && !thinks(request)) continue;
    const written = part.type === "tool-call" ? JSON.stringify(part.input) : part.text;
    const kept = cutToTokens(written, request.max_tokens - outputTokens);
    const tokens = countTokens(kept);
    outputTokens += tokens;
    if (part.type === "thinking") thinkingTokens += tokens;
    blocks.push(draftBlock(part, kept, request, `${serial}${at}`));
    if (kept !== written) {
      stopReason = "max_tokens";
      break;
    }
    if (part.type === "tool-call") stopReason = "tool_use";
  }
  return {
    id: `msg_${serial}`,
    model: request.model,
    blocks,
    stopReason,
    refusal,
    outputTokens: Math.max(1, outputTokens),
    thinkingTokens,
  };
}

function draftBlock(
  part: Exclude<Part, { type: "refusal" }>,
  kept: string,
  request: MessageRequest,
  id: string,
): DraftBlock {
  switch (part.type) {
    case "text":
      return { type: "text", text: kept };
    case "tool-call":
      return { type: "tool_use", id: `toolu_${id}`, name: part.name, json: kept };
    case "thinking": {
      const thinking = showsThinking(request) ? kept : "";
      return { type: "thinking", thinking, signature: sign(id, thinking) };
    }
    default:
      return part satisfies never;
  }
}

function thinks({ model, thinking }: MessageRequest): boolean {
  const { alwaysThinks, thinksByDefault } = modelRules(model);
  return alwaysThinks || (thinking ? thinking.type !== "disabled" : thinksByDefault);
}

/** The models that take no budget keep their thinking to themselves unless they are asked for a summary. */
function showsThinking({ model, thinking }: MessageRequest): boolean {
  const asked = thinking && "display" in thinking ? thinking.display : null;
  return asked ? asked === "summarized" : !modelRules(model).adaptiveOnly;
}
