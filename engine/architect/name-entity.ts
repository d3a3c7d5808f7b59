// From words to an entity of the draft: one the catalogue knows, one named before, or a noun of the prompt's own.
import { isDomainWord, type Lookup, lookupPhrase } from "./catalogue-lookup.ts";
import { type Draft, type DraftEntity, entityName } from "./draft.ts";
import { conventionFor } from "./field-conventions.ts";
import type { Reading } from "./reading.ts";
import {
  appNouns,
  determiners,
  dropAdjectives,
  fieldNounsAfterEntity,
  genericNouns,
  keepingVerbs,
  modals,
  stopWords,
} from "./vocabulary.ts";
import { isPlural, singular } from "./words.ts";

export function resolve(reading: Reading, words: readonly string[]): Lookup | null {
  return lookupPhrase(words.slice(-5), reading.scores);
}

/** The entity that words name, known to the catalogue or not; null for generic words. */
export function entityOf(
  draft: Draft,
  reading: Reading,
  words: readonly string[],
  points: number,
  reason: string,
): DraftEntity | null {
  const found = resolve(reading, words);
  if (found !== null) return draft.touch(found.entity.name, found.entity, points, reason);
  const own = ownNoun(reading, words, points >= 4);
  return own === null ? null : touchOwn(draft, own, points, reason);
}

export const vagueNouns = new Set(["object", "item", "thing", "piece", "unit", "entry", "record", "spot"]);

/** The same noun may have been named more fully before: "observations" in a "telescope observation diary". */
export function touchOwn(draft: Draft, name: string, points: number, reason: string): DraftEntity {
  const lower = name.toLowerCase();
  const known =
    draft.entities.get(lower) ?? (lower.includes(" ") ? undefined : (draftNamesake(draft, lower) ?? undefined));
  return draft.touch(known?.name ?? name, known?.catalogue ?? null, points, reason);
}

/** A noun the catalogue does not know: adjectives and generic words are taken off; null when nothing is left. */
export function ownNoun(reading: Reading, words: readonly string[], trusted = false): string | null {
  let kept = words.filter(
    (word, index) =>
      (!(index === 0 && words.length > 1 && /^\d+$/.test(word)) && index === words.length - 1) ||
      (!dropAdjectives.has(word) && !determiners.has(word)),
  );
  while (
    kept.length > 1 &&
    (fieldNounsAfterEntity.has(kept[kept.length - 1] ?? "") || genericNouns.has(singular(kept[kept.length - 1] ?? "")))
  )
    kept = kept.slice(0, -1);
  kept = kept.slice(-3);
  const vague = vagueNouns.has(singular(kept[kept.length - 1] ?? ""));
  while (kept.length > 1 && !vague && (reading.lexicon.isAdjective(kept[0] ?? "") || stopWords.has(kept[0] ?? "")))
    kept = kept.slice(1);
  while (
    kept.length > 1 &&
    (kept[0] ?? "").endsWith("ing") &&
    (kept.length > 2 || !reading.lexicon.isNoun(kept[0] ?? ""))
  )
    kept = kept.slice(1);
  const head = kept[kept.length - 1] ?? "";
  if (head.length < 3 || !/^\p{L}/u.test(head)) return null;
  if (kept.length === 1 && conventionFor(singular(head)).certain) return null;
  if (
    genericNouns.has(singular(head)) ||
    genericNouns.has(head) ||
    appNouns.has(head) ||
    stopWords.has(head) ||
    dropAdjectives.has(head) ||
    modals.has(head)
  )
    return null;
  if (!isPlural(head) && keepingVerbs.has(head)) return null;
  if (head.endsWith("ing") && !isPlural(head) && kept.length === 1) return null;
  // The tagger takes many plurals for verbs; a list or a statement of fields knows better.
  if (!trusted && (!reading.lexicon.isNoun(head) || reading.lexicon.isAdjective(head))) return null;
  const name = entityName(kept);
  if (isDomainWord(name.toLowerCase())) return null;
  return name === "" ? null : name;
}

/** "requests" after "purchase requests" were spoken of. */
export function draftNamesake(draft: Draft, noun: string): DraftEntity | null {
  const same = [...draft.entities.values()].filter((entity) => entity.name.toLowerCase().endsWith(` ${noun}`));
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** "purchase request" for "request", where the text has one kind of request only. */
export function fullerName(reading: Reading, noun: string): string | null {
  const found = new Set<string>();
  for (const { tokens } of reading.clauses)
    for (const [at, { lower, word }] of tokens.entries()) {
      const before = tokens[at - 1];
      if (!word || singular(lower) !== noun || before?.word !== true || before.deed) continue;
      const modifier = before.lower;
      const isNoun = reading.lexicon.isNoun(modifier) && !isPlural(modifier);
      if (isNoun && !stopWords.has(modifier) && !determiners.has(modifier) && !dropAdjectives.has(modifier))
        found.add(modifier);
    }
  const [only] = found;
  return only === undefined || found.size > 1 ? null : `${only} ${noun}`;
}

/** "A tool for …", "a shop with …": what is asked for, not a thing that it keeps. */
export function isAppHead(reading: Reading, words: readonly string[]): boolean {
  const last = words[words.length - 1];
  if (last === undefined) return false;
  if (!appNouns.has(singular(last)) || (isPlural(last) && resolve(reading, words) !== null)) return false;
  return resolve(reading, words)?.words.length !== words.length || words.length === 1;
}

export function isPersonal(head: readonly string[]): boolean {
  return (
    head.some((word) => ["i", "we", "you", "user", "users", "people", "everyone", "they"].includes(word)) &&
    head.length <= 2
  );
}
