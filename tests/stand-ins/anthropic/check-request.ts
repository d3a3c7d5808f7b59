// What the API refuses beyond the shape of a request. The wording is the API's, as far as it is known.
import type { ApiVersion } from "./api-version.ts";
import { invalid } from "./api-problem.ts";
import { checkConversation } from "./check-conversation.ts";
import type { PromptRequest, MessageRequest } from "./message-request.ts";
import { modelRules } from "./model-rules.ts";

export function checkPrompt(request: PromptRequest): void {
  checkThinking(request);
  checkTools(request);
  checkConversation(request.messages, modelRules(request.model).adaptiveOnly);
  checkBreakpoints(request);
}

function checkThinking({ model, thinking, output_config: output }: PromptRequest): void {
  const { alwaysThinks, adaptiveOnly, takesAdaptive, takesEffort } = modelRules(model);
  if ((alwaysThinks && thinking?.type === "disabled") || (adaptiveOnly && thinking?.type === "enabled")) {
    throw invalid(
      `"thinking.type.${thinking.type}" is not supported for this model. ` +
        'Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.',
    );
  }
  if (thinking?.type === "adaptive" && !takesAdaptive) {
    throw invalid("adaptive thinking is not supported on this model");
  }
  if (output?.effort && !takesEffort) throw invalid("This model does not support the effort parameter.");
}

function checkTools({ model, thinking, tool_choice: choice, tools = [] }: PromptRequest): void {
  const forced = choice?.type === "any" || choice?.type === "tool";
  if (forced && modelRules(model).alwaysThinks) {
    throw invalid('tool_choice: type "tool" and "any" are not supported for this model.');
  }
  if (forced && (thinking?.type === "enabled" || thinking?.type === "adaptive")) {
    throw invalid("Thinking may not be enabled when tool_choice forces tool use.");
  }
  if (choice && choice.type !== "none" && tools.length === 0) {
    throw invalid("tool_choice may only be specified while providing tools.");
  }
  if (choice?.type === "tool" && !tools.some((tool) => tool.name === choice.name)) {
    throw invalid(`Tool '${choice.name ?? ""}' not found in provided tools`);
  }
  if (new Set(tools.map((tool) => tool.name)).size < tools.length) throw invalid("tools: Tool names must be unique.");
}

export function checkMessage(request: MessageRequest, version: ApiVersion): void {
  checkSampling(request, version);
  checkPrompt(request);
  const { max_tokens: limit, model, thinking } = request;
  const { maxOutputTokens } = modelRules(model);
  if (limit > maxOutputTokens) {
    throw invalid(
      `max_tokens: ${limit} > ${maxOutputTokens}, which is the maximum allowed number of output tokens for ${model}`,
    );
  }
  if (thinking?.type === "enabled" && thinking.budget_tokens >= limit) {
    throw invalid("`max_tokens` must be greater than `thinking.budget_tokens`.");
  }
}

function checkSampling(request: MessageRequest, version: ApiVersion): void {
  const { adaptiveOnly } = modelRules(request.model);
  for (const name of ["temperature", "top_p", "top_k"] as const) {
    const value = request[name];
    if (value === undefined) continue;
    if (version === "2026-10-21") throw invalid(`${name}: Extra inputs are not permitted`);
    // The default of the first two, 1, is let through.
    if (adaptiveOnly && (name === "top_k" || value !== 1)) throw invalid(`\`${name}\` is deprecated for this model.`);
  }
}

function checkBreakpoints({ tools = [], system = [], messages, cache_control: automatic }: PromptRequest): void {
  const blocks = [...tools, ...system, ...messages.flatMap(({ content }) => content)];
  const marks = blocks.filter((block) => "cache_control" in block && block.cache_control != null);
  const count = marks.length + (automatic ? 1 : 0);
  if (count > 4) throw invalid(`A maximum of 4 blocks with cache_control may be provided. Found ${count}.`);
}
