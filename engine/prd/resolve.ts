// PRD → resolved app (see resolved.ts for what it promises). Accepts every PRD that `prdSchema` accepts; what had to be
// changed is listed in `notes`, never thrown.
import {
  camelCase,
  humanize,
  kebabCase,
  NameRegistry,
  pascalCase,
  pluralizeLabel,
  singularize,
  snakeCase,
  words,
} from "../stacks/shared/naming.ts";
import {
  derivedName,
  reservedFieldKeys,
  reservedModelKeys,
  reservedSlugs,
  unreservedTable,
} from "../stacks/shared/reserved.ts";
import { resolveAccess } from "./resolve-access.ts";
import { fieldKey, isSystemField, resolveScalar } from "./resolve-field.ts";
import { resolveExampleParents, resolveExamples } from "./resolve-examples.ts";
import { addReferences, type Draft, mostColumns, pluralWords, resolveLinks } from "./resolve-relationships.ts";
import type { ResolvedApp, ResolvedBadge, ResolvedField, ResolvedModel } from "./resolved.ts";
import type { Prd, PrdBadge, PrdField, PrdModel, PrdOrder } from "./schema.ts";

const singularWords = (name: string): string[] =>
  words(name).map((word, at, all) => (at === all.length - 1 ? singularize(word) : word));
const identity = (name: string): string => singularWords(name).join(" ") || name.trim().toLowerCase();

interface AppNames {
  keys: NameRegistry;
  tableKeys: NameRegistry;
  tables: NameRegistry;
  slugs: NameRegistry;
  labels: NameRegistry;
}

const safeStart = (parts: string[], fallback: string): string[] =>
  parts.length === 0 ? [fallback] : /^[0-9]/.test(parts[0] ?? "") ? [fallback, ...parts] : parts;

const unreserved = (name: string, suffix: string): string =>
  reservedModelKeys.has(name.toLowerCase()) || derivedName.test(name) ? `${name}${suffix}` : name;

function nameModel(model: PrdModel, names: AppNames): ResolvedModel {
  const one = safeStart(singularWords(model.name), "model");
  const many =
    model.plural === undefined || words(model.plural).length === 0
      ? pluralWords(one)
      : safeStart(words(model.plural), "model");
  const written = humanize(model.name);
  const label = names.labels.claim(
    words(model.name).join(" ") === one.join(" ") ? written : humanize(one.join(" ")),
    " ",
  );
  const plural = model.plural?.trim() ? humanize(model.plural) : pluralizeLabel(label);
  const key = names.keys.claim(unreserved(camelCase(one), "Record"));
  return {
    key,
    lineage: [...(model.formerly ?? []), model.name].map(identity),
    typeName: pascalCase(words(key)),
    tableKey: names.tableKeys.claim(unreserved(camelCase(many), "Table")),
    table: names.tables.claim(unreservedTable(snakeCase(many)), "_"),
    slug: names.slugs.claim(kebabCase(many), "-"),
    label,
    pluralLabel: plural,
    description: model.description?.trim() ?? "",
    ...(model.view && { view: model.view }),
    fields: [],
    titleFields: [],
    badges: [],
  };
}

/** The model a reference field points to: by its target, else by its name, else by the last word of its name. */
function referenceTarget(field: PrdField, find: (name: string) => Draft | undefined): Draft | undefined {
  if (field.type !== "reference") return undefined;
  if (field.target !== undefined) return find(field.target);
  const parts = words(field.name).filter((word) => word !== "id");
  return find(parts.join(" ")) ?? find(parts.at(-1) ?? "");
}

const nameLike = /^(name|title|label|subject|headline|fullName|displayName|heading)$/;

