// What questions tell of the records that answer them: "who has paid the yearly fee" is a mark on each of the people,
// "which member rents which berth" keeps both and says whose each one is.
import { type Draft, type DraftEntity, entityName, type StatedRelation } from "./draft.ts";
import { fieldName } from "./read-fields.ts";
import type { Reading } from "./reading.ts";
import { nounOf } from "./connect-people.ts";
import { resolve, touchOwn } from "./name-entity.ts";
import { partners } from "./person-sides.ts";
import { isPersonNoun } from "./person-nouns.ts";
import type { Clause } from "./read-text.ts";
import { roleNouns } from "./role-nouns.ts";
import { determiners } from "./vocabulary.ts";

const marked =
  /\bwho (?:has|have) (?:already |not yet |not )?(?<deed>paid|returned|signed|confirmed|completed|received|submitted|passed) (?<what>[\p{L} -]{3,40}?)(?=\s*(?:[,.;!?]|$| and | or ))/giu;

const isPerson = ({ name }: DraftEntity): boolean => {
  const noun = name.toLowerCase().split(" ").at(-1) ?? "";
  return isPersonNoun(noun) || roleNouns.has(noun);
};

export function readMarks(draft: Draft, clauses: readonly Clause[]): void {
  const people = [...draft.entities.values()].filter(isPerson).sort((a, b) => b.score - a.score)[0];
  if (people === undefined) return;
  for (const { text } of clauses)
    for (const { groups } of text.matchAll(marked)) {
      const words = (groups?.["what"] ?? "")
        .toLowerCase()
        .split(" ")
        .filter((word) => !determiners.has(word));
      const name =
        words.length > 0 && words.length < 4 ? fieldName([...words, (groups?.["deed"] ?? "").toLowerCase()]) : "";
      if (name !== "")
        draft.addField(people, { name, type: "boolean", required: false, unique: false, default: false });
    }
}

const paired =
  /\b(?:which (?<one>[\p{L}-]{3,20})|(?<who>who)) (?<verb>[\p{L}-]{2,15}(?: [\p{L}-]{2,12}){0,2}?) which (?<other>[\p{L}-]{3,20})\b/giu;

/** Where one thing is, another may be as well. */
const placing =
  /^(?:(?:is|are|was)(?: (?:kept|stored|located|parked|placed|planted|now|currently))?|stands?|lies?|hangs?|lives?|sleeps?|sits?|stays?|grows?|belongs?|goes) (?:in|on|at|to|under|with)$/;
const living = /^(?:lives?|lies|sleeps?|sits?|stays?|belongs?)\b/;
/** What one person has or is in charge of, nobody else has at that time. */
const having =
  /^(?:rents?|rented|owns?|owned|has|have|had|gets?|got|holds?|leases?|keeps?|adopts?|adopted|bought|buys?|won|wins?|teaches|taught|leads?|runs?|treats?|coaches|manages|supervises)$/;

export function readPairs(draft: Draft, reading: Reading): void {
  for (const { text } of reading.clauses)
    for (const { groups } of text.matchAll(paired)) {
      const person = groups?.["who"] === undefined ? undefined : onlyPerson(draft);
      const verb = (groups?.["verb"] ?? "").toLowerCase();
      const [next = "", ...rest] = verb.split(" ");
      // "Which crew member flies on which flight"
      const isTwo =
        groups?.["one"] !== undefined && resolve(reading, [groups["one"].toLowerCase(), next])?.words.length === 2;
      const asked = isTwo ? `${groups["one"] ?? ""} ${next}` : groups?.["one"];
      const one = person ?? (asked === undefined ? undefined : askedThing(draft, reading, asked));
      const other = askedThing(draft, reading, groups?.["other"] ?? "");
      if (one === undefined || one === other) continue;
      draft.relate(pairOf(one, other, isTwo ? rest.join(" ") : verb));
    }
}

function askedThing(draft: Draft, reading: Reading, word: string): DraftEntity {
  const words = word.toLowerCase().split(" ");
  const found = resolve(reading, words);
  const reason = "the prompt asks which";
  return found === null
    ? touchOwn(draft, entityName(words), 3, reason)
    : draft.touch(found.entity.name, found.entity, 3, reason);
}

function onlyPerson(draft: Draft): DraftEntity | undefined {
  const people = [...draft.entities.values()].filter(
    (entity) => entity.score >= 2 && isPerson(entity) && !partners.has(nounOf(entity.name)),
  );
  return people.length === 1 ? people[0] : undefined;
}

/** A member has the berth that they rent; a volunteer does shifts, and others do the same; an item is in one room. */
function pairOf(one: DraftEntity, other: DraftEntity, verb: string): StatedRelation {
  const isPlaced = placing.test(verb) && (!isPerson(one) || living.test(verb));
  if (isPlaced)
    return { from: other.name, to: one.name, kind: "one-to-many", name: other.name.toLowerCase(), required: false };
  // Of what is in stock there is enough for the next one.
  const isStock = other.catalogue?.fields.some(({ name }) => name === "stock quantity") === true;
  const isShared = isPerson(one) ? isStock || !having.test(verb) : /^(?:is|are|was) /.test(verb);
  return isShared
    ? { from: one.name, to: other.name, kind: "many-to-many", name: other.name.toLowerCase(), required: false }
    : { from: one.name, to: other.name, kind: "one-to-many", name: one.name.toLowerCase(), required: false };
}
