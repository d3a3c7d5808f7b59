// Things that stand to others of their kind: "employees report to a manager", "categories with subcategories", "a task can
// depend on another task"; and things with two ends of one kind: "transfers from one account to another".
import { lookupPhrase } from "./catalogue-lookup.ts";
import { type Draft, type DraftEntity, entityName } from "./draft.ts";
import { touchOwn } from "./name-entity.ts";
import type { Reading } from "./reading.ts";
import { recordWords } from "./record-words.ts";
import { pluralPhrase, singular, singularPhrase } from "./words.ts";

export function readSelfReferences(draft: Draft, reading: Reading): void {
  for (const { text } of reading.clauses) {
    const lower = text.toLowerCase();
    readSuperiors(draft, reading, lower);
    readParts(draft, reading, lower);
    readFellows(draft, reading, lower);
    readEnds(draft, reading, lower);
  }
}

const known = (draft: Draft, reading: Reading, words: string): DraftEntity | undefined => {
  const found = lookupPhrase(words.split(" "), reading.scores)?.entity.name ?? entityName(words.split(" "));
  return draft.entities.get(found.toLowerCase());
};

const relateToItself = (draft: Draft, { name }: DraftEntity, role: string): void =>
  draft.relate({ from: name, to: name, kind: "one-to-many", name: role, required: false });

const superiors =
  /\b(?<who>[\p{L}-]+)(?: (?:can|may|each|all|always))? (?:reports?|answers?|reporting) to (?:a|an|one|their|his|her|its|the|another)(?: \w+)? (?<role>manager|supervisor|boss|superior|lead|leader|head|employee|colleague)\b/gu;
const withSuperior =
  /\b(?<who>employees?|colleagues?|workers?|team members?|staff members?|staff)\b[^.;:]{0,40}?\b(?:their|a|an|his|her|its|with|and|,)(?: direct| line)? (?<role>manager|supervisor|boss|superior)\b(?! \p{L}*s\b)/gu;

function readSuperiors(draft: Draft, reading: Reading, text: string): void {
  for (const { groups } of [...text.matchAll(superiors), ...text.matchAll(withSuperior)]) {
    const who = known(draft, reading, singularPhrase((groups?.["who"] ?? "").split(" ")));
    const said = groups?.["role"] ?? "";
    const role = said === "employee" || said === "colleague" ? "manager" : said;
    // Where managers are kept by themselves, they are the ones.
    if (who === undefined || (draft.entities.get(role)?.score ?? 0) >= 2) continue;
    const field = who.fields.findIndex(({ name }) => name === role);
    if (field !== -1) who.fields.splice(field, 1);
    relateToItself(draft, who, role);
  }
}

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
    relateToItself(draft, whole, `parent ${whole.name.toLowerCase()}`);
  }
}

const fellows =
  /\b(?<one>[\p{L}-]+) (?:can|may|could|might|must)? ?(?:also )?(?:be )?(?:an? )?(?<role>(?:depends?|dependent|based|duplicates?|blocked|replaced|linked|related|connected|copy|copies|variants?|follow|followed)(?: on| of| by| to| from)?) (?<how>another|other) (?<other>[\p{L}-]+)\b/gu;

function readFellows(draft: Draft, reading: Reading, text: string): void {
  for (const { groups } of text.matchAll(fellows)) {
    const [one, other] = ["one", "other"].map((part) => known(draft, reading, singular(groups?.[part] ?? "")));
    if (one === undefined || one !== other) continue;
    const said = (groups?.["role"] ?? "").replace(/^depends?\b/, "depends").replace(/^(duplicate|variant)s?/, "$1");
    if (groups?.["how"] === "another") relateToItself(draft, one, said);
    else
      draft.relate({ from: one.name, to: one.name, kind: "many-to-many", name: said.split(" ")[0] ?? said, required: false });
  }
}

const fromTo =
  /\b(?<what>[\p{L}-]+)(?: (?:go|goes|run|runs|move|moves|sent|made))? from (?:an?|one|the) (?<end>[\p{L}]{3,20})(?: (?:account|user))? to (?:an?|another|the other|other|one)(?: (?<other>[\p{L}]{3,20}))?(?=\s*(?:[,.;:!?]|$|and\b|with\b))/gu;
const between = /\b(?<what>[\p{L}-]+) between (?:two|2) (?:different )?(?<end>[\p{L}]{3,20})\b/gu;

/** "Transfers from one account to another", "friendships between two members". */
function readEnds(draft: Draft, reading: Reading, text: string): void {
  const found = [...text.matchAll(fromTo)].map(({ groups }) => ({ groups, roles: ["from", "to"] }));
  const pairs = [...text.matchAll(between)].map(({ groups }) => ({ groups, roles: ["first", "second"] }));
  for (const { groups, roles } of [...found, ...pairs]) {
    const noun = singular(groups?.["end"] ?? "");
    const second = groups?.["other"];
    const end = known(draft, reading, noun);
    if (end === undefined || (second !== undefined && known(draft, reading, singular(second)) !== end)) continue;
    const what = whatIsMoved(draft, reading, groups?.["what"] ?? "");
    if (what === undefined || what === end || knowsPair(what, end)) continue;
    for (const role of roles)
      draft.relate({ from: end.name, to: what.name, kind: "one-to-many", name: `${role} ${noun}`, required: false });
  }
}

/** "Transfers", which the catalogue may not know, are kept when they have two ends. */
function whatIsMoved(draft: Draft, reading: Reading, word: string): DraftEntity | undefined {
  const noun = singular(word);
  const found = known(draft, reading, noun);
  if (found !== undefined || !recordWords.has(noun) || pluralPhrase(noun) !== word) return found;
  return touchOwn(draft, entityName([noun]), 3, "the prompt says what it goes between");
}

const knowsPair = (what: DraftEntity, end: DraftEntity): boolean =>
  what.catalogue?.relations.some(({ from, to }) => from === end.name && to === what.name) === true;