/** What names a record: a name-like text, else the first text, else up to two telling fields. */
function titleFields(model: ResolvedModel): string[] {
  const texts = model.fields.filter((field) => field.type === "text");
  const first = model.fields.find((field) => field.key === "firstName");
  const last = model.fields.find((field) => field.key === "lastName");
  if (first && last) return ["firstName", "lastName"];
  const named =
    texts.find((field) => nameLike.test(field.key)) ??
    texts.find((field) => /(name|title)$/i.test(field.key)) ??
    texts.find((field) => field.required) ??
    model.fields.find((field) => field.type === "email" && field.required);
  if (named) return [named.key];
  const reference = model.fields.find((field) => field.reference && field.required);
  const choice = model.fields.find((field) => field.type === "enum");
  const time = model.fields.find((field) => field.type === "date" || field.type === "dateTime");
  const telling = [reference, choice ?? time].filter((field) => field !== undefined);
  if (telling.length > 0) return telling.map((field) => field.key);
  const other =
    texts[0] ?? model.fields.find((field) => !["json", "image", "file", "boolean", "richText"].includes(field.type));
  return [other?.key ?? "id"];
}

const unordered = new Set<ResolvedField["type"]>(["reference", "image", "file", "json", "richText"]);

function resolveOrder({ field: name, direction }: PrdOrder, model: ResolvedModel): string | undefined {
  const key = fieldKey(name);
  const field = model.fields.find((candidate) => candidate.key === key);
  const isOrdered = field ? !unordered.has(field.type) : key === "createdAt" || key === "updatedAt";
  return isOrdered ? `${direction === "descending" ? "-" : ""}${key}` : undefined;
}

/** The exception of a badge, when its field exists and can have those values. */
function resolveUnless(
  unless: NonNullable<PrdBadge["unless"]>,
  field: ResolvedField | undefined,
): ResolvedBadge["unless"] | undefined {
  if (!field) return undefined;
  if (!unless.values) return field.type === "boolean" ? undefined : { field: field.key };
  const fits = (value: string | boolean): boolean =>
    field.type === "enum"
      ? (field.values ?? []).some((choice) => choice.value === value)
      : field.type === "boolean"
        ? typeof value === "boolean"
        : field.type === "text" && typeof value === "string";
  const values = unless.values.filter(fits);
  return values.length > 0 ? { field: field.key, values } : undefined;
}

function resolveBadge(badge: PrdBadge, model: ResolvedModel, slugs: NameRegistry): ResolvedBadge | undefined {
  const find = (name: string): ResolvedField | undefined => {
    const key = fieldKey(name);
    return model.fields.find((field) => field.key === key || field.key === `${key}Id`);
  };
  const field = find(badge.field);
  if (!field) return undefined;
  const kind = comparable(field);
  const unless = badge.unless && resolveUnless(badge.unless, find(badge.unless.field));
  const resolved: ResolvedBadge = {
    slug: slugs.claim(kebabCase(words(badge.label)) || "badge", "-"),
    label: badge.label,
    tone: badge.tone,
    field: field.key,
    operator: badge.operator,
    ...(unless && { unless }),
  };
  if (badge.operator === "before-today" || badge.operator === "after-today")
    return kind === "time" ? resolved : undefined;
  if (badge.otherField !== undefined) {
    const other = find(badge.otherField);
    return other && kind !== "none" && comparable(other) === kind ? { ...resolved, otherField: other.key } : undefined;
  }
  const { value } = badge;
  const fits =
    (kind === "number" && typeof value === "number") ||
    ((kind === "text" || kind === "time") && typeof value === "string") ||
    (kind === "boolean" && typeof value === "boolean" && badge.operator === "=");
  return fits && value !== undefined ? { ...resolved, value } : undefined;
}

function comparable(field: ResolvedField): "number" | "text" | "time" | "boolean" | "none" {
  if (["integer", "decimal", "money"].includes(field.type)) return "number";
  if (field.type === "date" || field.type === "dateTime") return "time";
  if (field.type === "boolean") return "boolean";
  return ["text", "enum", "email", "phone", "color"].includes(field.type) ? "text" : "none";
}

