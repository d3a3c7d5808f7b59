// A script's answer as the model would have written it under this request: its items, within the limit of tokens.
import type {
  Response,
  ResponseFunctionToolCall,
  ResponseOutputMessage,
  ResponseReasoningItem,
  ResponseUsage,
} from "openai/resources/responses/responses";
import type { Part } from "../script.ts";
import { countTokens, cutToTokens } from "../tokens.ts";
import type { PromptCount } from "./prompt-cache.ts";
import { gptVersion, reasons } from "./reasoning-models.ts";
import type { ResponsesRequest } from "./responses-request.ts";
import { seal } from "./seal.ts";

export type DraftItem = ResponseReasoningItem | ResponseOutputMessage | ResponseFunctionToolCall;

/** The response as it is answered without streaming; `output_text` is the SDK's, not the wire's. */
export type WireResponse = Omit<Response, "output_text" | "output" | "usage"> & {
  readonly output: readonly DraftItem[];
  readonly usage: ResponseUsage | null;
};

export function draftResponse(
  parts: readonly Part[],
  request: ResponsesRequest,
  serial: string,
  prompt: PromptCount,
): WireResponse {
  const limit = request.max_output_tokens ?? Number.POSITIVE_INFINITY;
  const output: DraftItem[] = [];
  let tokens = 0;
  let thought = 0;
  let cut = false;
  for (const [index, part] of parts.entries()) {
    const written = part.type === "tool-call" ? JSON.stringify(part.input) : part.text;
    const kept = cutToTokens(written, limit - tokens);
    tokens += countTokens(kept);
    if (part.type === "thinking") thought += countTokens(kept);
    cut = kept !== written;
    const isLast = !parts.slice(index + 1).some(({ type }) => type === "tool-call");
    const item = draftItem(part, kept, `${serial}${index}`, { request, cut, isLast });
    if (item) output.push(item);
    if (cut) break;
  }
  const created = Math.floor(Date.now() / 1_000);
  return {
    id: `resp_${serial}`,
    object: "response",
    created_at: created,
    ...(cut ? {} : { completed_at: created }),
    status: cut ? "incomplete" : "completed",
    error: null,
    incomplete_details: cut ? { reason: "max_output_tokens" } : null,
    access_programs: null,
    background: false,
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    metadata: request.metadata ?? {},
    model: request.model,
    output,
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    previous_response_id: null,
    reasoning: { effort: effortOf(request), summary: request.reasoning?.summary ?? null },
    service_tier: "default",
    temperature: request.temperature ?? 1,
    text: { format: { type: "text" } },
    tool_choice: "auto",
    tools: (request.tools ?? []).map(({ name, description, parameters, strict }) => ({
      type: "function",
      name,
      description: description ?? null,
      parameters,
      strict: strict ?? true,
    })),
    top_p: request.top_p ?? 1,
    truncation: "disabled",
    usage: countUsage(prompt, Math.max(1, tokens), thought),
  };
}

interface Circumstances {
  readonly request: ResponsesRequest;
  readonly cut: boolean;
  /** Whether no call follows. */
  readonly isLast: boolean;
}

function draftItem(
  part: Part,
  kept: string,
  serial: string,
  { request, cut, isLast }: Circumstances,
): DraftItem | null {
  const status = cut ? "incomplete" : "completed";
  if (part.type === "tool-call") {
    return {
      id: `fc_${serial}`,
      type: "function_call",
      status,
      arguments: kept,
      call_id: `call_${serial}`,
      name: part.name,
    };
  }
  if (part.type === "thinking") {
    if (!reasons(request.model)) return null;
    const id = `rs_${serial}`;
    const sealed = seal({ id, model: request.model, thinking: kept });
    return {
      id,
      type: "reasoning",
      summary: request.reasoning?.summary != null && kept !== "" ? [{ type: "summary_text", text: kept }] : [],
      ...(request.include?.includes("reasoning.encrypted_content") ? { encrypted_content: sealed } : {}),
    };
  }
  return {
    id: `msg_${serial}`,
    type: "message",
    status,
    role: "assistant",
    content: [
      part.type === "refusal"
        ? { type: "refusal", refusal: kept }
        : { type: "output_text", annotations: [], logprobs: [], text: kept },
    ],
    ...(gptVersion(request.model) >= 5.3 ? { phase: isLast ? "final_answer" : "commentary" } : {}),
  };
}

function effortOf({ model, reasoning }: ResponsesRequest): "low" | "medium" | "high" | null {
  const effort = reasoning?.effort;
  if (effort === "low" || effort === "high") return effort;
  return reasons(model) ? "medium" : null;
}

function countUsage(
  { promptTokens, cachedTokens, writtenTokens }: PromptCount,
  output: number,
  thought: number,
): ResponseUsage {
  return {
    input_tokens: promptTokens,
    input_tokens_details: { cached_tokens: cachedTokens, cache_write_tokens: writtenTokens },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: thought },
    total_tokens: promptTokens + output,
  };
}
