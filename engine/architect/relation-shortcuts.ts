// Links that say again, or wrongly, what others say already.
import type { PrdRelationship } from "#engine/prd/schema.ts";
import { gatherings, nounOf } from "./connect-people.ts";
import { personSide } from "./person-sides.ts";

/** Who gives a class and who comes to it meet there; neither is the other's. */
export function meetAtGathering({ from, to }: PrdRelationship, relations: readonly PrdRelationship[]): boolean {
  if (personSide(from) === null || personSide(to) === null) return false;
  const around = (name: string): string[] =>
    relations.flatMap((other) => (other.from === name ? [other.to] : other.to === name ? [other.from] : []));
  const [giver, comer] = [from, to].map(around);
  const places = [giver, comer?.flatMap((name) => (joining.test(name) ? [name, ...around(name)] : [name]))];
  return places[0]?.some((name) => gatherings.has(nounOf(name)) && places[1]?.includes(name)) === true;
}

/** What stands between two kinds, one record for each time they meet. */
const joining =
  /\b(?:loan|booking|reservation|rental|enrollment|registration|membership|appointment|assignment|trip|ride|drive)$/i;

const isLine = (name: string): boolean => /\b(?:order|invoice|line|cart) (?:item|line)$/i.test(name);

/** "Members can book classes" by bookings: no second, direct link between the two. */
export function withoutShortcuts(relations: readonly PrdRelationship[]): PrdRelationship[] {
  const joins = relations.flatMap(({ to, kind }) =>
    kind !== "many-to-many" && (joining.test(to) || isLine(to)) ? [to] : [],
  );
  const joined = (one: string, join: string): boolean =>
    relations.some(({ from, to, kind }) => from === one && to === join && kind !== "many-to-many");
  return relations.filter(
    ({ from, to, kind }) =>
      kind !== "many-to-many" ||
      !joins.some(
        (join) =>
          (isLine(join) || [from, to].some((name) => personSide(name) === "served")) &&
          joined(from, join) &&
          joined(to, join),
      ),
  );
}

/** A budget is for a category, and so is an expense: which budget it is of needs no second choice. */
export function isByLabel(relation: PrdRelationship, relations: readonly PrdRelationship[]): boolean {
  const labelsOf = (name: string): string[] =>
    relations.flatMap(({ from, to, kind }) =>
      to === name && kind !== "many-to-many" && nounOf(from) === "category" ? [from] : [],
    );
  const own = labelsOf(relation.to);
  return nounOf(relation.from) === "budget" && labelsOf(relation.from).some((name) => own.includes(name));
}
