// The two sides of a sentence that relates things: which entity the words before and after it name.
import { lookupPhrase } from "./catalogue-lookup.ts";
import { type Draft, type DraftEntity, entityName } from "./draft.ts";
import type { Reading } from "./reading.ts";
import type { Token } from "./read-text.ts";
import { determiners, genericNouns, manyWords, modals, stopWords } from "./vocabulary.ts";
import { isPlural, singular } from "./words.ts";

/** The catalogue knows how the two relate. */
export function knowPair(one: DraftEntity, two: DraftEntity): boolean {
  return [...(one.catalogue?.relations ?? []), ...(two.catalogue?.relations ?? [])].some(
    (relation) => [one.name, two.name].includes(relation.from) && [one.name, two.name].includes(relation.to),
  );
}

export function side(draft: Draft, reading: Reading, words: readonly string[], knownOnly = false): DraftEntity | null {
  if (words.length === 0) return null;
  for (let start = 0; start < words.length; start += 1) {
    const name = entityName(words.slice(start)).toLowerCase();
    const known =
      draft.entities.get(name) ??
      [...draft.entities.values()].find(
        (entity) => entity.catalogue === null && entity.name.toLowerCase().endsWith(` ${name}`),
      );
    if (known !== undefined) return known;
  }
  const found = lookupPhrase(words, reading.scores);
  if (found !== null) {
    const known = draft.entities.get(found.entity.name.toLowerCase());
    if (known !== undefined || !knownOnly)
      return known ?? draft.touch(found.entity.name, found.entity, 1, "another entity refers to it");
  }
  const head = words[words.length - 1] ?? "";
  if (knownOnly || genericNouns.has(singular(head)) || head.length < 3) return null;
  return reading.lexicon.isNoun(head) && isPlural(head)
    ? draft.touch(entityName(words.slice(-2)), null, 1, "another entity refers to it")
    : null;
}

export function trimBefore(tokens: readonly Token[], at: number): number {
  let end = at;
  while (
    end > 1 &&
    ["is", "are", "be", "being", "was", "get", "gets", "been", "can", "also"].includes(tokens[end - 1]?.lower ?? "")
  )
    end -= 1;
  return end;
}

export function phraseAfter(tokens: readonly Token[], from: number): { words: string[]; many: boolean } {
  const words: string[] = [];
  let many = false;
  let at = from;
  for (; at < tokens.length; at += 1) {
    const lower = tokens[at]?.lower ?? "";
    if (manyWords.has(lower) || lower === "more") many = true;
    else if (!determiners.has(lower) && lower !== "or") break;
    if (lower === "or" && tokens[at + 1]?.lower === "more") many = true;
  }
  for (; at < tokens.length && words.length < 3; at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.word || stopWords.has(token.lower) || modals.has(token.lower)) break;
    words.push(token.lower);
  }
  return { words, many };
}
