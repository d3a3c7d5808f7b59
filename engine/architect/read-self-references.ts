// Things that stand to others of their kind: "employees report to a manager", "categories with subcategories", "a task can
// depend on another task"; and things with two ends of one kind: "transfers from one account to another".
import type { PrdField } from "#engine/prd/schema.ts";
import { lookupPhrase } from "./catalogue-lookup.ts";
import { type Draft, type DraftEntity, entityName } from "./draft.ts";
import { touchOwn } from "./name-entity.ts";
import { personSide } from "./person-sides.ts";
import type { Reading } from "./reading.ts";
import { recordWords } from "./record-words.ts";
import { pluralPhrase, singular, singularPhrase } from "./words.ts";

export function readSelfReferences(draft: Draft, reading: Reading): void {
  for (const { text } of reading.clauses) {
    const lower = text.toLowerCase();
    readSuperiors(draft, reading, lower);
    readHeads(draft, reading, lower);
    readParts(draft, reading, lower);
    readFellows(draft, reading, lower);
    readEnds(draft, reading, lower);
  }
}

const known = (draft: Draft, reading: Reading, words: string): DraftEntity | undefined => {
  const found = lookupPhrase(words.split(" "), reading.scores)?.entity.name ?? entityName(words.split(" "));
  return draft.entities.get(found.toLowerCase());
};

const itself = ({ name }: DraftEntity) => ({ from: name, to: name, required: false });

export const relateToItself = (draft: Draft, entity: DraftEntity, role: string): void =>
  draft.relate({ ...itself(entity), kind: "one-to-many", name: role });

function dropField(fields: PrdField[], isMeant: (name: string) => boolean): void {
  const at = fields.findIndex(({ name }) => isMeant(name));
  if (at !== -1) fields.splice(at, 1);
}

const superiors =
  /\b(?<who>[\p{L}-]+)(?: (?:can|may|each|all|always))? (?:reports?|answers?|reporting) to (?:a|an|one|their|his|her|its|the|another)(?: \w+)? (?<role>manager|supervisor|boss|superior|lead|leader|head|employee|colleague)\b/gu;
const withSuperior =
  /\b(?<who>employees?|colleagues?|workers?|team members?|staff members?|staff)\b[^.;:]{0,40}?(?:\b(?:their|an?|his|her|its|with|and)|,)(?: direct| line)? (?<role>manager|supervisor|boss|superior)(?:(?<=their \w+)s)?\b(?! (?:can|may|must|will|should|\w+s)\b)/gu;

function readSuperiors(draft: Draft, reading: Reading, text: string): void {
  for (const { groups } of [...text.matchAll(superiors), ...text.matchAll(withSuperior)]) {
    const who = known(draft, reading, singularPhrase((groups?.["who"] ?? "").split(" ")));
    const said = groups?.["role"] ?? "";
    const role = said === "employee" || said === "colleague" ? "manager" : said;
    // Where managers are kept by themselves, they are the ones.
    if (who === undefined || (draft.entities.get(role)?.score ?? 0) >= 2) continue;
    dropField(who.fields, (name) => name === role);
    relateToItself(draft, who, role);
  }
}

const headed =
  /\b(?:each|every|an?|the) (?<thing>\p{L}+(?: \p{L}+)?) (?:has|needs|gets) (?:an?|one|its) (?<role>head|leader|captain|manager|lead|supervisor|coordinator|treasurer|chair)\b/gu;

/** "Each department has a head": one of the people there are. */
function readHeads(draft: Draft, reading: Reading, text: string): void {
  for (const { groups } of text.matchAll(headed)) {
    const role = groups?.["role"] ?? "";
    const thing = known(draft, reading, groups?.["thing"] ?? "");
    const people = [...draft.entities.values()].filter(({ name, score }) => score >= 2 && personSide(name) !== null);
    const serving = people.filter(({ name }) => personSide(name) === "serving");
    const [person, ...others] = serving.length > 0 ? serving : people;
    const isKept = (draft.entities.get(role)?.score ?? 0) >= 2;
    if (thing === undefined || person === undefined || others.length > 0 || person === thing || isKept) continue;
    dropField(thing.fields, (name) => name === role);
    draft.relate({ from: person.name, to: thing.name, kind: "one-to-many", name: role, required: false });
  }
}

/** Whose parents are kept like themselves; those of a pupil are not pupils. */
const descended = /\b(?:person|family member|pet|animal|dog|cat|horse|cow|goat|sheep|rabbit|pigeon|bird|cattle)$/i;
const kin = /^(?:father|mother|sire|dam|spouse|husband|wife)$/;

/** "Each person has a father and a mother" who are persons as well. */
export const isKin = ({ name }: DraftEntity, role: string): boolean => descended.test(name) && kin.test(role);

const parts = /\bsub[- ]?(?<thing>[\p{L}]{4,20})\b/gu;
const nested = /\bnested (?<thing>[\p{L}]{4,20})\b/gu;
const parent = /\b(?:a |an |its |their |the )?parent (?<thing>[\p{L}]{4,20})\b/gu;

function readParts(draft: Draft, reading: Reading, text: string): void {
  for (const { 0: said, groups } of [...text.matchAll(parts), ...text.matchAll(nested), ...text.matchAll(parent)]) {
    const thing = singular(groups?.["thing"] ?? "");
    const whole = known(draft, reading, thing);
    const own = said.startsWith("sub") ? draft.entities.get(entityName(said.split(" ")).toLowerCase()) : undefined;
    // A subtask is known by itself, as is what the prompt describes.
    const isApart = own !== undefined && (own.catalogue !== null || own.fields.length > 0);
    if (whole === undefined || whole.score < 1 || isApart || lookupPhrase([singular(said)], reading.scores)) continue;
    if (own !== undefined) draft.excluded.add(own.name.toLowerCase());
    for (const { fields } of draft.entities.values()) dropField(fields, (name) => name === said);
    relateToItself(draft, whole, `parent ${whole.name.toLowerCase()}`);
  }
}

