import type { ScriptedCall } from "../script.ts";
import type { InputItem, ResponsesRequest } from "./responses-request.ts";

export function toResponsesCall(body: ResponsesRequest): ScriptedCall<ResponsesRequest> {
  const { input, instructions } = body;
  const news = input.slice(input.findLastIndex(isByModel) + 1);
  return {
    model: body.model,
    stream: body.stream,
    system: [instructions ?? "", ...input.filter((item) => isBy(item, "system", "developer")).map(textOf)]
      .filter((text) => text !== "")
      .join("\n\n"),
    user: news
      .filter((item) => isBy(item, "user"))
      .map(textOf)
      .join("\n\n"),
    toolNames: (body.tools ?? []).map(({ name }) => name),
    toolResults: news.flatMap((item) =>
      item.type === "function_call_output" ? [{ id: item.call_id, text: textOf(item) }] : [],
    ),
    body,
  };
}

const isBy = (item: InputItem, ...roles: readonly string[]): boolean =>
  item.type === "message" && roles.includes(item.role);
const isByModel = (item: InputItem): boolean =>
  isBy(item, "assistant") || item.type === "function_call" || item.type === "reasoning";

function textOf(item: InputItem): string {
  const content = item.type === "message" ? item.content : item.type === "function_call_output" ? item.output : [];
  if (typeof content === "string") return content;
  return content.flatMap((part) => ("text" in part && typeof part.text === "string" ? [part.text] : [])).join("\n\n");
}
