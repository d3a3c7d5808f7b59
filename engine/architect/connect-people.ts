// Whose a record is, where the plan calls those people something else than the catalogue: a loan has a member there and a
// pupil in a school, an invoice a client there and the owner of a pet here.
import type { PrdField, PrdRelationship } from "#engine/prd/schema.ts";
import type { DraftEntity } from "./draft.ts";
import { type PersonSide, personSide } from "./person-sides.ts";
import { recordWords } from "./record-words.ts";

/** Papers and agreements, beside what happens on a day. */
export const papers = new Set(
  "loan hold order invoice bill prescription contract lease membership subscription enrollment grade attempt quote debt ticket donation claim assessment treatment".split(
    " ",
  ),
);
/** What people of an organisation take as well, where it serves nobody else. */
const lendings = new Set(["Loan", "Booking"]);
const insiders = new Set(["Employee", "Team Member", "Volunteer", "Teacher"]);

/** Who comes to one of them is kept for that one alone. */
export const comers = new Set("attendee guest participant registrant invitee".split(" "));

/** Many people come to these; none of them has it. */
export const gatherings = new Set(
  "event class concert rehearsal meeting match game race tournament workshop camp party practice screening performance sermon exam lecture seminar webinar conference hearing".split(
    " ",
  ),
);

export const nounOf = (name: string): string => name.toLowerCase().split(" ").at(-1) ?? "";

/** A lesson has who gives it and who takes it; most records are of one of the two. */
const ofBoth = new Set("session appointment visit lesson treatment operation review".split(" "));
const ofNobody = new Set(["photo", "item", "document"]);

const sidesOf = (entity: DraftEntity): readonly PersonSide[] => {
  const noun = nounOf(entity.name);
  if (entity.catalogue === null || gatherings.has(noun) || ofNobody.has(noun)) return [];
  if (papers.has(noun)) return ["served"];
  return recordWords.has(noun) ? ["served", "serving"] : [];
};

/** Adds to the relations. */
export function connectPeople(entities: readonly DraftEntity[], relations: PrdRelationship[]): void {
  for (const record of entities) {
    const known = (record.catalogue?.relations ?? []).flatMap(({ from, to }) => (to === record.name ? [from] : []));
    for (const side of sidesOf(record)) {
      if (!known.some((name) => personSide(name) === side)) continue;
      const isServed = relations.some(({ from, to }) => to === record.name && personSide(from) === "served");
      if (side === "serving" && isServed && !ofBoth.has(nounOf(record.name))) continue;
      const person = onlyFitting(entities, record, side);
      if (person === undefined || isReached(relations, record.name, person.name, side)) continue;
      relations.push({
        from: person.name,
        to: record.name,
        kind: "one-to-many",
        name: person.name.toLowerCase(),
        required: false,
      });
    }
  }
}

function onlyFitting(entities: readonly DraftEntity[], record: DraftEntity, side: PersonSide): DraftEntity | undefined {
  const people = entities.filter(({ name }) => personSide(name) !== null);
  const fitting = people.filter(({ name }) => personSide(name) === side);
  const own =
    fitting.length === 0 && side === "served" && lendings.has(record.name)
      ? people.filter(({ name }) => insiders.has(name))
      : fitting;
  return own.length === 1 ? own[0] : undefined;
}

/** It has such a person already, or what it is about has: a visit is the owner's through the pet. */
function isReached(relations: readonly PrdRelationship[], record: string, person: string, side: PersonSide): boolean {
  const owners = relations.flatMap(({ from, to, kind }) => {
    if (to === record) return [from];
    return kind === "many-to-many" && from === record ? [to] : [];
  });
  const isOwners = (owner: string): boolean =>
    relations.some(({ from, to, kind }) => from === person && to === owner && kind !== "many-to-many");
  return owners.some((owner) => personSide(owner) === side || owner === person || isOwners(owner));
}

/** "Customer name" of a booking that has its customer. */
const standIns =
  /^(?:borrowed by|(?:customer|client|guest|patient|student|member|borrower|renter|holder|visitor) name)$/i;
const ofPerson = /^(.+) name$/i;

export function standsForPerson({ name, type }: PrdField, keys: ReadonlySet<string>): boolean {
  if (type !== "text") return false;
  const people = [...keys].filter((key) => personSide(key) !== null);
  const said = ofPerson.exec(name)?.[1] ?? name;
  if (people.includes(said.toLowerCase())) return true;
  return standIns.test(name) && people.some((key) => personSide(key) === "served" || insiders.has(key));
}
