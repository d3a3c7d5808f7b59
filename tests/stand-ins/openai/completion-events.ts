import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import type { ServerSentEvent } from "../send-events.ts";
import { splitText } from "../split-text.ts";
import type { DraftCompletion } from "./draft-completion.ts";

type Delta = ChatCompletionChunk.Choice["delta"] & { readonly reasoning_content?: string };

/**
 * The completion as its stream. With `includesUsage` each chunk says that it has none, and one without a choice brings it
 * before the end.
 */
export function completionEvents(
  draft: DraftCompletion,
  { includesUsage, showsReasoning }: { includesUsage: boolean; showsReasoning: boolean },
): ServerSentEvent[] {
  const { id, model, created, finishReason, usage } = draft;
  const chunk = (
    choices: ChatCompletionChunk["choices"],
    counted: ChatCompletionChunk["usage"],
  ): ChatCompletionChunk => ({
    id,
    object: "chat.completion.chunk",
    created,
    model,
    service_tier: "default",
    choices,
    ...(includesUsage ? { usage: counted ?? null } : {}),
  });
  const choice = (delta: Delta, finish: ChatCompletionChunk.Choice["finish_reason"] = null) =>
    chunk([{ index: 0, delta, logprobs: null, finish_reason: finish }], null);
  return [
    ...deltasOf(draft, showsReasoning).map((delta) => choice(delta)),
    choice({}, finishReason),
    ...(includesUsage ? [chunk([], usage)] : []),
    "[DONE]",
  ].map((data) => ({ data }));
}

function deltasOf({ text, reasoning, refusal, calls }: DraftCompletion, showsReasoning: boolean): Delta[] {
  return [
    { role: "assistant", content: text === "" ? null : "", refusal: null },
    ...(showsReasoning ? splitText(reasoning).map((piece): Delta => ({ reasoning_content: piece })) : []),
    ...splitText(text).map((piece): Delta => ({ content: piece })),
    ...splitText(refusal ?? "").map((piece): Delta => ({ refusal: piece })),
    ...calls.flatMap(({ id, name, arguments: json }, index): Delta[] => [
      { tool_calls: [{ index, id, type: "function", function: { name, arguments: "" } }] },
      ...splitText(json).map((piece): Delta => ({ tool_calls: [{ index, function: { arguments: piece } }] })),
    ]),
  ];
}
