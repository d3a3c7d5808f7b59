// What the Responses API refuses beyond the shape of a request. The wording is the API's, as far as it is known.
import { ApiProblem, invalid } from "./api-problem.ts";
import { gptVersion, reasons } from "./reasoning-models.ts";
import type { InputItem, ResponsesRequest } from "./responses-request.ts";
import { unseal } from "./seal.ts";

/** `summaries`: whether the organisation may see what models think. */
export function checkResponses(request: ResponsesRequest, summaries: boolean): void {
  checkParameters(request);
  checkReasoning(request, summaries);
  checkTools(request);
  checkContent(request.input);
  checkCalls(request.input);
  checkThinking(request);
}

function checkParameters({
  model,
  max_output_tokens: limit,
  previous_response_id: previous,
  ...request
}: ResponsesRequest) {
  if (limit != null && limit < 16) {
    throw invalid(
      `Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got ${limit} instead.`,
      "max_output_tokens",
      "integer_below_min_value",
    );
  }
  for (const name of ["temperature", "top_p"] as const) {
    if (reasons(model) && request[name] != null) {
      throw invalid(`Unsupported parameter: '${name}' is not supported with this model.`, name);
    }
  }
  if (previous != null) {
    throw invalid(
      `Previous response with id '${previous}' not found.`,
      "previous_response_id",
      "previous_response_not_found",
    );
  }
}

function checkReasoning({ model, reasoning, include }: ResponsesRequest, summaries: boolean): void {
  const effort = reasoning?.effort;
  if (!reasons(model)) {
    const asked = Object.entries(reasoning ?? {}).find(([, value]) => value != null)?.[0];
    if (asked) {
      const name = `reasoning.${asked}`;
      throw invalid(
        `Unsupported parameter: '${name}' is not supported with this model.`,
        name,
        "unsupported_parameter",
      );
    }
    if (include?.includes("reasoning.encrypted_content")) {
      throw invalid("Encrypted content is not supported with this model.", "include");
    }
  }
  if (gptVersion(model) >= 6.1 && (effort === "none" || effort === "minimal")) {
    throw invalid(
      `Unsupported value: '${effort}' is not supported with the '${model}' model.`,
      "reasoning.effort",
      "unsupported_value",
    );
  }
  if (reasoning?.summary != null && !summaries) {
    throw invalid(
      "Your organization must be verified to generate reasoning summaries.",
      "reasoning.summary",
      "unsupported_value",
    );
  }
}

function checkTools({ tools = [], tool_choice: choice }: ResponsesRequest): void {
  if (tools.length === 0 && choice !== undefined && choice !== "auto" && choice !== "none") {
    throw invalid("Tool choice 'required' must be specified with 'tools' parameter.", "tool_choice");
  }
  for (const [index, { name, parameters, strict }] of tools.entries()) {
    if (strict === true && parameters?.["additionalProperties"] !== false) {
      throw invalid(
        `Invalid schema for function '${name}': In context=(), 'additionalProperties' is required to be supplied and to be false.`,
        `tools[${index}].parameters`,
        "invalid_function_parameters",
      );
    }
  }
}

/** What was said by the model comes back as output, what others said as input. */
function checkContent(input: readonly InputItem[]): void {
  for (const [at, item] of input.entries()) {
    if (item.type !== "message" || typeof item.content === "string") continue;
    const isOutput = item.role === "assistant";
    for (const [index, { type }] of item.content.entries()) {
      if ((type === "output_text" || type === "refusal") === isOutput) continue;
      const supported = isOutput ? "'output_text' and 'refusal'" : "'input_text', 'input_image', and 'input_file'";
      throw invalid(
        `Invalid value: '${type}'. Supported values are: ${supported}.`,
        `input[${at}].content[${index}]`,
        "invalid_value",
      );
    }
  }
}

/** Nothing is answered that was not called before, and each call is answered. */
function checkCalls(input: readonly InputItem[]): void {
  const waiting = new Set<string>();
  const ids = new Set<string>();
  for (const item of input) {
    if (item.id !== undefined && ids.has(item.id)) {
      throw invalid(
        `Duplicate item found with id ${item.id}. Remove duplicate items from your input and try again.`,
        "input",
      );
    }
    if (item.id !== undefined) ids.add(item.id);
    if (item.type === "function_call") waiting.add(item.call_id);
    if (item.type === "function_call_output" && !waiting.delete(item.call_id)) {
      throw invalid(`No tool call found for function call output with call_id ${item.call_id}.`, "input");
    }
  }
  for (const id of waiting) throw invalid(`No tool output found for function call ${id}.`, "input");
}

/** Nothing is stored, so that thinking must come back sealed, by the same model, before what it led to. */
function checkThinking({ model, input }: ResponsesRequest): void {
  for (const [at, item] of input.entries()) {
    if (item.type === "item_reference") throw notStored(item.id);
    if (item.type !== "reasoning") continue;
    if (item.encrypted_content == null) throw notStored(item.id);
    const sealed = unseal(item.encrypted_content);
    if (sealed?.id !== item.id || sealed.model !== model) {
      throw invalid(
        `The encrypted content for item ${item.id} could not be verified. Reason: Encrypted content could not be decrypted or parsed.`,
        null,
        "invalid_encrypted_content",
      );
    }
    const next = input[at + 1];
    const follows = next?.type === "reasoning" || next?.type === "function_call";
    if (!follows && !(next?.type === "message" && next.role === "assistant")) {
      throw invalid(`Item '${item.id}' of type 'reasoning' was provided without its required following item.`, "input");
    }
  }
}

const notStored = (id: string): ApiProblem =>
  new ApiProblem(
    `Item with id '${id}' not found. Items are not persisted when \`store\` is set to false. ` +
      "Try again with `store` set to true, or remove this item from your input.",
    { status: 404, type: "invalid_request_error", param: "input" },
  );
