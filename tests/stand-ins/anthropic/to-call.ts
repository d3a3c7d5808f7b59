import type { ScriptedCall } from "../script.ts";
import type { MessageRequest, RequestBlock } from "./message-request.ts";

export function toCall(body: MessageRequest): ScriptedCall<MessageRequest> {
  const last = body.messages.findLast(({ role }) => role === "user")?.content ?? [];
  return {
    model: body.model,
    stream: body.stream,
    system: joinText(body.system ?? []),
    user: joinText(last),
    toolNames: (body.tools ?? []).map(({ name }) => name),
    toolResults: last.flatMap((block) =>
      block.type === "tool_result" ? [{ id: block.tool_use_id, text: joinText(block.content ?? []) }] : [],
    ),
    body,
  };
}

function joinText(blocks: readonly Pick<RequestBlock, "type">[]): string {
  return blocks.flatMap((block) => ("text" in block ? [String(block.text)] : [])).join("\n\n");
}
