// The Messages API's stream as our events. What a block means is known by its type, not by its place.
import type {
  RawContentBlockStartEvent,
  RawMessageStreamEvent,
  StopReason,
} from "@anthropic-ai/sdk/resources/messages/messages";
import { readToolInput } from "../../read-tool-input.ts";
import { type FinishReason, type ModelEvent, noUsage, type TokenUsage, type ToolCall } from "../../provider.ts";

type StartedBlock = RawContentBlockStartEvent["content_block"];

export class AnthropicStreamReader {
  readonly #model: string;
  /** As the API wants them back, in order. */
  readonly #blocks = new Map<number, StartedBlock>();
  readonly #json = new Map<number, string>();
  readonly #calls: ToolCall[] = [];
  #stop: StopReason | null = null;
  #ended = false;
  usage: TokenUsage = noUsage;

  constructor(model: string) {
    this.#model = model;
  }

  /** Whether the provider has said that the answer is whole. */
  get ended(): boolean {
    return this.#ended;
  }

  read(event: RawMessageStreamEvent): ModelEvent[] {
    switch (event.type) {
      case "message_start":
        this.#count(event.message.usage);
        return [];
      case "content_block_start":
        this.#blocks.set(event.index, structuredClone(event.content_block));
        return [];
      case "content_block_delta":
        return this.#grow(event.index, event.delta);
      case "content_block_stop":
        return this.#close(event.index);
      case "message_delta":
        this.#stop = event.delta.stop_reason;
        this.#count(event.usage);
        return [];
      case "message_stop":
        this.#ended = true;
        return [];
      default:
        // A kind of event that is newer than this adapter.
        return [];
    }
  }

  finish(): ModelEvent {
    const blocks = [...this.#blocks].sort(([a], [b]) => a - b).map(([, block]) => block);
    const text = blocks.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("");
    return {
      type: "finished",
      reason: finishReason(this.#stop, this.#calls.length > 0),
      message: { role: "assistant", text, toolCalls: this.#calls, native: { model: this.#model, blocks } },
      usage: this.usage,
    };
  }

  #grow(index: number, delta: Extract<RawMessageStreamEvent, { type: "content_block_delta" }>["delta"]): ModelEvent[] {
    const block = this.#blocks.get(index);
    if (!block) return [];
    if (delta.type === "text_delta" && block.type === "text") {
      block.text += delta.text;
      return [{ type: "text", text: delta.text }];
    }
    if (delta.type === "thinking_delta" && block.type === "thinking") {
      block.thinking += delta.thinking;
      return delta.thinking === "" ? [] : [{ type: "thinking", text: delta.thinking }];
    }
    if (delta.type === "signature_delta" && block.type === "thinking") {
      block.signature += delta.signature;
      return [];
    }
    if (delta.type === "input_json_delta" && block.type === "tool_use") {
      this.#json.set(index, (this.#json.get(index) ?? "") + delta.partial_json);
      return [{ type: "tool-input", id: block.id, name: block.name, json: delta.partial_json }];
    }
    return [];
  }

  #close(index: number): ModelEvent[] {
    const block = this.#blocks.get(index);
    if (block?.type !== "tool_use") return [];
    const call: ToolCall = { id: block.id, name: block.name, ...readToolInput(this.#json.get(index) ?? "") };
    // The block goes back to the provider, which takes nothing but an object.
    block.input = call.unreadable === undefined ? call.input : {};
    this.#calls.push(call);
    return [{ type: "tool-call", call }];
  }

  #count(usage: {
    input_tokens?: number | null;
    output_tokens?: number | null;
    cache_read_input_tokens?: number | null;
    cache_creation_input_tokens?: number | null;
  }): void {
    // Later counts are totals and replace earlier ones; a server may leave out what did not change.
    this.usage = {
      input: usage.input_tokens ?? this.usage.input,
      cacheRead: usage.cache_read_input_tokens ?? this.usage.cacheRead,
      cacheWrite: usage.cache_creation_input_tokens ?? this.usage.cacheWrite,
      output: usage.output_tokens ?? this.usage.output,
    };
  }
}

function finishReason(stop: StopReason | null, hasCalls: boolean): FinishReason {
  if (stop === "refusal") return "refused";
  if (stop === "max_tokens" || stop === "model_context_window_exceeded") return "length";
  return hasCalls ? "tools" : "end";
}
