// Gives models, fields and what refers to them the names that later requests gave them, and notes the earlier ones: the
// stacks follow them, so that a renamed thing keeps its records.
import type { PrdAccess, PrdBadge, PrdCapability, PrdField, PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import { renameModel } from "../models.ts";
import { pluralPhrase } from "../words.ts";
import type { Rename, RenameBatch } from "./rename.ts";

export interface Renamable {
  models: PrdModel[];
  relationships: PrdRelationship[];
  badges: PrdBadge[];
  access: PrdAccess | undefined;
  capabilities: PrdCapability[];
}

/** Words of their own in a capability; its other texts name models. */
const fixedWords = new Set(["kind", "tool", "game", "act", "result"]);

export function applyRenames(plan: Renamable, batches: readonly RenameBatch[]): Renamable {
  return batches.reduce(applyBatch, plan);
}

/** The present name of a model that had `name` before any rename. */
export function presentName(name: string, batches: readonly RenameBatch[]): string {
  return batches.reduce(
    (now, batch) => batch.find((rename) => rename.kind === "model" && rename.from === now)?.to ?? now,
    name,
  );
}

function applyBatch(plan: Renamable, batch: RenameBatch): Renamable {
  const modelNames = namesBy(batch, (rename) => rename.kind === "model");
  const shown = (name: string): string => modelNames.get(name) ?? name;
  const fieldNames = (model: string): ReadonlyMap<string, string> =>
    namesBy(batch, (rename) => rename.kind === "field" && rename.model === model);
  // "customer" as the name of a key is the model's name, and changes with it.
  const keyNames = new Map(
    [...modelNames].flatMap(([from, to]) => {
      const [was, is] = [from.toLowerCase(), to.toLowerCase()];
      return [[was, is] as const, [pluralPhrase(was), pluralPhrase(is)] as const];
    }),
  );
  const models = plan.models.map((model) => {
    const names = fieldNames(model.name);
    const fields = model.fields.map((field): PrdField => {
      const target = field.target === undefined ? field : { ...field, target: shown(field.target) };
      const keyName = field.type === "reference" ? keyNames.get(field.name.toLowerCase()) : undefined;
      return named(target, names.get(field.name) ?? keyName ?? field.name);
    });
    const name = shown(model.name);
    const renamed = name === model.name ? model : named(renameModel(model, name), name, model.name);
    const { order } = model;
    return {
      ...renamed,
      fields: withoutTwins(fields),
      ...(order && { order: { ...order, field: names.get(order.field) ?? order.field } }),
    };
  });
  return {
    models,
    access: plan.access && withModelNames(plan.access, shown),
    capabilities: plan.capabilities.map(
      (capability) =>
        Object.fromEntries(
          Object.entries(capability).map(([key, value]) => [
            key,
            typeof value === "string" && !fixedWords.has(key) ? shown(value) : value,
          ]),
        ) as PrdCapability,
    ),
    relationships: plan.relationships.map((one) => ({
      ...named(one, keyNames.get(one.name.toLowerCase()) ?? one.name),
      from: shown(one.from),
      to: shown(one.to),
    })),
    badges: plan.badges.map((badge) => {
      const names = fieldNames(badge.model);
      const { otherField } = badge;
      return {
        ...badge,
        model: shown(badge.model),
        field: names.get(badge.field) ?? badge.field,
        ...(badge.unless && {
          unless: { ...badge.unless, field: names.get(badge.unless.field) ?? badge.unless.field },
        }),
        ...(otherField !== undefined && { otherField: names.get(otherField) ?? otherField }),
      };
    }),
  };
}

function withModelNames(access: PrdAccess, shown: (name: string) => string): PrdAccess {
  const rules = access.rules.map((rule) => ({ ...rule, model: shown(rule.model) }));
  const { publicRead } = access;
  return { ...access, rules, ...(Array.isArray(publicRead) && { publicRead: publicRead.map(shown) }) };
}

const namesBy = (batch: RenameBatch, isMeant: (rename: Rename) => boolean): ReadonlyMap<string, string> =>
  new Map(batch.filter(isMeant).map(({ from, to }) => [from, to]));

function named<Item extends { name: string; formerly?: string[] | undefined }>(
  item: Item,
  name: string,
  was = item.name,
): Item {
  return name === was ? item : { ...item, name, formerly: [...(item.formerly ?? []), was] };
}

/** A later request that speaks of the field by its new name meant this one. */
function withoutTwins(fields: readonly PrdField[]): PrdField[] {
  const renamed = new Set(fields.filter((field) => field.formerly).map((field) => field.name.toLowerCase()));
  return fields.filter((field) => field.formerly !== undefined || !renamed.has(field.name.toLowerCase()));
}
