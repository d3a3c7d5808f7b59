// How the chosen entities relate: what the prompt states, then what the catalogue knows.
import type { PrdRelationship } from "#engine/prd/schema.ts";
import type { Chosen } from "./models.ts";
import type { Draft, DraftEntity, StatedRelation } from "./draft.ts";
import { connectPeople, gatherings } from "./connect-people.ts";
import { personSide } from "./person-sides.ts";
import { recordWords } from "./record-words.ts";

export function buildRelationships(draft: Draft, chosen: Chosen): PrdRelationship[] {
  const present = new Set(chosen.entities.map((entity) => entity.name));
  const result: PrdRelationship[] = [];
  const add = (relation: StatedRelation, stated: boolean): void => {
    if (!present.has(relation.from) || !present.has(relation.to)) return;
    if ([relation.from, relation.to].some(isOfSite)) return;
    const pairKnown = result.some((other) => samePair(other, relation) && (!stated || other.name === relation.name));
    if (
      pairKnown &&
      !(
        relation.name !== relation.from.toLowerCase() &&
        !stated &&
        relation.kind === "one-to-many" &&
        !statedPair(draft, relation)
      )
    )
      return;
    if (
      result.some((other) => other.to === relation.to && other.name === relation.name && other.kind !== "many-to-many")
    )
      return;
    result.push({
      from: relation.from,
      to: relation.to,
      kind: relation.kind,
      name: relation.name,
      required: relation.required,
    });
  };
  for (const relation of draft.relations) add(relation, true);
  const stated = [...result];
  for (const entity of chosen.entities)
    for (const relation of entity.catalogue?.relations ?? []) {
      if (relation.kind === "many-to-many" && hasJoinModel(chosen, relation.from, relation.to)) continue;
      if (stated.some((other) => samePair(other, relation))) continue;
      add(relation, false);
    }
  const known = result.filter((relation) => stated.includes(relation) || !meetAtGathering(relation, result));
  result.splice(0, result.length, ...known);
  connectPeople(chosen.entities, result);
  connectOrphans(chosen, result);
  return withoutShortcuts(result).slice(0, 40);
}

/** What anybody sends from a page of the site is about the site, whatever sentence it is named in. */
const isOfSite = (name: string): boolean => /^(contact message|newsletter subscriber)$/i.test(name);

/** Nothing happens to a Monday, to an answer or to a label. */
const ownsNothing = /\bhours$|^faq$|\b(category|tag|topic|testimonial|sponsor|pricing plan)$/i;

/**
 * "hives, inspections and harvests": what happens to things belongs to the thing that was named first; and "customers, bikes
 * and repairs": to the person it is done for, unless the thing says whose it is.
 */
function connectOrphans(chosen: Chosen, result: PrdRelationship[]): void {
  const isDated = (entity: DraftEntity): boolean =>
    entity.catalogue?.fields.some((field) => field.required && (field.type === "date" || field.type === "dateTime")) ===
    true;
  const isRecord = (entity: DraftEntity): boolean => isDated(entity) || recordWords.has(headNoun(entity));
  const isGathering = (entity: DraftEntity): boolean => gatherings.has(headNoun(entity));
  const isOfPeople = (entity: DraftEntity): boolean =>
    (entity.catalogue?.relations.length ?? 0) > 0 &&
    entity.catalogue?.relations.every(({ from, to }) => to === entity.name && personSide(from) !== null) === true;
  // The catalogue knows these as standing alone ("contact message").
  const standsAlone = (entity: DraftEntity): boolean =>
    entity.catalogue !== null && entity.catalogue.relations.length === 0 && !recordWords.has(headNoun(entity));
  const named = chosen.entities.filter(
    (entity) => !isOfSite(entity.name) && (entity.score >= 3 || entity.fields.length > 1),
  );
  const others = named.filter((entity) => (!isRecord(entity) || isGathering(entity)) && !ownsNothing.test(entity.name));
  const [people, things] = [others.filter(isPerson), others.filter((entity) => !isPerson(entity))];
  for (const record of named.filter((entity) => isRecord(entity) && !isGathering(entity) && !standsAlone(entity))) {
    for (const owners of isOfPeople(record) ? [people] : [things, people]) {
      const [owner] = owners;
      if (owner === undefined || owners.some(({ name }) => isNear(result, name, record.name))) continue;
      result.push({
        from: owner.name,
        to: record.name,
        kind: "one-to-many",
        name: owner.name.toLowerCase(),
        required: false,
      });
    }
  }
}

