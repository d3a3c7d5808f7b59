// "Screens belong to a venue and have a number": the sentence is about screens from its first word to its last.
import type { Token } from "./read-text.ts";
import { appNouns, determiners, modals, stopWords } from "./vocabulary.ts";
import { isPlural, singular, splitIdentifier } from "./words.ts";

export interface OpeningSubject {
  /** Lower-case words, without "each" or "the". */
  readonly words: readonly string[];
  /** Where the sentence's verb stands. */
  readonly verb: number;
  /** "each screen", "a screen". */
  readonly one: boolean;
}

/** Verbs that say what a kind of thing is, holds or points to; what people do stands in other sentences. */
const tellingVerbs = new Set(
  "has have contains contain includes include records record stores store needs need is are belongs belong shows show links link connects connect assigns assign refers refer lists list holds hold covers cover describes describe names name".split(
    " ",
  ),
);
const singles = new Set(["each", "every", "a", "an", "any"]);
const longestSubject = 3;

export function openingSubject(tokens: readonly Token[]): OpeningSubject | null {
  let at = 0;
  let one = false;
  while (determiners.has(tokens[at]?.lower ?? "")) {
    one ||= singles.has(tokens[at]?.lower ?? "");
    at += 1;
  }
  const words: string[] = [];
  for (; at < tokens.length && words.length <= longestSubject; at += 1) {
    const token = tokens[at];
    if (token?.word !== true) return null;
    const ends = words.length > 0 && (tellingVerbs.has(token.lower) || modals.has(token.lower));
    if (ends) break;
    if (stopWords.has(token.lower)) return null;
    words.push(...splitIdentifier(token.raw).split(" "));
  }
  let verb = at;
  while (modals.has(tokens[verb]?.lower ?? "") || tokens[verb]?.lower === "also") verb += 1;
  const last = words.at(-1) ?? "";
  if (words.length === 0 || words.length > longestSubject || !tellingVerbs.has(tokens[verb]?.lower ?? "")) return null;
  if (!one && !isPlural(last)) return null;
  if (appNouns.has(singular(last))) return null;
  return { words, verb, one };
}
