// "Visitors rate recipes": who uses the app is no record of it. The same words in a list of what is kept stay.
import { type FamilyScores, lookupPhrase } from "./catalogue-lookup.ts";
import type { Draft } from "./draft.ts";
import { conventionFor } from "./field-conventions.ts";
import { introduced } from "./opening-organisation.ts";
import type { Clause } from "./read-text.ts";
import { isRemarkOnly } from "./plan-states.ts";
import { isPersonNoun } from "./person-nouns.ts";
import { organisations, roleNouns } from "./role-nouns.ts";
import { determiners, keepingVerbs } from "./vocabulary.ts";
import { isPlural, singular } from "./words.ts";

const audience = new Set(["visitor", "reader", "person", "viewer", "fan", "everyone", "audience", "shopper"]);
/** Words before and after them in a sentence about what they do. */
const leading = new Set("by for from to let lets allow allows help helps where when so that which and".split(" "));
const doing = new Set(
  "can may could should will must who and put rate browse keep save send like view see share leave vote book buy order register search comment join follow write read ask answer post find look choose pick pay donate sign enter play take subscribe bookmark upload download message".split(
    " ",
  ),
);

/** What keeps people: "a directory for doctors" is of doctors. */
const keeps = new Set(
  "directory database register registry list roster crm catalog catalogue profile management manager record file tracking tracker portal matching".split(
    " ",
  ),
);
const follows = new Set(["with", "to", "that", "where", "who", ":", ".", "-", ";"]);

/** "A budget planner for couples", "a suggestion box for employees": named once, after "for", in the first sentence. */
function audienceOfFirst(clauses: readonly Clause[]): string[] {
  const tokens = clauses[0]?.tokens ?? [];
  const counts = countWords(clauses);
  const at = tokens.findIndex(({ lower }) => lower === "for");
  if (at < 1 || tokens.slice(0, at).some(({ lower, word }) => !word || keeps.has(singular(lower)))) return [];
  // "An app for my customers" keeps them.
  if (["my", "our"].includes(tokens[at + 1]?.lower ?? "")) return [];
  const found: string[] = [];
  for (let next = at + 1; next < Math.min(tokens.length, at + 5); next += 1) {
    const word = singular(tokens[next]?.lower ?? "");
    const isPeople =
      isPlural(tokens[next]?.lower ?? "") && (roleNouns.has(word) || isPersonNoun(word) || word === "couple");
    const after = tokens[next + 1]?.lower;
    if (isPeople && counts.get(word) === 1 && (after === undefined || follows.has(after))) found.push(word);
    else if (follows.has(tokens[next]?.lower ?? "") || keepingVerbs.has(tokens[next]?.lower ?? "")) break;
  }
  return found;
}

/** "A site for a dog shelter", "website of a law firm", "band website": whose it is, when it is named but once. */
function organisationOfFirst(clauses: readonly Clause[]): string[] {
  const counts = countWords(clauses);
  const tokens = clauses[0]?.tokens ?? [];
  return tokens.flatMap(({ lower }, at) => {
    if (!organisations.has(lower) || counts.get(lower) !== 1) return [];
    const after = tokens[at + 1]?.lower ?? "";
    if (/^(web)?site$|^(home|web)?page$|^(?:app|portal|software|intranet)$/.test(after)) return [lower];
    // "Music school: teachers, students": what is asked for has its name.
    const isDescribed = conventionFor(tokens[at + 2]?.lower ?? "").certain;
    if (after === ":" && lower !== "house" && !isDescribed && at <= 3 && tokens.slice(0, at).every(({ word }) => word))
      return [lower];
    const before = tokens.slice(Math.max(0, at - 4), at).map((token) => token.lower);
    const article = before.findLastIndex((word) => determiners.has(word));
    return article > 0 && ["for", "of", "about"].includes(before[article - 1] ?? "") ? [lower] : [];
  });
}

/** "We're a yoga studio", "I'm a landlord with 12 flats": who speaks. */
function speakerOfFirst(clauses: readonly Clause[]): string[] {
  const counts = countWords(clauses);
  const last = introduced(clauses[0]?.tokens ?? []).at(-1);
  return last !== undefined && counts.get(singular(last)) === 1 ? [last] : [];
}

function countWords(clauses: readonly Clause[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tokens } of clauses)
    for (const { lower } of tokens) counts.set(singular(lower), (counts.get(singular(lower)) ?? 0) + 1);
  return counts;
}

const pages = new Set(["website", "site", "homepage", "webpage", "page"]);
const sold = new Set(["saas", "app", "software", "startup", "product", "platform", "tool", "service", "api", "plugin"]);

/** "A landing page for a project management SaaS": what the product is for is not what its site keeps. */
function leaveOutProduct(draft: Draft, clauses: readonly Clause[], scores: FamilyScores): void {
  const tokens = clauses[0]?.tokens ?? [];
  const counts = countWords(clauses);
  const from = tokens.findIndex(({ lower }, at) => lower === "for" && pages.has(tokens[at - 1]?.lower ?? ""));
  if (from === -1 || !determiners.has(tokens[from + 1]?.lower ?? "")) return;
  const end = tokens.findIndex(({ lower }, at) => at > from + 1 && at < from + 7 && sold.has(lower));
  if (end === -1 || tokens.slice(from, end).some(({ word }) => !word)) return;
  for (const { lower } of tokens.slice(from + 2, end)) {
    if (counts.get(singular(lower)) !== 1) continue;
    draft.excluded.add(singular(lower));
    const known = lookupPhrase([lower], scores)?.entity.name.toLowerCase();
    if (known !== undefined && counts.get(known) === undefined) draft.excluded.add(known);
  }
}

export function leaveOutAudience(draft: Draft, clauses: readonly Clause[], scores: FamilyScores): void {
  leaveOutProduct(draft, clauses, scores);
  for (const word of ["comment", "note"]) if (isRemarkOnly(clauses, word)) draft.excluded.add(word);
  const acting = new Set<string>();
  const listed = new Set<string>();
  for (const { tokens } of clauses)
    for (const [at, token] of tokens.entries()) {
      const word = singular(token.lower);
      if (!audience.has(word)) continue;
      const [before, after] = [tokens[at - 1]?.lower ?? "", tokens[at + 1]?.lower ?? ""];
      const isActing = (doing.has(after) && after !== "and") || (leading.has(before) && before !== "and");
      (isActing ? acting : listed).add(word);
    }
  for (const word of [...audienceOfFirst(clauses), ...organisationOfFirst(clauses), ...speakerOfFirst(clauses)])
    acting.add(word);
  for (const word of acting) {
    if (listed.has(word)) continue;
    draft.excluded.add(word);
    // A catalogue may know them under another name ("guest").
    const known = lookupPhrase([word], scores)?.entity.name.toLowerCase();
    const isNamed = clauses.some(({ tokens }) => tokens.some(({ lower }) => singular(lower) === known));
    if (known !== undefined && !isNamed) draft.excluded.add(known);
  }
  // "Visitors put candles" read as one thing.
  for (const name of draft.entities.keys()) {
    const [first = "", second = ""] = name.split(" ");
    if (audience.has(singular(first)) && doing.has(second)) draft.excluded.add(name);
  }
}
