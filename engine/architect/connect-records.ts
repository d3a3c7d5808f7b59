// Records that neither the prompt nor the catalogue gave an owner: "hives, inspections and harvests", "customers, bikes and
// repairs". What happens to things belongs to the thing that was named first, and to whom it is done for.
import type { PrdRelationship } from "#engine/prd/schema.ts";
import { entities as catalogueEntities } from "./catalogue/index.ts";
import { gatherings, nounOf, papers } from "./connect-people.ts";
import type { DraftEntity } from "./draft.ts";
import { households, partners, personSide } from "./person-sides.ts";
import { recordWords } from "./record-words.ts";

/** What anybody sends from a page of the site is about the site, whatever sentence it is named in. */
export const isOfSite = (name: string): boolean => /^(contact message|newsletter subscriber)$/i.test(name);

/** Nothing happens to a Monday, to an answer or to a label. */
const ownsNothing = /\bhours$|^faq$|\b(category|tag|topic|testimonial|sponsor|pricing plan)$/i;

/** Papers that say what somebody may do. */
const credentials = new Set("certificate license licence permit diploma badge".split(" "));

/** Those who are in them have their own records. */
const collectives = new Set("group team class department club".split(" "));

/** Nobody visits a medicine. */
const encounters = new Set("visit session appointment shift absence stay".split(" "));
const isStock = ({ catalogue }: DraftEntity): boolean =>
  catalogue?.fields.some(({ name }) => name === "stock quantity") === true;

const isDealing = (name: string): boolean => /\b(?:booking|reservation|rental|loan)$/i.test(name);

/** Where people come together. */
const places = new Set("room hall stage court studio location venue".split(" "));

const isDated = ({ catalogue }: DraftEntity): boolean =>
  catalogue?.fields.some(({ required, type }) => required && (type === "date" || type === "dateTime")) === true;
/** The sessions of a conference are talks. */
const isGathering = ({ name, catalogue }: DraftEntity): boolean =>
  gatherings.has(nounOf(name)) || (nounOf(name) === "session" && catalogue?.family === "events");
const isCredential = ({ name }: DraftEntity): boolean => credentials.has(nounOf(name));
const isTicket = ({ name }: DraftEntity): boolean => nounOf(name) === "ticket";
const isPerson = ({ name }: DraftEntity): boolean => personSide(name) !== null;
const isServed = ({ name }: DraftEntity): boolean => personSide(name) === "served";
/** The items of a menu or a pantry are no records, nor do they have any; those of a stock have. */
const isListed = ({ name, catalogue }: DraftEntity): boolean => nounOf(name) === "item" && catalogue !== null;
/** They tell of all that is kept. */
const isOverview = ({ name, catalogue }: DraftEntity): boolean =>
  catalogue !== null && /^(?:daily report|stock report|financial record)$/i.test(name);
const isRecord = (entity: DraftEntity): boolean =>
  isDated(entity) || (recordWords.has(nounOf(entity.name)) && nounOf(entity.name) !== "item");

/** The catalogue knows these as standing alone ("work day"). */
const standsAlone = ({ catalogue, name }: DraftEntity): boolean =>
  catalogue !== null && catalogue.relations.length === 0 && !recordWords.has(nounOf(name));

const isOwned = (entity: DraftEntity): boolean =>
  (isRecord(entity) && !standsAlone(entity) && !isOverview(entity)) || isCredential(entity) || isTicket(entity);

const isOwner = (entity: DraftEntity): boolean =>
  (!isRecord(entity) || isGathering(entity)) &&
  !ownsNothing.test(entity.name) &&
  !isCredential(entity) &&
  !isListed(entity) &&
  !papers.has(nounOf(entity.name));

/** A leave request is somebody's, and of nothing. */
const isOfPeople = ({ catalogue, name }: DraftEntity): boolean =>
  catalogue !== null &&
  catalogue.relations.length > 0 &&
  catalogue.relations.every(({ from, to }) => to === name && personSide(from) !== null);

/** Adds to the relations. */
export function connectRecords(entities: readonly DraftEntity[], relations: PrdRelationship[]): void {
  const named = entities.filter(({ name, score, fields }) => !isOfSite(name) && (score >= 2.5 || fields.length > 1));
  const owners = named.filter(isOwner);
  connectHolders(owners, relations);
  for (const record of named.filter(isOwned))
    for (const candidates of candidatesFor(record, owners, relations)) {
      const [owner] = candidates;
      if (owner === undefined || candidates.some(({ name }) => isNear(relations, name, record.name))) continue;
      const isOwnedNow = relations.some(({ to, kind }) => to === record.name && kind !== "many-to-many");
      // The pilot of a flight is known by there being no other; whoever supplies things does nothing with them.
      const isDoer = candidates.length === 1 && !partners.has(nounOf(owner.name));
      if (isOwnedNow && personSide(owner.name) === "serving" && !isDoer) continue;
      relations.push(
        nounOf(record.name) === "lesson"
          ? { ...ownership(owner.name, record.name), kind: "many-to-many", name: record.name.toLowerCase() }
          : ownership(owner.name, record.name),
      );
      supplyStandIn(owner, record, entities, relations);
    }
}

