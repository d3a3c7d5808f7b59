// "Driving school: students, lessons", "We're a small yoga studio", "I'm a landlord": whose app it is. There is one of
// it, so it is no kind of record.
import { isDomainWord } from "./catalogue-lookup.ts";
import type { Token } from "./read-text.ts";
import { organisations, roleNouns } from "./role-nouns.ts";
import { appNouns, determiners, stopWords } from "./vocabulary.ts";
import { isPlural } from "./words.ts";

/** What organisations do their work with or at: "food truck", "co-working space". */
const premises = new Set("home space truck kitchen court pool hall studio workshop marina apiary".split(" "));
const longestName = 4;

/** `head`: the words before a colon, singular. "Event: speakers, sessions" may well be about many events. */
export function isOrganisation(head: readonly string[]): boolean {
  const last = head.at(-1) ?? "";
  if (head.length > longestName || isPlural(last) || appNouns.has(last)) return false;
  return organisations.has(last) || (head.length > 1 && (premises.has(last) || isDomainWord(head.join(" "))));
}

/** "Fitness coach: clients, plans". A lone "Teacher: classes" may be one of many. */
export const isProfession = (head: readonly string[]): boolean => head.length > 1 && roleNouns.has(head.at(-1) ?? "");

const tellers = new Set(["i", "we"]);
const being = new Set("am are run own have lead operate manage".split(" "));
const contracted = new Set(["i'm", "we're", "i’m", "we’re"]);

/** The words with which people introduce themselves or what they run; empty when they do not. */
export function introduced(tokens: readonly Token[]): string[] {
  const [first = "", second = ""] = tokens.map(({ lower }) => lower);
  const from = contracted.has(first) ? 1 : tellers.has(first) && being.has(second) ? 2 : 0;
  if (from === 0 || !determiners.has(tokens[from]?.lower ?? "")) return [];
  const words: string[] = [];
  for (const token of tokens.slice(from + 1)) {
    if (!token.word || stopWords.has(token.lower)) break;
    words.push(token.lower);
  }
  const last = words.at(-1) ?? "";
  const isRole = roleNouns.has(last) && second !== "have";
  return words.length <= longestName && (organisations.has(last) || isRole) ? words : [];
}
