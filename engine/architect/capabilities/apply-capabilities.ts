// What capabilities change in the plan: models and fields they add, models they make superfluous.
import type { PrdBadge, PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import { withoutShortcuts } from "../relation-shortcuts.ts";
import type { PlannedCapability } from "./capability.ts";

export interface PlanParts {
  models: PrdModel[];
  relationships: PrdRelationship[];
  badges: PrdBadge[];
}

export function applyCapabilities(parts: Readonly<PlanParts>, planned: readonly PlannedCapability[]): PlanParts {
  const replaced = new Map(planned.flatMap(({ replaces }) => [...(replaces ?? [])]));
  const added = planned.flatMap(({ fields }) => fields ?? []);
  const models = parts.models
    .filter(({ name }) => !replaced.has(name))
    .map((model) => ({
      ...model,
      fields: [...model.fields, ...added.filter((each) => each.model === model.name).map(({ field }) => field)],
    }));
  return {
    models: [...models, ...planned.flatMap((each) => each.models ?? [])],
    relationships: withoutShortcuts([
      ...redirect(parts.relationships, replaced),
      ...planned.flatMap((each) => each.relationships ?? []),
    ]),
    badges: parts.badges.filter(({ model }) => !replaced.has(model)),
  };
}

/** Relationships of a replaced model become those of its successor, once for each pair. */
function redirect(
  relationships: readonly PrdRelationship[],
  replaced: ReadonlyMap<string, string | null>,
): PrdRelationship[] {
  const known = new Set(relationships.map(({ from, to }) => `${from} ${to}`));
  return relationships.flatMap((relation) => {
    const [from, to] = [relation.from, relation.to].map((name) => (replaced.has(name) ? replaced.get(name) : name));
    if (from === null || to === null || from === undefined || to === undefined) return [];
    if (from === relation.from && to === relation.to) return [relation];
    if (from === to || known.has(`${from} ${to}`)) return [];
    known.add(`${from} ${to}`);
    return [{ ...relation, from, to }];
  });
}