/** Who gives a class and who comes to it meet there; neither is the other's. */
function meetAtGathering({ from, to }: PrdRelationship, relations: readonly PrdRelationship[]): boolean {
  if (personSide(from) === null || personSide(to) === null) return false;
  const places = [from, to].map((name) =>
    relations.flatMap((other) => (other.from === name ? [other.to] : other.to === name ? [other.from] : [])),
  );
  return places[0]?.some((name) => gatherings.has(nounOf(name)) && places[1]?.includes(name)) === true;
}

/** What stands between two kinds, one record for each time they meet. */
const joining =
  /\b(?:loan|booking|reservation|rental|enrollment|registration|membership|appointment|assignment|trip|ride|drive|order item|order line)$/i;

/** "Members can book classes" by bookings: no second, direct link between the two. */
export function withoutShortcuts(relations: readonly PrdRelationship[]): PrdRelationship[] {
  const joins = relations.flatMap(({ to, kind }) => (kind !== "many-to-many" && joining.test(to) ? [to] : []));
  const joined = (one: string, join: string): boolean =>
    relations.some(({ from, to, kind }) => from === one && to === join && kind !== "many-to-many");
  return relations.filter(
    ({ from, to, kind }) =>
      kind !== "many-to-many" ||
      ![from, to].some((name) => personSide(name) === "served") ||
      !joins.some((join) => joined(from, join) && joined(to, join)),
  );
}

const nounOf = (name: string): string => name.toLowerCase().split(" ").at(-1) ?? "";
const headNoun = ({ name }: DraftEntity): string => nounOf(name);

const isPerson = (entity: DraftEntity): boolean => personSide(entity.name) !== null;

/** Related, or both to a third: an order and a product by the order's lines, a visit and an owner by the pet. */
function isNear(relations: readonly PrdRelationship[], one: string, other: string): boolean {
  // Who works on many sites tells nothing of the site that a report is about.
  const isLoose = ({ from, to, kind }: PrdRelationship): boolean =>
    kind === "many-to-many" && [from, to].some((name) => personSide(name) !== null);
  const around = (name: string): string[] =>
    relations.flatMap((relation) => {
      if (isLoose(relation) && ![one, other].every((each) => [relation.from, relation.to].includes(each))) return [];
      return relation.from === name ? [relation.to] : relation.to === name ? [relation.from] : [];
    });
  const near = around(one);
  return near.includes(other) || around(other).some((name) => near.includes(name));
}

function statedPair(draft: Draft, relation: StatedRelation): boolean {
  return draft.relations.some((other) => samePair(other, relation));
}

function samePair(one: { from: string; to: string }, two: { from: string; to: string }): boolean {
  return (one.from === two.from && one.to === two.to) || (one.from === two.to && one.to === two.from);
}

/** "Class Booking" stands between Class and Member: no second, direct link. */
function hasJoinModel(chosen: Chosen, from: string, to: string): boolean {
  return chosen.entities.some((entity) => {
    const targets = new Set(
      (entity.catalogue?.relations ?? [])
        .filter((relation) => relation.kind === "one-to-many" && relation.to === entity.name && relation.required)
        .map((relation) => relation.from),
    );
    return entity.name !== from && entity.name !== to && targets.has(from) && targets.has(to);
  });
}
