// The items of a list after "has", "with" or in brackets: fields of the owner, or things related to it.
import { comers, gatherings, nounOf, papers } from "./connect-people.ts";
import { conventionFor } from "./field-conventions.ts";
import { type Draft, type DraftEntity, entityName } from "./draft.ts";
import { listedThing } from "./listed-things.ts";
import { ownNoun, resolve, touchOwn } from "./name-entity.ts";
import { personSide } from "./person-sides.ts";
import { isTypeWord, readField } from "./read-fields.ts";
import type { ListItem } from "./read-phrases.ts";
import { recordWords } from "./record-words.ts";
import { isKin, relateToItself } from "./read-self-references.ts";
import type { Clause } from "./read-text.ts";
import type { Reading } from "./reading.ts";
import { genericNouns, keepingVerbs } from "./vocabulary.ts";
import { isPlural, singular } from "./words.ts";

export function isFieldItem(reading: Reading, item: ListItem): boolean {
  const phrase = item.words.join(" ");
  if (item.many) return false;
  if (item.opens) return false;
  // "status (idea, recorded, published)": what is chosen from, though it may be a field's name elsewhere.
  if (item.detail.length > 1 && conventionFor(phrase).type === "enum") return true;
  if (item.detail.length > 0)
    return !item.detail.some(
      (detail) => !isTypeWord(detail.words.join(" ")) && conventionFor(detail.words.join(" ")).certain,
    );
  const head = item.words[item.words.length - 1] ?? "";
  const certain =
    conventionFor(phrase).certain || conventionFor([...item.words.slice(0, -1), singular(head)].join(" ")).certain;
  if (!isPlural(head)) return certain;
  return certain && resolve(reading, item.words)?.words.length !== item.words.length;
}

export const featureWords = new Set(
  "badge badges leaderboard leaderboards login signup search filter filters filtering sorting authentication dashboard dashboards chart charts graph graphs report reports reporting export import theme mode notifications reminders alerts emails analytics statistics stats calendar pagination animation animations design layout interface support access ui ux roles permissions api sidebar navbar header footer background colors colour colours color button buttons".split(
    " ",
  ),
);

const matchingVerbs = new Set(
  "connect connects connecting match matches matching pair pairs pairing link links linking bring brings".split(" "),
);

/** "A place and a time": told beside a field they are one too. */
const generalFields = new Set("place topic version purpose period subject goal".split(" "));

export function addFields(
  draft: Draft,
  reading: Reading,
  clause: Clause,
  owner: DraftEntity,
  items: readonly ListItem[],
  listed: boolean,
): void {
  const ownNames = new Set(owner.catalogue?.fields.map((field) => field.name) ?? []);
  const trusted = listed || items.some((item) => isFieldItem(reading, item));
  let added = 0;
  for (const item of items) {
    const head = item.words[item.words.length - 1] ?? "";
    if ((featureWords.has(head) && !conventionFor(item.words.join(" ")).certain) || item.opens) continue;
    if (featureWords.has(item.words[0] ?? "") && /^(?:over|of|by|per)$/.test(item.words[1] ?? "")) continue;
    const phrase = item.words.join(" ");
    if (isKin(owner, phrase)) {
      relateToItself(draft, owner, phrase);
      continue;
    }
    const found = resolve(reading, item.words);
    const whole = found !== null && found.words.length === item.words.length && found.entity.name !== owner.name;
    const named = conventionFor(phrase);
    // "Apartments: the tenant, the rent" once more about tenants: a thing is no field of itself.
    if (
      (!named.certain || isPlural(head)) &&
      item.words.length === 1 &&
      (found?.entity.name ?? entityName(item.words)) === owner.name
    )
      continue;
    const known =
      ownNames.has(phrase) ||
      (named.certain && !isPlural(head)) ||
      (isPlural(head) && named.certain && named.type !== "text");
    if (
      found !== null &&
      whole &&
      (item.many ||
        (isPlural(head) && !trusted) ||
        (!known && (isPlural(head) || isEntityElsewhere(draft, found.entity.name))))
    ) {
      const other = draft.touch(found.entity.name, found.entity, 3, `${owner.name} refers to it`);
      if (item.detail.length > 1) addFields(draft, reading, clause, other, item.detail, item.detail.length > 2);
      // "connects students with companies" brings two kinds together; it does not say that one owns the other.
      if (clause.tokens.some((token) => matchingVerbs.has(token.lower))) continue;
      const usual = [...(owner.catalogue?.relations ?? []), ...found.entity.relations].some(
        (relation) =>
          [owner.name, other.name].includes(relation.from) &&
          [owner.name, other.name].includes(relation.to) &&
          relation.to === owner.name,
      );
      // "A post can have several authors", though it usually has one: both have several.
      if (usual && item.many) {
        const name = other.name.toLowerCase();
        draft.relate({ from: owner.name, to: other.name, kind: "many-to-many", name, required: false });
        continue;
      }
      // "sessions with therapists": the catalogue knows that a session has one therapist.
      if (usual && !item.many && isPlural(head)) continue;
      // "Books with copies, pupils who borrow them": the loan says who did.
      if (areLendedTo(clause, head)) continue;
      if (item.many || isPlural(head)) relateMany(draft, owner, other, found.entity.shared);
      else if (isOfOwner(owner, other)) relateMany(draft, owner, other, false);
      else
        draft.relate({
          from: other.name,
          to: owner.name,
          kind: "one-to-many",
          name: item.words.length === 1 ? phrase : other.name.toLowerCase(),
          required: false,
        });
      continue;
    }
    if (
      whole &&
      named.certain &&
      !item.many &&
      found !== null &&
      isEntityElsewhere(draft, found.entity.name, 2) &&
      !ownNames.has(phrase) &&
      named.type === "text"
    ) {
      draft.relate({ from: found.entity.name, to: owner.name, kind: "one-to-many", name: phrase, required: false });
      draft.touch(found.entity.name, found.entity, 1, `${owner.name} refers to it`);
      continue;
    }
    if (item.many && found === null) {
      const own = ownNoun(reading, item.words, true) ?? listedThing(item.words);
      if (own !== null) {
        relateMany(draft, owner, touchOwn(draft, own, 3, `${owner.name} has many of them`), false);
        continue;
      }
    }
    const fellow = draft.entities.get(entityName(item.words).toLowerCase());
    if (
      fellow !== undefined &&
      fellow.catalogue === null &&
      fellow !== owner &&
      fellow.score >= 2 &&
      item.detail.length === 0
    ) {
      if (isPlural(head)) relateMany(draft, owner, fellow, false);
      else draft.relate({ from: fellow.name, to: owner.name, kind: "one-to-many", name: phrase, required: false });
      continue;
    }
    const read = readField(owner.name, item);
    const isGeneral = genericNouns.has(singular(head)) && !(trusted && generalFields.has(phrase));
    if (read === null || (!read.certain && !listed && isGeneral)) continue;
    if (!read.certain && !listed && (items.length < 2 || !trusted || item.words.length > 3)) continue;
    if ((item.words[0] ?? "").endsWith("ing") && keepingVerbs.has(item.words[0] ?? "") && isPlural(head)) continue;
    if (
      (item.words[0] ?? "").endsWith("ing") &&
      item.words.length > 1 &&
      !listed &&
      item.detail.length === 0 &&
      !conventionFor(phrase).certain
    )
      continue;
    draft.addField(owner, read.field);
    if (found !== null && found.entity.name !== owner.name) draft.unmention(clause, found.entity.name);
    else if (found === null) draft.unmention(clause, entityName(item.words));
    added += 1;
  }
  if (listed && added >= 3) owner.listed = true;
}

