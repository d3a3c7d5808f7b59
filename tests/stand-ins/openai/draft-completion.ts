// A script's answer as the model would have written it under this request: within its limit of tokens.
import type { ChatCompletion } from "openai/resources/chat/completions";
import type { CompletionUsage } from "openai/resources/completions";
import type { Part } from "../script.ts";
import { countTokens, cutToTokens } from "../tokens.ts";
import type { ChatRequest } from "./chat-request.ts";
import type { PromptCount } from "./prompt-cache.ts";

export interface DraftCompletion {
  readonly id: string;
  readonly model: string;
  readonly created: number;
  readonly text: string;
  /** What was thought; OpenAI's own protocol counts it and keeps it. */
  readonly reasoning: string;
  readonly refusal: string | null;
  /** Arguments may be cut short by the limit. */
  readonly calls: readonly { readonly id: string; readonly name: string; readonly arguments: string }[];
  readonly finishReason: ChatCompletion.Choice["finish_reason"];
  readonly usage: CompletionUsage;
}

export function draftCompletion(
  parts: readonly Part[],
  request: ChatRequest,
  serial: string,
  prompt: PromptCount,
): DraftCompletion {
  const limit = request.max_completion_tokens ?? request.max_tokens ?? Number.POSITIVE_INFINITY;
  const said = { text: "", thinking: "", refusal: "" };
  const calls: { id: string; name: string; arguments: string }[] = [];
  let tokens = 0;
  let cut = false;
  for (const part of parts) {
    const written = part.type === "tool-call" ? JSON.stringify(part.input) : part.text;
    const kept = cutToTokens(written, limit - tokens);
    tokens += countTokens(kept);
    if (part.type === "tool-call")
      calls.push({ id: `call_${serial}${calls.length}`, name: part.name, arguments: kept });
    else said[part.type] += kept;
    cut = kept !== written;
    if (cut) break;
  }
  const { promptTokens, cachedTokens, writtenTokens } = prompt;
  return {
    id: `chatcmpl-${serial}`,
    model: request.model,
    created: Math.floor(Date.now() / 1_000),
    text: said.text,
    reasoning: said.thinking,
    refusal: said.refusal === "" ? null : said.refusal,
    calls,
    finishReason: cut ? "length" : calls.length > 0 ? "tool_calls" : "stop",
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: Math.max(1, tokens),
      total_tokens: promptTokens + Math.max(1, tokens),
      prompt_tokens_details: { cached_tokens: cachedTokens, cache_write_tokens: writtenTokens, audio_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: countTokens(said.thinking), audio_tokens: 0 },
    },
  };
}
