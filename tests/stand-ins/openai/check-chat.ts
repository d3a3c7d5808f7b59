// What the API refuses beyond the shape of a request. The wording is the API's, as far as it is known.
import { invalid } from "./api-problem.ts";
import type { ChatRequest } from "./chat-request.ts";
import { gptVersion, reasons } from "./reasoning-models.ts";

/** `local`: a server that takes any parameter with any model. */
export function checkChat(request: ChatRequest, local: boolean): void {
  if (!local) {
    checkParameters(request);
    checkReasoning(request);
  }
  checkToolCalls(request);
}

function checkParameters({ model, stream, ...request }: ChatRequest): void {
  if (request.stream_options && !stream) {
    throw invalid("The 'stream_options' parameter is only allowed when 'stream' is enabled.", "stream_options");
  }
  if (reasons(model) && request.max_tokens != null) {
    throw invalid(
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      "max_tokens",
      "unsupported_parameter",
    );
  }
  for (const name of ["temperature", "top_p"] as const) {
    const value = request[name];
    if (reasons(model) && value != null && value !== 1) {
      throw invalid(
        `Unsupported value: '${name}' does not support ${value} with this model. Only the default (1) value is supported.`,
        name,
        "unsupported_value",
      );
    }
  }
  if (request.tool_choice !== undefined && !request.tools?.length) {
    throw invalid(
      "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.",
      "tool_choice",
    );
  }
  if (request.tools?.length === 0) {
    throw invalid("Invalid 'tools': empty array. Expected an array with minimum length 1.", "tools", "empty_array");
  }
  const mentionsJson = request.messages.some(({ content }) => /json/i.test(JSON.stringify(content ?? "")));
  if (request.response_format?.type === "json_object" && !mentionsJson) {
    throw invalid(
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
      "messages",
    );
  }
}

/**
 * Models that reason call tools in the Responses API alone: from GPT-5.4 on once an effort is asked for, from GPT-5.6 on
 * always, as they have an effort of their own. Without any effort they still do, where the model can be without.
 */
function checkReasoning({ model, tools, reasoning_effort: effort }: ChatRequest): void {
  const version = gptVersion(model);
  if (version >= 6.1 && (effort === "none" || effort === "minimal")) {
    throw invalid(
      `Unsupported value: 'reasoning_effort' does not support '${effort}' with this model.`,
      "reasoning_effort",
      "unsupported_value",
    );
  }
  const doesReason = effort == null ? version >= 5.6 : effort !== "none";
  if (tools && version >= 5.4 && doesReason) {
    throw invalid(
      `Function tools with reasoning_effort are not supported for ${model} in /v1/chat/completions. ` +
        "Please use /v1/responses instead.",
      "reasoning_effort",
    );
  }
}

/** Each call is answered before anything else is said, and nothing is answered that was not called. */
function checkToolCalls({ messages }: ChatRequest): void {
  let waiting: string[] = [];
  const unanswered = () =>
    invalid(
      "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. " +
        `The following tool_call_ids did not have response messages: ${waiting.join(", ")}`,
      "messages",
    );
  for (const [index, { role, content, tool_calls: calls, tool_call_id: id }] of messages.entries()) {
    if (role === "tool") {
      if (id == null || !waiting.includes(id)) {
        throw invalid(
          "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
          `messages.[${index}].role`,
        );
      }
      waiting = waiting.filter((other) => other !== id);
      continue;
    }
    if (waiting.length > 0) throw unanswered();
    if (content == null && !calls?.length) {
      throw invalid(`Invalid value for 'content': expected a string, got null.`, `messages.[${index}].content`);
    }
    waiting = (calls ?? []).map((call) => call.id);
  }
  if (waiting.length > 0) throw unanswered();
}
