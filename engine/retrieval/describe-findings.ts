// Pieces of documentation as a part of a prompt: within a budget, each with where it stands.
import { type Chunk, countTokens } from "./chunk.ts";

/** `hono@4.13.19 dist/types/context.d.ts:149 Context.json` */
export function cite(chunk: Chunk): string {
  const place = chunk.path.startsWith("http")
    ? chunk.path
    : `${chunk.library}@${chunk.version} ${chunk.path}:${chunk.line}`;
  return `${place} ${chunk.heading}`.slice(0, 240);
}

/** `budgetTokens`: for the whole text. Takes what fits, best first; empty when nothing does. */
export function describeFindings(chunks: readonly Chunk[], budgetTokens: number): string {
  const parts: string[] = [];
  let left = budgetTokens;
  for (const chunk of chunks) {
    const mark = chunk.kind === "declarations" ? "```ts\n" : "";
    const part = `[${cite(chunk)}]\n${mark}${chunk.text.trim()}${mark === "" ? "" : "\n```"}`;
    const tokens = countTokens(part) + 1;
    if (tokens > left) continue;
    parts.push(part);
    left -= tokens;
  }
  return parts.join("\n\n");
}
