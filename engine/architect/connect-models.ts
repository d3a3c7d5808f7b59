// How the chosen entities relate: what the prompt states, then what the catalogue knows.
import type { PrdRelationship } from "#engine/prd/schema.ts";
import type { Chosen } from "./models.ts";
import type { Draft, StatedRelation } from "./draft.ts";
import { connectPeople } from "./connect-people.ts";
import { connectRecords, isOfSite } from "./connect-records.ts";
import { meetAtGathering, isByLabel, withoutShortcuts } from "./relation-shortcuts.ts";

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
  const isSuperfluous = (relation: PrdRelationship): boolean =>
    !stated.includes(relation) && (meetAtGathering(relation, result) || isByLabel(relation, result));
  for (const relation of result.filter(isSuperfluous)) result.splice(result.indexOf(relation), 1);
  connectPeople(chosen.entities, result);
  connectRecords(chosen.entities, result);
  return withoutShortcuts(result).slice(0, 40);
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
