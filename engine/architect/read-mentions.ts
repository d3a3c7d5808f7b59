// Entities named in passing: "users can browse products", "a plant tracker". Each mention gives points.
import { entitiesFor } from "./catalogue/index.ts";
import { type Lookup, lookupAlias, lookupAt } from "./catalogue-lookup.ts";
import type { Draft } from "./draft.ts";
import { listedThing } from "./listed-things.ts";
import { ownNoun, resolve, touchOwn } from "./name-entity.ts";
import { isPersonNoun } from "./person-nouns.ts";
import { readList } from "./read-phrases.ts";
import type { Reading } from "./reading.ts";
import type { AccessAction } from "#engine/prd/schema.ts";
import { actionsOf } from "./ability-verbs.ts";
import { tellsWhoMay } from "./read-abilities.ts";
import type { Clause, Token } from "./read-text.ts";
import {
  appNouns,
  determiners,
  dropAdjectives,
  fieldNounsAfterEntity,
  genericNouns,
  keepingNouns,
  keepingVerbs,
  modals,
  stopWords,
  strongVerbs,
  verbLikeNouns,
} from "./vocabulary.ts";
import { isPlural, singular } from "./words.ts";

const places = new Set(
  "shop store company business studio school club firm agency bar house center centre industry market owner owners clinic hospital".split(
    " ",
  ),
);

const tradeNouns = new Set(["rental", "hire", "leasing", "adoption", "auction", "resale"]);

/** Deeds of which each leaves a loan with a day to bring it back. */
/** What is rented is kept, whatever else is spoken of. */
const rentals = new Set("rent rents rented renting hire hires lease leases reserve reserves".split(" "));
const lendings = new Set(["borrow", "borrows", "borrowed", "borrowing", "lend", "lends", "lending"]);
const possessives = new Set(["their", "my", "our", "your"]);

/** Deeds whose object the app offers; each leaves an order. */
const purchases = new Set(["order", "buy", "purchase"]);

/** Said of nearly every app in passing; but what some may do and others not is kept. */
const governed = new Set("project job photo document video team group location".split(" "));

/** Nothing but what the app is for follows these. */
export const coreVerbs = new Set([
  "log",
  "borrow",
  "track",
  "record",
  "manage",
  "catalog",
  "organize",
  "monitor",
  "collaborate",
  "collaborating",
  "catalogue",
  "tracking",
  "managing",
  "logging",
]);

/** "The janitor writes a comment": said of something else, which has comments. */
const remarks = new Set(["comment", "review", "rating", "feedback"]);
const isRemarking = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 1, at + 3).some(({ lower }) => remarks.has(singular(lower)));

export function readMentions(draft: Draft, reading: Reading, clause: Clause): void {
  const { tokens } = clause;
  let verb: string | null = null;
  let isStrong = false;
  let isMade = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (!token.word) {
      if (token.raw !== "," && token.raw !== "/" && token.raw !== "&") verb = null;
      continue;
    }
    const found = lookupAt(tokens, at, reading.scores);
    if (found !== null) {
      const points = mentionPoints(reading, clause, at, found, verb);
      if (points > 0) {
        draft.mention(
          clause,
          found.entity.name,
          found.entity,
          points,
          `the prompt mentions "${found.words.join(" ")}"`,
        );
        at += found.words.length - 1;
        continue;
      }
      if (found.words.length > 1) {
        at += found.words.length - 1;
        continue;
      }
    }
    if (token.deed && purchases.has(token.lower)) {
      const order = lookupAlias(["order"], reading.scores);
      if (order !== null)
        draft.mention(clause, order.name, order, clause.first ? 2 : 1.5, `people ${token.lower} there`);
    }
    if (lendings.has(token.lower) && tokens[at + 1]?.word === true) {
      const loan = entitiesFor("loan")[0];
      if (loan !== undefined) draft.mention(clause, loan.name, loan, 2, `people ${token.lower} there`);
      verb = "borrow";
      continue;
    }
    const made = isRemarking(tokens, at) ? undefined : actsOn(tokens, at);
    if (keepingVerbs.has(token.lower) || made !== undefined) {
      verb = token.lower;
      isMade = made?.includes("create") === true;
      isStrong = strongVerbs.has(verb) || purchases.has(verb) || isMade;
      continue;
    }
    if (verb !== null && isStrong && !stopWords.has(token.lower)) {
      const phrase = phraseFrom(tokens, at);
      // "… and neighbours order boxes": who does the next thing is no object of the last.
      if (phrase.length > 0 && tokens[at + phrase.length]?.deed === true) {
        verb = null;
        at += phrase.length - 1;
        continue;
      }
      const isOwned = possessives.has(tokens[at - 1]?.lower ?? "");
      const own =
        phrase.length > 0 && resolve(reading, phrase) === null && (isPlural(phrase[phrase.length - 1] ?? "") || isOwned)
          ? (ownNoun(reading, phrase, isMade) ?? listedThing(phrase))
          : null;
      if (own !== null) {
        draft.mention(
          clause,
          touchOwn(draft, own, 0, "the app keeps it").name,
          null,
          rentals.has(verb) ? 3 : clause.first || coreVerbs.has(verb) ? 2 : 1.2,
          `the app keeps "${phrase.join(" ")}"`,
        );
        at += phrase.length - 1;
        continue;
      }
    }
    if (clause.first) {
      readKeptThing(draft, reading, tokens, at);
      readTradedThing(draft, reading, tokens, at);
    }
    if (
      stopWords.has(token.lower) &&
      !["a", "an", "the", "and", "or", "my", "our", "their", "all"].includes(token.lower)
    )
      verb = null;
  }
}

