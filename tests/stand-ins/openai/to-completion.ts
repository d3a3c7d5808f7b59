import type { ChatCompletion } from "openai/resources/chat/completions";
import type { DraftCompletion } from "./draft-completion.ts";

/** The completion in one piece, as it is answered without streaming. */
export function toCompletion(draft: DraftCompletion, showsReasoning: boolean): ChatCompletion {
  const { id, model, created, text, reasoning, refusal, calls, finishReason, usage } = draft;
  return {
    id,
    object: "chat.completion",
    created,
    model,
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: text === "" && (calls.length > 0 || refusal !== null) ? null : text,
          refusal,
          annotations: [],
          ...(showsReasoning && reasoning !== "" ? { reasoning_content: reasoning } : {}),
          ...(calls.length > 0
            ? {
                tool_calls: calls.map(({ id, name, arguments: json }) => ({
                  id,
                  type: "function" as const,
                  function: { name, arguments: json },
                })),
              }
            : {}),
        },
        logprobs: null,
        finish_reason: finishReason,
      },
    ],
    usage,
    service_tier: "default",
  };
}
