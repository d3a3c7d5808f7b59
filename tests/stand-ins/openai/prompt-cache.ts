// OpenAI caches by itself: the longest beginning that an earlier request to the same model had too, from 1,024 tokens on
// and in steps of 128.
import { countTokens } from "../tokens.ts";
import { gptVersion } from "./reasoning-models.ts";

export interface PromptCount {
  readonly promptTokens: number;
  readonly cachedTokens: number;
  /** From GPT-5.6 on what is written to the cache is counted, since it is paid for. */
  readonly writtenTokens: number;
}

export class PromptCache {
  readonly #seen: string[] = [];

  /** `prompt`: all that the model reads, in its order. */
  take(model: string, prompt: string): PromptCount {
    const text = `${model}\n${prompt}`;
    const shared = Math.max(0, ...this.#seen.map((earlier) => countTokens(commonStart(earlier, text)) - 1));
    this.#seen.push(text);
    const promptTokens = countTokens(prompt);
    const cachedTokens = inSteps(shared);
    return {
      promptTokens,
      cachedTokens,
      writtenTokens: gptVersion(model) >= 5.6 ? Math.max(0, inSteps(promptTokens) - cachedTokens) : 0,
    };
  }
}

const inSteps = (tokens: number): number => (tokens < 1_024 ? 0 : Math.floor(tokens / 128) * 128);

function commonStart(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one.slice(0, at);
}
