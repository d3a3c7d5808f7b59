import type { ScriptedCall } from "../script.ts";
import type { ChatMessage, ChatRequest } from "./chat-request.ts";

export function toCall(body: ChatRequest): ScriptedCall<ChatRequest> {
  const { messages } = body;
  const lastSaid = messages.findLastIndex(({ role }) => role === "assistant");
  const news = messages.slice(lastSaid + 1);
  const isSystem = ({ role }: ChatMessage) => role === "system" || role === "developer";
  return {
    model: body.model,
    stream: body.stream,
    system: messages.filter(isSystem).map(textOf).join("\n\n"),
    user: news
      .filter(({ role }) => role === "user")
      .map(textOf)
      .join("\n\n"),
    toolNames: (body.tools ?? []).map((tool) => tool.function.name),
    toolResults: news.flatMap((message) =>
      message.role === "tool" ? [{ id: message.tool_call_id ?? "", text: textOf(message) }] : [],
    ),
    body,
  };
}

function textOf({ content }: ChatMessage): string {
  if (typeof content === "string") return content;
  return (content ?? []).flatMap(({ text }) => (text === undefined ? [] : [text])).join("\n\n");
}
