// The events of a Responses API stream as ours. An answer is a list of items (what was thought, said, called); each is whole
// with its `response.output_item.done`, and only the last event of the stream knows the usage.
import type {
  Response,
  ResponseOutputItem,
  ResponseStreamEvent,
  ResponseUsage,
} from "openai/resources/responses/responses";
import { type ModelError, readHttpFailure } from "../../model-error.ts";
import { type FinishReason, type ModelEvent, noUsage, type TokenUsage, type ToolCall } from "../../provider.ts";
import { readToolInput } from "../../read-tool-input.ts";

export class ResponsesStreamReader {
  readonly #model: string;
  /** Items that are whole, in the order of the answer. */
  readonly #items: ResponseOutputItem[] = [];
  readonly #calls: ToolCall[] = [];
  /** Calls that are being written, by their place in the answer. */
  readonly #open = new Map<number, { id: string; name: string }>();
  #text = "";
  #refused = false;
  #last: Response | null = null;
  usage: TokenUsage = noUsage;

  constructor(model: string) {
    this.#model = model;
  }

  get ended(): boolean {
    return this.#last !== null;
  }

  read(event: ResponseStreamEvent): ModelEvent[] {
    switch (event.type) {
      case "response.output_text.delta":
        return this.#say(event.delta);
      case "response.refusal.delta":
        this.#refused = true;
        return this.#say(event.delta);
      case "response.reasoning_summary_text.delta":
      // Servers of open models show what the model thinks instead of a digest.
      case "response.reasoning_text.delta":
        return event.delta === "" ? [] : [{ type: "thinking", text: event.delta }];
      case "response.reasoning_summary_part.added":
        return event.summary_index === 0 ? [] : [{ type: "thinking", text: "\n\n" }];
      case "response.output_item.added":
        if (event.item.type === "function_call") {
          this.#open.set(event.output_index, { id: event.item.call_id, name: event.item.name });
        }
        return [];
      case "response.function_call_arguments.delta": {
        const call = this.#open.get(event.output_index);
        return call && event.delta !== "" ? [{ type: "tool-input", ...call, json: event.delta }] : [];
      }
      case "response.output_item.done":
        return this.#close(event.item);
      case "response.completed":
      case "response.incomplete":
      case "response.failed":
        this.#last = event.response;
        if (event.response.usage) this.usage = readUsage(event.response.usage);
        return [];
      default:
        return [];
    }
  }

  /** The last event; call it once the stream has ended. */
  finish(): ModelEvent {
    if (this.#last?.status === "failed") {
      return { type: "failed", error: readFailure(this.#last.error), usage: this.usage };
    }
    const native = this.#mayGoBack() ? { native: { model: this.#model, blocks: this.#items } } : {};
    return {
      type: "finished",
      reason: this.#reason(),
      message: { role: "assistant", text: this.#text, toolCalls: this.#calls, ...native },
      usage: this.usage,
    };
  }

  #say(text: string): ModelEvent[] {
    this.#text += text;
    return text === "" ? [] : [{ type: "text", text }];
  }

  #close(item: ResponseOutputItem): ModelEvent[] {
    this.#items.push(item);
    if (item.type !== "function_call") return [];
    const call: ToolCall = { id: item.call_id, name: item.name, ...readToolInput(item.arguments) };
    this.#calls.push(call);
    return [{ type: "tool-call", call }];
  }

  /**
   * The API refuses thinking that is not sealed, since it keeps none, and thinking that nothing follows, as where the answer
   * was cut off. Such an answer goes back as its text and calls.
   */
  #mayGoBack(): boolean {
    return (
      this.#last?.status === "completed" &&
      this.#items.every((item) => item.type !== "reasoning" || Boolean(item.encrypted_content)) &&
      this.#items.length > 0 &&
      this.#items.at(-1)?.type !== "reasoning"
    );
  }

  #reason(): FinishReason {
    const cut = this.#last?.status === "incomplete" ? this.#last.incomplete_details?.reason : undefined;
    if (this.#refused || cut === "content_filter") return "refused";
    if (this.#last?.status === "incomplete") return "length";
    return this.#calls.length > 0 ? "tools" : "end";
  }
}

/** Errors that the request itself caused; any other of a stream that began well may pass. */
const ofTheRequest = /^(invalid_|unsupported_|image_|empty_|failed_to_download|data_residency)|_policy/;

function readFailure(error: Response["error"]): ModelError {
  const type = error?.code ?? null;
  const message = error?.message ?? "The provider could not answer, and did not say why.";
  const status = type !== null && ofTheRequest.test(type) ? 400 : undefined;
  return readHttpFailure({ status, headers: undefined, type, message }, Date.now());
}

function readUsage(usage: ResponseUsage): TokenUsage {
  // Compatible servers leave out the details.
  const details: Partial<ResponseUsage.InputTokensDetails> = usage.input_tokens_details ?? {};
  const cacheRead = details.cached_tokens ?? 0;
  const cacheWrite = details.cache_write_tokens ?? 0;
  return {
    input: Math.max(0, usage.input_tokens - cacheRead - cacheWrite),
    cacheRead,
    cacheWrite,
    output: usage.output_tokens,
  };
}
