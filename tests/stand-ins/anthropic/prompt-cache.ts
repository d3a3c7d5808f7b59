// Prompt caching as the API documents it: a prefix match over tools, then system, then messages, of one model. What an
// earlier request marked is read; what follows it up to the last mark is written. Entries never expire here.
import { createHash } from "node:crypto";
import type { CacheCreation } from "@anthropic-ai/sdk/resources/messages/messages";
import { countTokens } from "../tokens.ts";
import type { PromptRequest } from "./message-request.ts";
import { modelRules } from "./model-rules.ts";

/** How many blocks before a mark an entry is looked for. */
const lookBack = 20;

interface PrefixEnd {
  /** Of all that stands before and in this block. */
  readonly hash: string;
  readonly tokens: number;
  readonly ttl: "5m" | "1h" | null;
}

export interface InputUsage {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
  readonly cache_creation: CacheCreation;
}

export class PromptCache {
  readonly #entries = new Set<string>();

  /** What the request costs, and keeps its marked prefixes for the next. */
  take(request: PromptRequest): InputUsage {
    const ends = prefixEnds(request);
    const minimum = modelRules(request.model).minimumCacheTokens;
    const marks = ends.flatMap((end, at) => (end.ttl !== null && end.tokens >= minimum ? [{ ...end, at }] : []));
    const read = Math.max(0, ...marks.map(({ at }) => this.#longestBefore(ends, at)));
    const creation = { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 };
    let covered = read;
    for (const { hash, tokens, ttl } of marks) {
      creation[ttl === "1h" ? "ephemeral_1h_input_tokens" : "ephemeral_5m_input_tokens"] += Math.max(
        0,
        tokens - covered,
      );
      covered = Math.max(covered, tokens);
      this.#entries.add(hash);
    }
    return {
      input_tokens: (ends.at(-1)?.tokens ?? 0) - covered,
      cache_creation_input_tokens: covered - read,
      cache_read_input_tokens: read,
      cache_creation: creation,
    };
  }

  #longestBefore(ends: readonly PrefixEnd[], mark: number): number {
    const near = ends.slice(Math.max(0, mark - lookBack), mark + 1);
    return near.findLast(({ hash }) => this.#entries.has(hash))?.tokens ?? 0;
  }
}

/** Tokens of the whole prompt. */
export function countPrompt(request: PromptRequest): number {
  return prefixEnds(request).at(-1)?.tokens ?? 0;
}

function prefixEnds({
  model,
  tools = [],
  system = [],
  messages,
  cache_control: automatic,
}: PromptRequest): PrefixEnd[] {
  const blocks: { readonly at: string; readonly block: Readonly<Record<string, unknown>> }[] = [
    ...tools.map((block) => ({ at: "tool", block })),
    ...system.map((block) => ({ at: "system", block })),
    ...messages.flatMap(({ role, content }) => content.map((block) => ({ at: role, block }))),
  ];
  const hash = createHash("sha256").update(model);
  let bytes = 0;
  return blocks.map(({ at, block }, index) => {
    const { cache_control: mark, ...content } = block;
    const rendered = `${at}:${JSON.stringify(content)}\n`;
    hash.update(rendered);
    bytes += Buffer.byteLength(rendered);
    const set = (mark ?? (index === blocks.length - 1 ? automatic : null)) as typeof automatic;
    return { hash: hash.copy().digest("base64"), tokens: countTokens(bytes), ttl: set?.ttl ?? null };
  });
}