/** An owner owns something, and a family has its people: the first that was named. */
function connectHolders(owners: readonly DraftEntity[], relations: PrdRelationship[]): void {
  const has = (holder: string, isHeld: (name: string) => boolean): boolean =>
    relations.some(({ from, to }) => [from, to].includes(holder) && isHeld(from === holder ? to : from));
  for (const { name } of owners) {
    const isFamily = households.has(nounOf(name));
    if (!isFamily && nounOf(name) !== "owner") continue;
    const isHeld = (other: string): boolean =>
      isFamily ? personSide(other) === "served" && !households.has(nounOf(other)) : personSide(other) === null;
    const held = owners.find((other) => other.name !== name && isHeld(other.name) && !isGathering(other));
    if (held !== undefined && !has(name, isHeld)) relations.push(ownership(name, held.name));
  }
}

const ownership = (from: string, to: string): PrdRelationship => ({
  from,
  to,
  kind: "one-to-many",
  name: from.toLowerCase(),
  required: false,
});

/** What it happens to, then for whom; who works there only where there is nobody and nothing else. */
function candidatesFor(
  record: DraftEntity,
  owners: readonly DraftEntity[],
  relations: readonly PrdRelationship[],
): readonly (readonly DraftEntity[])[] {
  const has = relations.filter(({ to, kind }) => to === record.name && kind !== "many-to-many");
  const groups = isDealing(record.name)
    ? owners.filter(({ name }) => collectives.has(nounOf(name)) && !gatherings.has(nounOf(name)))
    : [];
  const people = [...peopleFor(record, owners), ...groups];
  const isGrouped = people.some(isServed);
  const isApart = ({ name }: DraftEntity): boolean =>
    isGrouped && collectives.has(nounOf(name)) && !/booking|registration|reservation/i.test(record.name);
  const isIdle = (entity: DraftEntity): boolean => isStock(entity) && encounters.has(nounOf(record.name));
  const things = owners.filter(
    (entity) =>
      !isPerson(entity) &&
      !isApart(entity) &&
      !isIdle(entity) &&
      !groups.includes(entity) &&
      !isUnrelated(entity, record),
  );
  if (isGathering(record)) return [things.filter(({ name }) => places.has(nounOf(name)))];
  if (isTicket(record)) return [things.filter(isGathering)];
  if (isOfPeople(record) || isCredential(record) || nounOf(record.name) === "payment") return [people];
  // A lesson of a course is everybody's, a piano lesson of one pupil or two.
  const isPart = has.some(({ from, required }) => required === true && personSide(from) === null);
  if (nounOf(record.name) === "lesson") return has.some(({ from }) => personSide(from) === null) ? [] : [people];
  return isPart && !isDated(record) ? [things] : [things, people];
}

/** The catalogue knows both, and what such records are of: a chore has no expenses. */
const isUnrelated = (owner: DraftEntity, record: DraftEntity): boolean =>
  owner.catalogue !== null &&
  !isDealing(record.name) &&
  record.catalogue?.relations.some(({ from, to }) => to === record.name && personSide(from) === null) === true;

/** A shift is worked by those who work there, even where patients are kept as well. */
function peopleFor({ catalogue, name: record }: DraftEntity, owners: readonly DraftEntity[]): DraftEntity[] {
  const sides = new Set((catalogue?.relations ?? []).flatMap(({ from }) => personSide(from) ?? []));
  const people = owners.filter(({ name }) => {
    const side = personSide(name);
    if (/^(?:participant|attendee|registrant)$/i.test(name) && !isDealing(record)) return false;
    if (nounOf(record) === "lesson") return side !== null && !["owner", "parent"].includes(nounOf(name));
    return side !== null && (sides.size === 0 || sides.has(side));
  });
  const served = people.filter(isServed);
  return served.length > 0 ? served : people;
}

/** Related, or both to a third: an order and a product by the order's lines, a visit and an owner by the pet. */
function isNear(relations: readonly PrdRelationship[], one: string, record: string): boolean {
  // Who works on many sites tells nothing of the site that a report is about, nor do the parts used in a repair.
  const isLoose = ({ from, to, kind }: PrdRelationship): boolean =>
    kind === "many-to-many" &&
    ([from, to].some((name) => personSide(name) !== null)
      ? ![one, record].every((name) => [from, to].includes(name))
      : to === record);
  const firm = relations.filter((relation) => !isLoose(relation));
  const around = (name: string): string[] =>
    firm.flatMap(({ from, to }) => (from === name ? [to] : to === name ? [from] : []));
  const near = around(one);
  // Damages that have both a trip and a boat say nothing of whose the trip is.
  const isShared = (third: string): boolean =>
    /\b(?:damage|damage report|photo|document|note|comment|file)$/i.test(third) &&
    [one, record].every((name) => firm.some(({ from, to }) => from === name && to === third));
  return near.includes(record) || around(record).some((name) => near.includes(name) && !isShared(name));
}

/** Bottles that stock movements are of stand where the catalogue has products: they too have a supplier. */
function supplyStandIn(
  owner: DraftEntity,
  record: DraftEntity,
  entities: readonly DraftEntity[],
  relations: PrdRelationship[],
): void {
  const usual = (record.catalogue?.relations ?? []).filter(({ to, required }) => to === record.name && required);
  if (owner.catalogue !== null || usual.length !== 1) return;
  const model = catalogueEntities.find(({ name }) => name === usual[0]?.from);
  for (const { from, to, kind } of model?.relations ?? []) {
    const isPresent = entities.some(({ name }) => name === from) && kind === "one-to-many" && to === model?.name;
    if (isPresent && !isNear(relations, from, owner.name)) relations.push(ownership(from, owner.name));
  }
}
