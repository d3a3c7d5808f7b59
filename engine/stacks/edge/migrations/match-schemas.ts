// Which table and column of the previous version continue in which of the new one: those the plan says were renamed,
// else those of equal name. A guessed rename could pour one field's values into another.
import type { ResolvedApp, ResolvedField, ResolvedLink, ResolvedModel } from "#engine/prd/resolved.ts";
import { modelOf } from "../emit-database.ts";
import { matchByLineage } from "./match-by-lineage.ts";

export interface ModelPair {
  old: ResolvedModel;
  next: ResolvedModel;
  /** New field → the old one it continues. */
  fields: ReadonlyMap<ResolvedField, ResolvedField>;
}

export interface LinkPair {
  old: ResolvedLink;
  next: ResolvedLink;
  /** The old one was written from the other side. */
  isSwapped: boolean;
}

export interface SchemaMatch {
  models: ModelPair[];
  links: LinkPair[];
}

export function matchSchemas(old: ResolvedApp, next: ResolvedApp): SchemaMatch {
  const modelPairs = matchByLineage(old.models, next.models, [(model) => model.key, (model) => model.table]);
  const oldKeyOf = new Map([...modelPairs].map(([newer, older]) => [newer.key, older.key]));
  const continues = (older: ResolvedField, newer: ResolvedField): boolean =>
    older.reference || newer.reference
      ? older.reference !== undefined && oldKeyOf.get(newer.reference?.model ?? "") === older.reference.model
      : true;
  const models = [...modelPairs].map(([newer, older]): ModelPair => {
    const byName = matchByLineage(older.fields, newer.fields, [(field) => field.key, (field) => field.column]);
    const fields = new Map([...byName].filter(([to, from]) => continues(from, to)));
    pairRenamedKeys(older, newer, fields, oldKeyOf);
    return { old: older, next: newer, fields };
  });

  const links: LinkPair[] = [];
  for (const link of next.links) {
    const [from, to] = [oldKeyOf.get(link.from), oldKeyOf.get(link.to)];
    const free = old.links.filter((other) => !links.some((pair) => pair.old === other));
    const same = free.find((other) => other.key === link.key && other.from === from && other.to === to);
    const isOnly = (links: readonly ResolvedLink[], a: string, b: string): boolean =>
      links.filter((one) => (one.from === a && one.to === b) || (one.from === b && one.to === a)).length === 1;
    const swapped =
      from !== undefined && to !== undefined && isOnly(old.links, from, to) && isOnly(next.links, link.from, link.to)
        ? free.find((other) => other.from === to && other.to === from && from !== to)
        : undefined;
    // Its name is made of its models' names.
    const renamed =
      from !== undefined && to !== undefined && (from !== link.from || to !== link.to)
        ? free.find((other) => other.from === from && other.to === to)
        : undefined;
    if (same) links.push({ old: same, next: link, isSwapped: false });
    else if (renamed) links.push({ old: renamed, next: link, isSwapped: false });
    else if (swapped) links.push({ old: swapped, next: link, isSwapped: true });
  }
  return { models, links };
}

/**
 * The key to a renamed model is often named after it and changes with it, said or not: where exactly one key to that model
 * is left on both sides, it is the same.
 */
function pairRenamedKeys(
  older: ResolvedModel,
  newer: ResolvedModel,
  fields: Map<ResolvedField, ResolvedField>,
  oldKeyOf: ReadonlyMap<string, string>,
): void {
  const taken = new Set(fields.values());
  for (const [newKey, oldKey] of oldKeyOf) {
    if (newKey === oldKey) continue;
    const [to, ...otherTo] = newer.fields.filter((field) => field.reference?.model === newKey && !fields.has(field));
    const [from, ...otherFrom] = older.fields.filter((field) => field.reference?.model === oldKey && !taken.has(field));
    if (to && from && otherTo.length === 0 && otherFrom.length === 0) fields.set(to, from);
  }
}

/** Tables a model's or a link's table points to. */
export const parentsOf = (app: ResolvedApp, item: ResolvedModel | ResolvedLink): string[] =>
  "fields" in item
    ? item.fields.flatMap(({ reference }) => (reference ? [modelOf(app, reference.model).table] : []))
    : [modelOf(app, item.from).table, modelOf(app, item.to).table];
