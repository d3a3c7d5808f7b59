// Our request in the words of the chat completions protocol, which compatible servers speak too.
import type {
  ChatCompletionContentPart,
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageParam,
} from "openai/resources/chat/completions";
import type { ContentPart, ModelMessage, ModelRequest, ProviderId } from "../../provider.ts";

export function toOpenai(request: ModelRequest, provider: ProviderId): ChatCompletionCreateParamsStreaming {
  const { model, tools, temperature, effort } = request;
  const limit = Math.min(request.maxOutputTokens, model.maxOutputTokens);
  const system = request.system
    .map((part) => part.text)
    .filter((text) => text !== "")
    .join("\n\n");
  return {
    model: model.id,
    messages: [
      ...(system === "" ? [] : [{ role: "system" as const, content: system }]),
      ...request.messages.flatMap((message) => toMessages(message)),
    ],
    // Servers other than OpenAI's know the older name alone.
    ...(provider === "openai" ? { max_completion_tokens: limit } : { max_tokens: limit }),
    ...(tools.length > 0 && model.takesTools
      ? {
          tools: tools.map(({ name, description, input }) => ({
            type: "function" as const,
            function: { name, description, parameters: { ...input } },
          })),
        }
      : {}),
    ...(temperature !== null && model.takesTemperature ? { temperature } : {}),
    ...(effort !== null && model.takesEffort ? { reasoning_effort: effort } : {}),
    stream: true,
    stream_options: { include_usage: true },
  };
}

function toMessages(message: ModelMessage): ChatCompletionMessageParam[] {
  if (message.role === "user") {
    const only = message.content.length === 1 ? message.content[0] : undefined;
    // Plain text where it is enough: some servers take no parts.
    return [{ role: "user", content: only?.type === "text" ? only.text : message.content.map(toPart) }];
  }
  if (message.role === "tool") {
    return message.results.map((result) => ({
      role: "tool",
      tool_call_id: result.callId,
      content: result.isError ? `Error: ${result.text}` : result.text,
    }));
  }
  const calls = message.toolCalls.map((call) => ({
    id: call.id,
    type: "function" as const,
    function: {
      name: call.name,
      arguments: call.unreadable === undefined ? JSON.stringify(call.input) : String(call.input),
    },
  }));
  return [
    {
      role: "assistant",
      content: message.text === "" && calls.length > 0 ? null : message.text,
      ...(calls.length > 0 ? { tool_calls: calls } : {}),
    },
  ];
}

function toPart(part: ContentPart): ChatCompletionContentPart {
  if (part.type === "text") return { type: "text", text: part.text };
  if (part.type === "image") {
    return { type: "image_url", image_url: { url: `data:${part.mediaType};base64,${part.base64}` } };
  }
  return {
    type: "file",
    file: { filename: part.name, file_data: `data:application/pdf;base64,${part.base64}` },
  };
}
