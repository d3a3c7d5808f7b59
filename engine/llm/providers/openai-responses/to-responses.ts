// Our request in the words of OpenAI's Responses API. Nothing is kept at OpenAI (`store: false`): each call brings the whole
// conversation, and what the model thought travels with it, sealed.
import type {
  EasyInputMessage,
  ResponseCreateParamsStreaming,
  ResponseInputContent,
  ResponseInputItem,
} from "openai/resources/responses/responses";
import type { ContentPart, ModelMessage, ModelRequest } from "../../provider.ts";

/** The API takes no smaller limit. */
const leastOutputTokens = 16;

/** `summaries`: whether to ask for a readable digest of what the model thinks. */
export function toResponses(request: ModelRequest, summaries: boolean): ResponseCreateParamsStreaming {
  const { model, tools, temperature, effort } = request;
  const instructions = request.system
    .map((part) => part.text)
    .filter((text) => text !== "")
    .join("\n\n");
  return {
    model: model.id,
    ...(instructions === "" ? {} : { instructions }),
    input: request.messages.flatMap((message) => toItems(message, model.id)),
    max_output_tokens: Math.max(leastOutputTokens, Math.min(request.maxOutputTokens, model.maxOutputTokens)),
    ...(tools.length > 0 && model.takesTools
      ? {
          tools: tools.map(({ name, description, input }) => ({
            type: "function" as const,
            name,
            description,
            parameters: { ...input },
            // Strict schemas know no optional parameters, and ours have them; the caller validates the input anyway.
            strict: false,
          })),
        }
      : {}),
    ...(temperature !== null && model.takesTemperature ? { temperature } : {}),
    // Models that do not reason refuse all of this.
    ...(model.takesEffort
      ? {
          reasoning: { ...(effort === null ? {} : { effort }), ...(summaries ? { summary: "auto" as const } : {}) },
          include: ["reasoning.encrypted_content" as const],
        }
      : {}),
    store: false,
    stream: true,
  };
}

function toItems(message: ModelMessage, modelId: string): ResponseInputItem[] {
  if (message.role === "user") return [toUserMessage(message.content)];
  if (message.role === "tool") {
    return message.results.map((result) => ({
      type: "function_call_output",
      call_id: result.callId,
      output: result.isError ? `Error: ${result.text}` : result.text,
    }));
  }
  if (message.native?.model === modelId) return structuredClone(message.native.blocks) as ResponseInputItem[];
  const text: ResponseInputItem[] = message.text === "" ? [] : [{ role: "assistant", content: message.text }];
  const calls = message.toolCalls.map((call): ResponseInputItem => ({
    type: "function_call",
    call_id: call.id,
    name: call.name,
    arguments: call.unreadable === undefined ? JSON.stringify(call.input) : String(call.input),
  }));
  return [...text, ...calls];
}

function toUserMessage(content: readonly ContentPart[]): EasyInputMessage {
  return { role: "user", content: content.map(toPart) };
}

function toPart(part: ContentPart): ResponseInputContent {
  if (part.type === "text") return { type: "input_text", text: part.text };
  if (part.type === "image") {
    return { type: "input_image", detail: "auto", image_url: `data:${part.mediaType};base64,${part.base64}` };
  }
  return { type: "input_file", filename: part.name, file_data: `data:application/pdf;base64,${part.base64}` };
}
