// Which table and column of the previous version continue in which of the new one. Only equal names count: a guessed
// rename could pour one field's values into another.
import type { ResolvedApp, ResolvedField, ResolvedLink, ResolvedModel } from "#engine/prd/resolved.ts";
import { modelOf } from "../emit-database.ts";

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
  const modelPairs = matchBy(old.models, next.models, [(model) => model.key, (model) => model.table]);
  const oldKeyOf = new Map([...modelPairs].map(([newer, older]) => [newer.key, older.key]));
  const continues = (older: ResolvedField, newer: ResolvedField): boolean =>
    older.reference || newer.reference
      ? older.reference !== undefined && oldKeyOf.get(newer.reference?.model ?? "") === older.reference.model
      : true;
  const models = [...modelPairs].map(([newer, older]): ModelPair => {
    const fields = matchBy(older.fields, newer.fields, [(field) => field.key, (field) => field.column]);
    return { old: older, next: newer, fields: new Map([...fields].filter(([to, from]) => continues(from, to))) };
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
    if (same) links.push({ old: same, next: link, isSwapped: false });
    else if (swapped) links.push({ old: swapped, next: link, isSwapped: true });
  }
  return { models, links };
}

/** New → old, by the first name that is equal. */
function matchBy<Item>(
  old: readonly Item[],
  next: readonly Item[],
  names: readonly ((item: Item) => string)[],
): Map<Item, Item> {
  const pairs = new Map<Item, Item>();
  const taken = new Set<Item>();
  for (const name of names) {
    for (const newer of next) {
      if (pairs.has(newer)) continue;
      const older = old.find((candidate) => !taken.has(candidate) && name(candidate) === name(newer));
      if (!older) continue;
      pairs.set(newer, older);
      taken.add(older);
    }
  }
  return new Map(next.flatMap((newer) => (pairs.has(newer) ? [[newer, pairs.get(newer) as Item] as const] : [])));
}

/** Tables a model's or a link's table points to. */
export const parentsOf = (app: ResolvedApp, item: ResolvedModel | ResolvedLink): string[] =>
  "fields" in item
    ? item.fields.flatMap(({ reference }) => (reference ? [modelOf(app, reference.model).table] : []))
    : [modelOf(app, item.from).table, modelOf(app, item.to).table];