function isEntityElsewhere(draft: Draft, name: string, points = 1): boolean {
  return (draft.entities.get(name.toLowerCase())?.score ?? 0) >= points;
}

/** "Lessons with date, attendance", "a flat with a contract": one of them, and yet it is the record that belongs. */
function isOfOwner(owner: DraftEntity, other: DraftEntity): boolean {
  const isUsual = other.catalogue?.relations.some(({ from, to }) => from === owner.name && to === other.name);
  const isRecord = papers.has(nounOf(other.name)) || nounOf(other.name) === "score";
  return isUsual === true || (isRecord && !papers.has(nounOf(owner.name)));
}

const lending = /^(?:borrow|rent|hire|lease|lend|book|reserve)(?:s|ed|ing)?$/;

function areLendedTo({ tokens }: Clause, people: string): boolean {
  return tokens.some(({ lower }, at) => {
    const next = tokens[at + 1]?.lower;
    return lower === people && (next === "who" || next === "that") && lending.test(tokens[at + 2]?.lower ?? "");
  });
}

/** What is made out to somebody, for something. */
const dealings = new Set("loan booking reservation rental hire appointment lease".split(" "));

/** Papers that list what there is of them. */
const listings = new Set("order invoice quote basket menu box playlist kit package".split(" "));

function relateMany(draft: Draft, owner: DraftEntity, other: DraftEntity, shared: boolean): void {
  const know = (one: DraftEntity, two: DraftEntity): boolean =>
    one.catalogue?.relations.some(({ from, to }) => [from, to].includes(one.name) && [from, to].includes(two.name)) ===
    true;
  const isKnown = know(owner, other) || know(other, owner);
  // Who comes to concerts comes to many of them.
  const isMeeting = !isKnown && gatherings.has(nounOf(owner.name)) && personSide(other.name) !== null;
  // "Orders with products": the next order has some of the same.
  const isOfLines = !isKnown && listings.has(nounOf(owner.name)) && personSide(other.name) === null;
  // A doctor has patients of their own, and a patient several doctors.
  const isCared = !isKnown && personSide(owner.name) === "served" && personSide(other.name) === "serving";
  const linked =
    shared ||
    isCared ||
    (isOfLines && !recordWords.has(nounOf(other.name))) ||
    (isMeeting && !comers.has(nounOf(other.name))) ||
    owner.catalogue?.relations.some((relation) => relation.kind === "many-to-many" && relation.to === other.name) ===
      true;
  const isDealt = !linked && dealings.has(nounOf(owner.name)) && !gatherings.has(nounOf(other.name));
  if (isDealt && other.catalogue?.relations.every(({ from }) => from !== owner.name) !== false) {
    const name = other.name.toLowerCase();
    draft.relate({ from: other.name, to: owner.name, kind: "one-to-many", name, required: false });
    return;
  }
  draft.relate({
    from: owner.name,
    to: other.name,
    kind: linked ? "many-to-many" : "one-to-many",
    name: linked ? other.name.toLowerCase() : owner.name.toLowerCase(),
    required: false,
  });
}
