// What a call costs, in US dollars, from the model's rates.
import type { ModelInfo, Rates } from "./models.ts";
import type { ModelRequest, TokenUsage } from "./provider.ts";

const perMillion = 1_000_000;

/** Null when the model has no price. */
export function costOf(model: ModelInfo, usage: TokenUsage): number | null {
  const prompt = usage.input + usage.cacheRead + usage.cacheWrite;
  const rates = ratesFor(model, prompt);
  if (!rates) return null;
  return (
    (usage.input * rates.input +
      usage.cacheRead * rates.cacheRead +
      usage.cacheWrite * rates.cacheWrite +
      usage.output * rates.output) /
    perMillion
  );
}

function ratesFor(model: ModelInfo, promptTokens: number): Rates | null {
  return model.longPrompt && promptTokens > model.longPrompt.above ? model.longPrompt.rates : model.rates;
}

/**
 * The most that a call can cost: nothing of the prompt is cached, all of it is written to the cache, and the output limit
 * is used up. Budgets are checked against it before the call. Null when the model has no price.
 */
export function worstCaseCost(request: ModelRequest): number | null {
  const { model } = request;
  const prompt = estimatePromptTokens(request);
  const rates = ratesFor(model, prompt);
  if (!rates) return null;
  return (prompt * Math.max(rates.input, rates.cacheWrite) + request.maxOutputTokens * rates.output) / perMillion;
}

/** At least 2 UTF-8 bytes go into a token of code or prose in the tokenizers of today; foreign scripts need fewer tokens a byte. */
const bytesPerToken = 2;
/** The most that providers count for an image after scaling it down, and for a page of a PDF (text and picture). */
const imageTokens = 5_000;
const bytesPerPdfPage = 20_000;
const pdfPageTokens = 5_000;
const overheadTokens = 1_000;

/** An upper bound, not a guess: true counts come from the provider with the answer. */
export function estimatePromptTokens(request: ModelRequest): number {
  let bytes = 0;
  let tokens = overheadTokens;
  const add = (text: string) => {
    bytes += byteLength(text);
  };
  for (const part of request.system) add(part.text);
  for (const tool of request.tools) add(JSON.stringify(tool));
  for (const message of request.messages) {
    tokens += 10;
    if (message.role === "assistant") {
      add(message.text);
      for (const call of message.toolCalls) add(JSON.stringify(call.input) ?? "");
      if (message.native) add(JSON.stringify(message.native.blocks) ?? "");
    } else if (message.role === "tool") {
      for (const result of message.results) add(result.text);
    } else {
      for (const part of message.content) {
        if (part.type === "text") add(part.text);
        else if (part.type === "image") tokens += imageTokens;
        else tokens += Math.ceil((part.base64.length * 0.75) / bytesPerPdfPage) * pdfPageTokens;
      }
    }
  }
  return tokens + Math.ceil(bytes / bytesPerToken);
}

/** An upper bound for a text. */
export function estimateTokens(text: string): number {
  return Math.ceil(byteLength(text) / bytesPerToken);
}

const encoder = new TextEncoder();
function byteLength(text: string): number {
  return encoder.encode(text).length;
}