/** "Leaders plan camps": what people do, said without "can", they do to what the app keeps. */
const actsOn = (tokens: readonly Token[], at: number): readonly AccessAction[] | undefined =>
  tokens[at]?.deed === true && tokens[at - 1]?.actor === true ? actionsOf(tokens[at]?.lower ?? "") : undefined;

/** "a plant tracker", "wine collection manager", "tracker for my houseplants". */
function readKeptThing(draft: Draft, reading: Reading, tokens: readonly Token[], at: number): void {
  const token = tokens[at];
  if (token === undefined || !(keepingNouns.has(token.lower) || token.lower === "something")) return;
  const words: string[] = [];
  for (let back = at - 1; back >= 0 && words.length < 3; back -= 1) {
    const before = tokens[back];
    if (before === undefined || !before.word || stopWords.has(before.lower)) break;
    if (!appNouns.has(before.lower)) words.unshift(before.lower);
  }
  // "A feature requests voting board" keeps the requests.
  const kept = words.at(-1)?.endsWith("ing") === true ? words.slice(0, -1) : words;
  const named =
    words.length > 0 &&
    resolve(reading, words) === null &&
    (kept.length === 0 || resolve(reading, kept) === null) &&
    reading.scores.primary === null
      ? ownNoun(reading, words)
      : null;
  if (named !== null && !isVague(words)) draft.touch(named, null, 2.5, "the app is about it");
  if (tokens[at + 1]?.lower !== "for" && tokens[at + 1]?.lower !== "of") return;
  touchKept(draft, reading, phraseFrom(tokens, at + 2));
  // "an app for hives and honey batches"; people among them are whom it is for.
  for (const { words } of readList(tokens, at + 2).items.slice(1))
    if (!isPersonNoun(singular(words.at(-1) ?? ""))) touchKept(draft, reading, words);
}

function touchKept(draft: Draft, reading: Reading, phrase: readonly string[]): void {
  const last = phrase[phrase.length - 1] ?? "";
  if (phrase.length === 0 || resolve(reading, phrase) !== null || !isPlural(last)) return;
  // "A job board for remote developers" is for them.
  const own = ownNoun(reading, phrase, phrase.length > 1 && !isPersonNoun(singular(last)));
  if (own !== null) draft.touch(own, null, 2, "the app is about it");
}

/** "bike hire", "costume rental". */
function readTradedThing(draft: Draft, reading: Reading, tokens: readonly Token[], at: number): void {
  const thing = tokens[at - 1];
  if (!tradeNouns.has(tokens[at]?.lower ?? "") || thing?.word !== true || stopWords.has(thing.lower)) return;
  if (genericNouns.has(thing.lower) || dropAdjectives.has(thing.lower)) return;
  const own = resolve(reading, [thing.lower]) === null ? ownNoun(reading, [thing.lower]) : null;
  if (own !== null) draft.touch(own, null, 2, `the app is about its ${tokens[at]?.lower}`);
}

function isVague(words: readonly string[]): boolean {
  return words.every((word) => dropAdjectives.has(word) || genericNouns.has(word));
}

function phraseFrom(tokens: readonly Token[], from: number): string[] {
  const words: string[] = [];
  let at = from;
  while (determiners.has(tokens[at]?.lower ?? "") || tokens[at]?.lower === "of") at += 1;
  for (; at < tokens.length && words.length < 4; at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.word || token.deed || stopWords.has(token.lower)) break;
    words.push(token.lower);
  }
  return words;
}

