// The chunks of the chat completions protocol as our events. Calls are told apart by their index; their id and name come
// with the first piece.
import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import type { CompletionUsage } from "openai/resources/completions";
import { readToolInput } from "../../read-tool-input.ts";
import { type FinishReason, type ModelEvent, noUsage, type TokenUsage, type ToolCall } from "../../provider.ts";

interface OpenCall {
  id: string;
  name: string;
  json: string;
}

export class OpenaiStreamReader {
  readonly #open = new Map<number, OpenCall>();
  #text = "";
  #refused = false;
  #finish: string | null = null;
  usage: TokenUsage = noUsage;

  get ended(): boolean {
    return this.#finish !== null;
  }

  read(chunk: ChatCompletionChunk): ModelEvent[] {
    if (chunk.usage) this.usage = readUsage(chunk.usage);
    const choice = chunk.choices[0];
    if (!choice) return [];
    const events: ModelEvent[] = [];
    const { delta } = choice;
    if (delta?.content) {
      this.#text += delta.content;
      events.push({ type: "text", text: delta.content });
    }
    if (delta?.refusal) {
      this.#refused = true;
      this.#text += delta.refusal;
      events.push({ type: "text", text: delta.refusal });
    }
    const thinking = reasoningOf(delta);
    if (thinking !== "") events.push({ type: "thinking", text: thinking });
    for (const piece of delta?.tool_calls ?? []) {
      const call = this.#open.get(piece.index) ?? { id: "", name: "", json: "" };
      this.#open.set(piece.index, call);
      if (piece.id) call.id = piece.id;
      if (piece.function?.name) call.name = piece.function.name;
      const json = piece.function?.arguments ?? "";
      call.json += json;
      if (json !== "") events.push({ type: "tool-input", id: call.id, name: call.name, json });
    }
    if (choice.finish_reason) this.#finish = choice.finish_reason;
    return events;
  }

  finish(): ModelEvent[] {
    const calls = [...this.#open]
      .sort(([a], [b]) => a - b)
      .map(([index, call]): ToolCall => ({
        // Some local servers give no id; the result must name one.
        id: call.id === "" ? `call_${index}` : call.id,
        name: call.name,
        ...readToolInput(call.json),
      }));
    return [
      ...calls.map((call): ModelEvent => ({ type: "tool-call", call })),
      {
        type: "finished",
        reason: this.#reason(calls.length > 0),
        message: { role: "assistant", text: this.#text, toolCalls: calls },
        usage: this.usage,
      },
    ];
  }

  #reason(hasCalls: boolean): FinishReason {
    if (this.#refused || this.#finish === "content_filter") return "refused";
    if (this.#finish === "length") return "length";
    return hasCalls ? "tools" : "end";
  }
}

/** Not in OpenAI's protocol; DeepSeek's, vLLM's and Ollama's servers stream what the model thinks under these names. */
function reasoningOf(delta: unknown): string {
  if (typeof delta !== "object" || delta === null) return "";
  for (const key of ["reasoning_content", "reasoning"]) {
    const value: unknown = Reflect.get(delta, key);
    if (typeof value === "string") return value;
  }
  return "";
}

function readUsage(usage: CompletionUsage): TokenUsage {
  const cacheRead = usage.prompt_tokens_details?.cached_tokens ?? 0;
  const cacheWrite = usage.prompt_tokens_details?.cache_write_tokens ?? 0;
  return {
    input: Math.max(0, usage.prompt_tokens - cacheRead - cacheWrite),
    cacheRead,
    cacheWrite,
    output: usage.completion_tokens,
  };
}
