// OpenAI caches by itself: the longest beginning that an earlier request to the same model had too, from 1,024 tokens on
// and in steps of 128.
import { countTokens } from "../tokens.ts";
import type { ChatRequest } from "./chat-request.ts";

export class PromptCache {
  readonly #seen: string[] = [];

  take(request: ChatRequest): { promptTokens: number; cachedTokens: number } {
    const prompt = renderPrompt(request);
    const shared = Math.max(0, ...this.#seen.map((earlier) => countTokens(commonStart(earlier, prompt)) - 1));
    this.#seen.push(prompt);
    return {
      promptTokens: countPrompt(request),
      cachedTokens: shared < 1_024 ? 0 : Math.floor(shared / 128) * 128,
    };
  }
}

export function countPrompt({ messages, tools = [] }: ChatRequest): number {
  return countTokens(JSON.stringify([tools, messages]));
}

const renderPrompt = ({ model, messages, tools = [] }: ChatRequest): string =>
  `${model}\n${JSON.stringify([tools, messages])}`;

function commonStart(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one.slice(0, at);
}
