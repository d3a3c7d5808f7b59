// One contract for every model provider. A call is a stream of events; a failure is the stream's last event, never a
// throw, so that what was spent until then is always known. Pure: adapters get their transport from the SDK's client.
import type { ModelError } from "./model-error.ts";
import type { ModelInfo } from "./models.ts";

export const providerIds = ["anthropic", "openai", "compatible"] as const;
/** `compatible` is any server that speaks the chat completions protocol at a configured address. */
export type ProviderId = (typeof providerIds)[number];

export interface SystemPart {
  readonly text: string;
  /** The provider may keep everything up to here for the next call. */
  readonly cache: boolean;
}

/** `instead`: what a model reads that takes no such part; ready for a prompt. */
export type ContentPart =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "image";
      readonly mediaType: "image/png" | "image/jpeg" | "image/webp" | "image/gif";
      readonly base64: string;
      readonly instead: string;
    }
  | { readonly type: "pdf"; readonly name: string; readonly base64: string; readonly instead: string };

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** What the model wrote, parsed; the caller validates it against the tool's own schema. */
  readonly input: unknown;
  /** Why the input could not be parsed as JSON; then `input` is the text. */
  readonly unreadable?: string;
}

export interface ToolResult {
  readonly callId: string;
  readonly text: string;
  readonly isError: boolean;
}

export interface AssistantMessage {
  readonly role: "assistant";
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  /** The provider's own blocks (signed thinking among them): only the model that wrote them may have them back. */
  readonly native?: { readonly model: string; readonly blocks: unknown };
}

export type ModelMessage =
  | { readonly role: "user"; readonly content: readonly ContentPart[] }
  | AssistantMessage
  | { readonly role: "tool"; readonly results: readonly ToolResult[] };

export interface ToolSpec {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the input, an object. */
  readonly input: Readonly<Record<string, unknown>>;
}

export const efforts = ["low", "medium", "high"] as const;
export type Effort = (typeof efforts)[number];

export interface ModelRequest {
  readonly model: ModelInfo;
  readonly system: readonly SystemPart[];
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ToolSpec[];
  readonly maxOutputTokens: number;
  /** 0 to 1; left out for models that take none. */
  readonly temperature: number | null;
  readonly effort: Effort | null;
}

/** Disjoint counts: what was read from the cache or written to it is not in `input`. */
export interface TokenUsage {
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly output: number;
}
export const noUsage: TokenUsage = { input: 0, cacheRead: 0, cacheWrite: 0, output: 0 };

/** `length`: the output limit was reached. `refused`: the provider's safety rules ended the answer. */
export type FinishReason = "end" | "tools" | "length" | "refused";

export type ModelEvent =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "thinking"; readonly text: string }
  /** A piece of the JSON of a call's input, as it is written. */
  | { readonly type: "tool-input"; readonly id: string; readonly name: string; readonly json: string }
  | { readonly type: "tool-call"; readonly call: ToolCall }
  | {
      readonly type: "finished";
      readonly reason: FinishReason;
      readonly message: AssistantMessage;
      readonly usage: TokenUsage;
    }
  /** `usage`: what the provider had counted by then. */
  | { readonly type: "failed"; readonly error: ModelError; readonly usage: TokenUsage };

export interface ModelProvider {
  readonly id: ProviderId;
  /** Ends with exactly one `finished` or `failed`. Aborting the signal aborts the HTTP request. */
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
}