const holding =
  /\b(?<one>[\p{L}-]+) (?:(?:can|may) )?(?:contain|contains|hold|holds|include|includes|have|has|inside|within|under|in) (?:an?other|other|further|more) (?<other>[\p{L}-]+)\b/gu;
const fellows =
  /\b(?<one>[\p{L}-]+) (?:that |which )?(?:can|may|could|might|must)? ?(?:also )?(?:be )?(?:an? )?(?<role>(?:depends?|dependent|based|duplicates?|blocked|replaced|linked|related|connected|copy|copies|variants?|follow|followed)(?: on| of| by| to| from)?) (?<how>another|other) (?<other>[\p{L}-]+)\b/gu;

/** What the others are called, of which there may be several. */
const mutual = new Map([
  ["depends", "dependency"],
  ["dependent", "dependency"],
  ["blocked", "blocker"],
  ["based", "source"],
  ["duplicate", "duplicate"],
  ["variant", "variant"],
]);

function readFellows(draft: Draft, reading: Reading, text: string): void {
  for (const { groups } of text.matchAll(holding)) {
    const [one, other] = ["one", "other"].map((part) => known(draft, reading, singular(groups?.[part] ?? "")));
    if (one !== undefined && one === other) relateToItself(draft, one, `parent ${one.name.toLowerCase()}`);
  }
  for (const { groups } of text.matchAll(fellows)) {
    const [one, other] = ["one", "other"].map((part) => known(draft, reading, singular(groups?.[part] ?? "")));
    if (one === undefined || one !== other) continue;
    const said = (groups?.["role"] ?? "").replace(/^depends?\b/, "depends").replace(/^(duplicate|variant)s?/, "$1");
    if (groups?.["how"] === "another") relateToItself(draft, one, said);
    else
      draft.relate({
        ...itself(one),
        kind: "many-to-many",
        name: mutual.get(said.split(" ")[0] ?? "") ?? `related ${one.name.toLowerCase()}`,
      });
  }
}

const ends = String.raw`(?<end>\p{L}{3,20})`;
const fromTo = new RegExp(
  String.raw`\b(?<what>(?:\p{L}+ )?\p{L}+)(?: (?:goes?|runs?|moves?|sent|made))? from (?:an?|one|the) ${ends} to (?:an?other|the other|other|one|an?|the)(?: (?<other>\p{L}{3,20}))?(?=\s*(?:[,.;:!?]|$|(?:and|with|in|on|of|for|by)\b))`,
  "gu",
);
const between = new RegExp(String.raw`\b(?<what>(?:\p{L}+ )?\p{L}+) between (?:two|2) (?:different )?${ends}\b`, "gu");

/** "Transfers from one account to another", "friendships between two members". */
function readEnds(draft: Draft, reading: Reading, text: string): void {
  const journeys = [...text.matchAll(fromTo)].map(({ groups }) => ({ groups, roles: ["from", "to"] }));
  const pairs = [...text.matchAll(between)].map(({ groups }) => ({ groups, roles: ["first", "second"] }));
  for (const { groups, roles } of [...journeys, ...pairs]) {
    const noun = singular(groups?.["end"] ?? "");
    const end = known(draft, reading, noun) ?? spokenOf(draft, reading, noun);
    const other = groups?.["other"] === undefined ? end : known(draft, reading, singular(groups["other"]));
    if (end === undefined || end !== other) continue;
    const what = whatIsMoved(draft, reading, groups?.["what"] ?? "");
    if (what === undefined || what === end || knowsEnds(what, end)) continue;
    end.score += 2;
    for (const role of roles)
      draft.relate({ from: end.name, to: what.name, kind: "one-to-many", name: `${role} ${noun}`, required: false });
  }
}

/** "Accounts, transfers from one account to another": a word for many things, but meant here. */
function spokenOf(draft: Draft, reading: Reading, noun: string): DraftEntity | undefined {
  const many = pluralPhrase(noun);
  const entity = lookupPhrase([noun], reading.scores)?.entity;
  const isSaid = reading.clauses.some(({ tokens }) => tokens.some(({ lower }) => lower === many));
  return isSaid && entity ? draft.touch(entity.name, entity, 1, "the prompt says what goes between them") : undefined;
}

/** "Transfers", which the catalogue may not know, are kept when they have two ends. */
function whatIsMoved(draft: Draft, reading: Reading, said: string): DraftEntity | undefined {
  const [first, word = first ?? ""] = said.split(" ");
  // "Swaps of shifts between two workers": the shifts are not between them.
  if (first === "of") return undefined;
  const found = known(draft, reading, singularPhrase(said.split(" "))) ?? known(draft, reading, singular(word));
  if (found !== undefined || !recordWords.has(singular(word)) || singular(word) === word) return found;
  return touchOwn(draft, entityName([word]), 3, "the prompt says what it goes between");
}

/** A match has its two teams already. */
const knowsEnds = (what: DraftEntity, end: DraftEntity): boolean =>
  (what.catalogue?.relations.filter(({ from, to }) => from === end.name && to === what.name).length ?? 0) > 1;