function mentionPoints(reading: Reading, clause: Clause, at: number, found: Lookup, verb: string | null): number {
  const { tokens } = clause;
  const length = found.words.length;
  const last = found.words[length - 1] ?? "";
  const before = tokens[at - 1]?.lower ?? "";
  const after = tokens[at + length]?.lower ?? "";
  const many = isPlural(last);
  if (before === "no" || before === "without") return 0;
  // "product price" is about a field unless the head is a word such as "list" or "information".
  const traded = tradeNouns.has(after);
  const headed =
    tokens[at + length]?.word === true &&
    !traded &&
    !stopWords.has(after) &&
    !fieldNounsAfterEntity.has(after) &&
    !appNouns.has(singular(after)) &&
    !keepingVerbs.has(after);
  // Words every description uses count only where their domain is spoken of.
  const isGoverned = governed.has(singular(last)) && tellsWhoMay(clause);
  const asked = many && verb !== null && (coreVerbs.has(verb) || verb === "upload" || verb === "uploads" || isGoverned);
  if (length === 1 && genericNouns.has(singular(last)) && !asked && !reading.scores.isCued(found.entity.family))
    return 0;
  if (
    length === 1 &&
    appNouns.has(singular(last)) &&
    !(many && verb !== null) &&
    !(reading.scores.isCued(found.entity.family) && ["job", "an", "each", "their"].includes(before))
  )
    return 0;
  if (length === 1 && keepingVerbs.has(last) && !verbLikeNouns.has(singular(last)) && !determiners.has(before))
    return 0;
  if (length === 1 && !many && last.endsWith("ing") && !reading.scores.isCued(found.entity.family)) return 0;
  // "parking lot": a synonym inside a compound the catalogue does not know is another thing.
  const synonym = found.entity.aliases[0] !== found.words.slice(0, -1).concat(singular(last)).join(" ");
  // "student homework" is homework all the same.
  const owned =
    tokens[at - 1]?.word === true && !determiners.has(before) && lookupAlias([before], reading.scores) !== null;
  const compound =
    tokens[at - 1]?.word === true &&
    !stopWords.has(before) &&
    !dropAdjectives.has(before) &&
    !keepingVerbs.has(before) &&
    !determiners.has(before) &&
    !owned &&
    reading.lexicon.isNoun(before);
  if (length === 1 && !many && synonym && compound) return 0;
  // A "coffee shop" is where the app is used.
  if (length === 1 && !many && places.has(after)) return 0;
  const weak = length === 1 && found.words.length === 1 && !many;
  if (length === 1 && verbLikeNouns.has(singular(last))) {
    const handled = [
      "management",
      "tracking",
      "list",
      "listing",
      "history",
      "details",
      "records",
      "information",
      "status",
      "system",
    ].includes(after);
    const asVerb =
      determiners.has(after) ||
      ["which", "that", "who", "it", "user", "users", "customer", "customers"].includes(before) ||
      appNouns.has(before);
    const nounlike =
      determiners.has(before) ||
      handled ||
      (!keepingVerbs.has(last) && (appNouns.has(after) || fieldNounsAfterEntity.has(after))) ||
      (many && !asVerb) ||
      before === "of" ||
      (keepingVerbs.has(before) && many);
    if (!nounlike) return 0;
  }
  let points = many || length > 1 ? 2 : 1;
  if (synonym && weak) points -= 0.4;
  if (owned && weak && !headed) points += 0.5;
  if (headed && !many) points -= 0.6;
  // "car rental", "pet adoption": what changes hands is what the app keeps.
  if (traded) points += 1.5;
  if (headed && many && reading.lexicon.isNoun(after) && !modals.has(after)) points -= 0.5;
  if (verb !== null || keepingVerbs.has(before)) points += 1;
  // "Sales enters orders": what people add is what the app keeps.
  if (many && (actsOn(tokens, at - 1) ?? actsOn(tokens, at - 2))?.includes("create") === true) points += 1;
  if (clause.first) points += 0.5;
  if (keepingNouns.has(singular(after))) points += clause.first ? 1.5 : 0.5;
  if (before === "each" || before === "every") points += 1;
  // "Students can …" tells who uses the app, which may or may not be what it keeps.
  if (modals.has(after) && many && length === 1) points -= 0.6;
  const fit = reading.scores.of(found.entity.family);
  if (fit >= 5) points += 0.3;
  return Math.max(0, points);
}
