// What a model misses in a prompt: one small call, never a conversation. Its caller holds the money and hears what was spent.
import { z } from "zod";
import { fence } from "#engine/agents/fence.ts";
import { readPrompt } from "#engine/agents/render-prompt.ts";
import { type CallContext, type CallEvent, callModel, type Route } from "#engine/llm/call-model.ts";
import type { ModelError } from "#engine/llm/model-error.ts";

export interface PromptSuggestion {
  /** On the chip. */
  readonly label: string;
  readonly why: string;
  /** Goes to the end of the prompt; the part in «» is what its writer will most likely change. */
  readonly insert: string;
}

export type Suggested =
  | { readonly kind: "suggested"; readonly items: readonly PromptSuggestion[] }
  | { readonly kind: "failed"; readonly error: ModelError };

const mostSuggestions = 4;
const mostOutputTokens = 1_200;
/** Of silence. Its reader goes on typing: an answer that takes longer is about another text. */
const timeoutMs = 12_000;

const inputSchema = z.object({
  suggestions: z
    .array(
      z.object({
        label: z.string().trim().min(3).max(80).describe("A question of at most seven words"),
        why: z.string().trim().min(3).max(200).describe("What the app gains"),
        insert: z.string().trim().min(3).max(400).describe("One sentence, with «» around what may be changed"),
      }),
    )
    .max(10),
});

const tool = {
  name: "suggest",
  description: "Hands in what the description could say too. An empty list when nothing is missing.",
  input: z.toJSONSchema(inputSchema) as Readonly<Record<string, unknown>>,
};

export async function suggestByModel(
  prompt: string,
  routes: readonly Route[],
  context: CallContext,
  onSpent: (spent: Extract<CallEvent, { type: "spent" }>) => Promise<void>,
): Promise<Suggested> {
  const request = {
    system: [{ text: readPrompt("suggester"), cache: true }],
    messages: [{ role: "user" as const, content: [{ type: "text" as const, text: fence("description", prompt) }] }],
    tools: [tool],
    maxOutputTokens: mostOutputTokens,
    temperature: 0.4,
    effort: "low" as const,
  };
  let items: readonly PromptSuggestion[] = [];
  for await (const event of callModel(routes, request, { retries: 0, timeoutMs }, context)) {
    if (event.type === "spent") await onSpent(event);
    if (event.type === "fell-back") items = [];
    if (event.type === "tool-call" && event.call.name === tool.name) items = readSuggestions(event.call.input);
    if (event.type === "failed") return { kind: "failed", error: event.error };
  }
  return { kind: "suggested", items };
}

/** Nothing from an answer that is not of the asked form: the prompt can do without. */
function readSuggestions(input: unknown): PromptSuggestion[] {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return [];
  return parsed.data.suggestions
    .slice(0, mostSuggestions)
    .map(({ label, why, insert }) => ({ label, why, insert: asSentence(insert) }));
}

/** As the rules write theirs: a space or a new line in front, and exactly one part that is marked. */
function asSentence(insert: string): string {
  const [, before = "", marked = "", after = ""] = /^([^«»]*)«([^«»]+)»([^«»]*)$/s.exec(insert) ?? [];
  const plain = insert.replaceAll(/[«»]/g, "");
  const text = marked === "" ? `«${plain}»` : `${before}«${marked}»${after}`;
  return /^\s*-\s/.test(plain) ? `\n${text}` : ` ${text}`;
}
