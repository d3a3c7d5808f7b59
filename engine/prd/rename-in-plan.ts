// Renames and removals in a plan, with everything that refers to what is renamed or removed. Pure.
import type { Prd, PrdCapability } from "./schema.ts";

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The model itself keeps its old name among `formerly`, so that what is stored under it continues. */
export function renameModel(prd: Prd, from: string, to: string): Prd {
  const now = (name: string): string => (same(name, from) ? to : name);
  return {
    ...prd,
    models: prd.models.map((model) => ({
      ...model,
      ...(same(model.name, from) ? { name: to, formerly: keepName(model.formerly, from) } : {}),
      fields: model.fields.map((field) =>
        field.target === undefined ? field : { ...field, target: now(field.target) },
      ),
    })),
    relationships: prd.relationships.map((link) => ({ ...link, from: now(link.from), to: now(link.to) })),
    ...(prd.badges && { badges: prd.badges.map((badge) => ({ ...badge, model: now(badge.model) })) }),
    ...(prd.capabilities && {
      capabilities: prd.capabilities.map((capability) => renameInCapability(capability, now)),
    }),
    ...(prd.site && {
      site: {
        ...prd.site,
        ...(prd.site.contact !== undefined && { contact: now(prd.site.contact) }),
        ...(prd.site.shows && { shows: prd.site.shows.map(now) }),
      },
    }),
    ...(prd.access && {
      access: {
        ...prd.access,
        rules: prd.access.rules.map((rule) => ({ ...rule, model: now(rule.model) })),
        ...(Array.isArray(prd.access.publicRead) && { publicRead: prd.access.publicRead.map(now) }),
      },
    }),
  };
}

export function renameField(prd: Prd, model: string, from: string, to: string): Prd {
  const now = (name: string): string => (same(name, from) ? to : name);
  return {
    ...prd,
    models: prd.models.map((candidate) => {
      if (!same(candidate.name, model) || candidate.fields.some((field) => same(field.name, to))) return candidate;
      const fields = candidate.fields.map((field) =>
        same(field.name, from) ? { ...field, name: to, formerly: keepName(field.formerly, from) } : field,
      );
      const { order } = candidate;
      return { ...candidate, fields, ...(order && { order: { ...order, field: now(order.field) } }) };
    }),
    ...(prd.badges && {
      badges: prd.badges.map((badge) =>
        same(badge.model, model)
          ? {
              ...badge,
              field: now(badge.field),
              ...(badge.otherField !== undefined && { otherField: now(badge.otherField) }),
              ...(badge.unless && { unless: { ...badge.unless, field: now(badge.unless.field) } }),
            }
          : badge,
      ),
    }),
  };
}

/** Without the model, and without what speaks of it. */
export function forgetModel(prd: Prd, name: string): Prd {
  const others = (model: string): boolean => !same(model, name);
  return {
    ...prd,
    models: prd.models
      .filter((model) => others(model.name))
      .map((model) => ({
        ...model,
        fields: model.fields.filter((field) => field.target === undefined || others(field.target)),
      })),
    relationships: prd.relationships.filter((link) => others(link.from) && others(link.to)),
    ...(prd.badges && { badges: prd.badges.filter((badge) => others(badge.model)) }),
    ...(prd.capabilities && {
      capabilities: prd.capabilities.filter((capability) => modelsOf(capability).every(others)),
    }),
    ...(prd.access && {
      access: {
        ...prd.access,
        rules: prd.access.rules.filter((rule) => others(rule.model)),
        ...(Array.isArray(prd.access.publicRead) && { publicRead: prd.access.publicRead.filter(others) }),
      },
    }),
  };
}

const keepName = (formerly: readonly string[] | undefined, name: string): string[] =>
  [...(formerly ?? []).filter((known) => !same(known, name)), name].slice(-20);

/** Fields of a capability that name a model. */
const modelKeys = [
  "questions",
  "products",
  "orders",
  "lines",
  "bookings",
  "model",
  "target",
  "entries",
  "polls",
  "options",
];

function modelsOf(capability: PrdCapability): string[] {
  return Object.entries(capability).flatMap(([key, value]) =>
    modelKeys.includes(key) && typeof value === "string" ? [value] : [],
  );
}

function renameInCapability(capability: PrdCapability, now: (name: string) => string): PrdCapability {
  return Object.fromEntries(
    Object.entries(capability).map(([key, value]) =>
      modelKeys.includes(key) && typeof value === "string" ? [key, now(value)] : [key, value],
    ),
  ) as PrdCapability;
}