export function resolvePrd(prd: Prd): ResolvedApp {
  const notes: string[] = [];
  const names: AppNames = {
    keys: new NameRegistry(),
    tableKeys: new NameRegistry(),
    tables: new NameRegistry(),
    slugs: new NameRegistry(reservedSlugs),
    labels: new NameRegistry(),
  };
  const drafts: Draft[] = prd.models.map((model) => ({
    model: nameModel(model, names),
    names: {
      keys: new NameRegistry(reservedFieldKeys),
      columns: new NameRegistry(["id", "created_at", "updated_at", "rowid", "oid", "_rowid_"]),
    },
    references: [],
  }));
  const byIdentity = new Map<string, Draft>();
  prd.models.forEach((model, at) => {
    const draft = drafts[at];
    if (!draft) return;
    const name = identity(model.name);
    if (byIdentity.has(name))
      notes.push(`${draft.model.label}: another model has the same name; references mean the first.`);
    else byIdentity.set(name, draft);
  });
  const find = (name: string): Draft | undefined => byIdentity.get(identity(name));

  prd.models.forEach((model, at) => {
    const draft = drafts[at];
    if (!draft) return;
    for (const field of model.fields) {
      if (isSystemField(field)) continue;
      const target = referenceTarget(field, find);
      if (target) draft.references.push({ source: field, target, at: draft.model.fields.length });
      else draft.model.fields.push(resolveScalar(field, draft.names, draft.model.label, notes));
    }
  });
  addReferences(drafts, prd.relationships, find, notes);
  for (const relationship of prd.relationships) {
    const missing = [relationship.from, relationship.to].filter((name) => !find(name));
    if (missing.length > 0)
      notes.push(
        `Relationship "${relationship.name}": left out, since there is no model ${missing.map((name) => `"${name}"`).join(" or ")}.`,
      );
  }
  for (const [at, { model, names: fieldNames }] of drafts.entries()) {
    const order = prd.models[at]?.order;
    if (model.fields.length === 0) {
      model.fields.push({
        key: fieldNames.keys.claim("name"),
        column: fieldNames.columns.claim("name"),
        lineage: ["name"],
        label: "Name",
        type: "text",
        required: true,
        unique: false,
      });
      notes.push(`${model.label}: has no fields of its own, so it got a name.`);
    }
    if (model.fields.length > mostColumns) model.fields.length = mostColumns;
    // A form is driven by its labels, by people and by tests: no two are the same.
    const labels = new NameRegistry();
    for (const field of model.fields) field.label = labels.claim(field.label, " ");
    model.titleFields = titleFields(model);
    if (order) {
      const resolved = resolveOrder(order, model);
      if (resolved) model.order = resolved;
      else notes.push(`${model.label}: its list cannot be ordered by "${order.field}", so the newest come first.`);
    }
    const slugs = new NameRegistry();
    for (const badge of prd.badges ?? []) {
      if (find(badge.model)?.model !== model) continue;
      const resolved = resolveBadge(badge, model, slugs);
      if (resolved) model.badges.push(resolved);
      else
        notes.push(
          `${model.label}: the badge "${badge.label}" compares fields that do not exist or do not compare, so it was left out.`,
        );
    }
  }
  prd.models.forEach((source, at) => {
    const model = drafts[at]?.model;
    const examples = model ? resolveExamples(source.examples, model.fields) : [];
    if (model && examples.length > 0) model.examples = examples;
  });
  prd.models.forEach((source, at) => {
    const model = drafts[at]?.model;
    if (!model?.examples) return;
    const byKey = (key: string) => drafts.find((draft) => draft.model.key === key)?.model;
    model.exampleParents = resolveExampleParents(source.examples, model, byKey);
  });
  const links = resolveLinks(prd.relationships, names.tables, find);
  const access = resolveAccess(
    prd,
    drafts.map((draft) => draft.model),
    (name) => find(name)?.model,
    notes,
  );
  return {
    prd,
    slug: kebabCase(words(prd.name)).slice(0, 50) || "app",
    models: drafts.map((draft) => draft.model),
    links,
    ...(access && { access }),
    notes,
  };
}
