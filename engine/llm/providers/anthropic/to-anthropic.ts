// Our request in the words of the Messages API. Three cache marks: after the system prompt (and so after the tools, which
// stand before it), at the end of the conversation, and where the end was a turn ago: the API looks back twenty blocks for
// what it has, and a turn with many calls is longer than that.
import type {
  ContentBlockParam,
  MessageCreateParamsStreaming,
  MessageParam,
  TextBlockParam,
} from "@anthropic-ai/sdk/resources/messages/messages";
import type { ContentPart, ModelMessage, ModelRequest } from "../../provider.ts";

const ephemeral = { type: "ephemeral" } as const;

export function toAnthropic(request: ModelRequest): MessageCreateParamsStreaming {
  const { model, tools, effort } = request;
  const messages = request.messages.map((message) => toMessage(message, model.id));
  markEnds(messages);
  return {
    model: model.id,
    max_tokens: Math.min(request.maxOutputTokens, model.maxOutputTokens),
    system: request.system
      .filter((part) => part.text !== "")
      .map((part): TextBlockParam => ({
        type: "text",
        text: part.text,
        ...(part.cache ? { cache_control: ephemeral } : {}),
      })),
    messages,
    ...(tools.length > 0
      ? {
          tools: tools.map(({ name, description, input }) => ({
            name,
            description,
            input_schema: { ...input, type: "object" as const },
          })),
        }
      : {}),
    // Text between tool calls arrives as thinking on the newest models; the user reads it as progress.
    ...(model.takesEffort ? { thinking: { type: "adaptive", display: "summarized" } } : {}),
    ...(model.takesEffort && effort ? { output_config: { effort } } : {}),
    // No temperature: the version of the API that the SDK speaks refuses it with every model.
    stream: true,
  };
}

const nothing: ContentBlockParam[] = [{ type: "text", text: "(nothing)" }];

function toMessage(message: ModelMessage, modelId: string): MessageParam {
  if (message.role === "user") return { role: "user", content: message.content.map(toBlock) };
  if (message.role === "tool") {
    return {
      role: "user",
      content: message.results.map((result) => ({
        type: "tool_result",
        tool_use_id: result.callId,
        content: result.text === "" ? "(no output)" : result.text,
        ...(result.isError ? { is_error: true } : {}),
      })),
    };
  }
  if (message.native?.model === modelId) {
    // A model may answer with nothing at all, which the API does not take back.
    const blocks = (structuredClone(message.native.blocks) as ContentBlockParam[]).filter(
      (block) => block.type !== "text" || block.text !== "",
    );
    return { role: "assistant", content: blocks.length > 0 ? blocks : nothing };
  }
  const calls: ContentBlockParam[] = message.toolCalls.map((call) => ({
    type: "tool_use",
    id: call.id,
    name: call.name,
    input: call.unreadable === undefined ? call.input : {},
  }));
  const text: ContentBlockParam[] = message.text.trim() === "" ? [] : [{ type: "text", text: message.text }];
  const content = [...text, ...calls];
  // An assistant's turn may not be empty.
  return { role: "assistant", content: content.length > 0 ? content : nothing };
}

function toBlock(part: ContentPart): ContentBlockParam {
  if (part.type === "text") return { type: "text", text: part.text === "" ? "(empty)" : part.text };
  if (part.type === "image") {
    return { type: "image", source: { type: "base64", media_type: part.mediaType, data: part.base64 } };
  }
  return {
    type: "document",
    title: part.name,
    source: { type: "base64", media_type: "application/pdf", data: part.base64 },
  };
}

function markEnds(messages: MessageParam[]): void {
  for (const { content } of messages.filter((message) => message.role === "user").slice(-2)) {
    const last = Array.isArray(content) ? content.at(-1) : undefined;
    if (
      last &&
      (last.type === "text" || last.type === "tool_result" || last.type === "image" || last.type === "document")
    )
      last.cache_control = ephemeral;
  }
}
