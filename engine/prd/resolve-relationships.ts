// Relationships and `reference` fields of a PRD → foreign keys and join tables. A reference field and a relationship that
// mean the same key become one.
import {
  camelCase,
  humanize,
  inSentence,
  kebabCase,
  NameRegistry,
  pluralize,
  pluralizeLabel,
  snakeCase,
  words,
} from "../stacks/shared/naming.ts";
import { unreservedTable } from "../stacks/shared/reserved.ts";
import { claimNames, type FieldNames, lineageName, withoutId } from "./resolve-field.ts";
import type { ResolvedField, ResolvedLink, ResolvedModel } from "./resolved.ts";
import type { PrdField, PrdRelationship } from "./schema.ts";

/** D1 binds at most 100 values a statement; id, times and some slack are kept free. */
export const mostColumns = 90;

export interface Draft {
  model: ResolvedModel;
  names: FieldNames;
  /** Reference fields of the PRD whose target exists, in PRD order with their position among the fields. */
  references: { source: PrdField; target: Draft; at: number }[];
}

interface Key {
  owner: Draft;
  target: Draft;
  nameParts: string[];
  /** Earlier names, oldest first. */
  formerly: readonly string[];
  label: string;
  description?: string;
  required: boolean;
  unique: boolean;
  /** Position among the owner's PRD fields; relationships without a field come last. */
  at: number;
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean => a.join(" ") === b.join(" ");

/** Words of the key as read from `to`; a name that describes the other side ("products", "has many") gives way to the model's. */
function keyWords(relationship: PrdRelationship, from: ResolvedModel, to: ResolvedModel): string[] {
  const parts = withoutId(words(relationship.name));
  const describesTo =
    sameWords(parts, words(to.pluralLabel)) ||
    (sameWords(parts, words(to.label)) && from !== to) ||
    /^(has|have|contains|owns|includes)\b/.test(parts.join(" "));
  if (parts.length === 0 || describesTo)
    return from === to ? ["parent"] : words(from.label).length > 0 ? words(from.label) : ["parent"];
  return parts;
}

/** Foreign keys of all models, relationships merged with the reference fields that say the same. */
function collectKeys(
  drafts: readonly Draft[],
  relationships: readonly PrdRelationship[],
  find: (name: string) => Draft | undefined,
): Key[] {
  const keys: Key[] = [];
  for (const owner of drafts) {
    for (const { source, target, at } of owner.references) {
      const nameParts = withoutId(words(source.name));
      const label =
        source.label?.trim() ||
        (nameParts.length === words(source.name).length ? humanize(source.name) : humanize(nameParts.join(" ")));
      keys.push({
        owner,
        target,
        nameParts: nameParts.length > 0 ? nameParts : ["reference"],
        formerly: source.formerly ?? [],
        label,
        ...(source.description?.trim() && { description: source.description.trim() }),
        required: source.required,
        unique: source.unique,
        at,
      });
    }
  }
  const merged = new Set<Key>();
  for (const relationship of relationships) {
    if (relationship.kind === "many-to-many") continue;
    const from = find(relationship.from);
    const to = find(relationship.to);
    if (!from || !to) continue;
    const nameParts = keyWords(relationship, from.model, to.model);
    const candidates = keys.filter((key) => key.owner === to && key.target === from && !merged.has(key));
    const same =
      candidates.find((key) => sameWords(key.nameParts, nameParts)) ??
      // One field and one relationship between the two: they mean the same, whatever they are called.
      (candidates.length === 1 && !merged.has(candidates[0] as Key) && candidates[0]?.at !== Number.POSITIVE_INFINITY
        ? candidates[0]
        : undefined);
    if (same) {
      merged.add(same);
      same.required ||= relationship.required ?? false;
      same.unique ||= relationship.kind === "one-to-one";
      if (same.formerly.length === 0) same.formerly = relationship.formerly ?? [];
      continue;
    }
    const key: Key = {
      owner: to,
      target: from,
      nameParts,
      formerly: relationship.formerly ?? [],
      label: humanize(nameParts.join(" ")),
      required: relationship.required ?? false,
      unique: relationship.kind === "one-to-one",
      at: Number.POSITIVE_INFINITY,
    };
    keys.push(key);
    merged.add(key);
  }
  return keys;
}

/** Makes keys optional until no model needs, directly or through others, a record of itself to exist first. */
function breakRequiredCycles(keys: readonly Key[], notes: string[]): void {
  const reaches = (start: Draft, goal: Draft, seen: Set<Draft>): boolean => {
    if (start === goal) return true;
    if (seen.has(start)) return false;
    seen.add(start);
    return keys.some((key) => key.required && key.owner === start && reaches(key.target, goal, seen));
  };
  for (const key of keys) {
    if (!key.required) continue;
    key.required = false;
    if (!reaches(key.target, key.owner, new Set())) {
      key.required = true;
      continue;
    }
    notes.push(`${key.owner.model.label}, ${key.label}: made optional, or the first record could never be created.`);
  }
}

function inverseLabel(key: Key, keys: readonly Key[]): string {
  const plural = key.owner.model.pluralLabel;
  const siblings = keys.filter((other) => other.owner === key.owner && other.target === key.target);
  if (key.owner === key.target && siblings.length === 1)
    return key.nameParts.join(" ") === "parent" ? `Sub-${inSentence(plural)}` : `${plural} (${inSentence(key.label)})`;
  return siblings.length > 1 ? `${plural} (${inSentence(key.label)})` : plural;
}

/** Adds the reference fields to `drafts[].model.fields`, each at its place. */
export function addReferences(
  drafts: readonly Draft[],
  relationships: readonly PrdRelationship[],
  find: (name: string) => Draft | undefined,
  notes: string[],
): void {
  const keys = collectKeys(drafts, relationships, find);
  breakRequiredCycles(keys, notes);
  for (const owner of drafts) {
    const own = keys.filter((key) => key.owner === owner).sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
    let inserted = 0;
    for (const key of own) {
      if (owner.model.fields.length >= mostColumns) {
        notes.push(
          `${owner.model.label}, ${key.label}: left out, since a record may have at most ${mostColumns} fields.`,
        );
        continue;
      }
      const identifier = claimNames(owner.names, [...key.nameParts, "id"]);
      const field: ResolvedField = {
        ...identifier,
        lineage: [...key.formerly.map((name) => lineageName(words(name))), lineageName(key.nameParts)],
        label: key.label,
        type: "reference",
        required: key.required,
        unique: key.unique,
        reference: {
          model: key.target.model.key,
          onDelete: key.required ? "cascade" : "set null",
          inverseLabel: inverseLabel(key, keys),
        },
      };
      if (key.description !== undefined) field.description = key.description;
      const at = key.at === Number.POSITIVE_INFINITY ? owner.model.fields.length : key.at + inserted;
      owner.model.fields.splice(at, 0, field);
      inserted += 1;
    }
  }
}

/** Many-to-many relationships, one join table each; the same pair told twice under one name is one. */
export function resolveLinks(
  relationships: readonly PrdRelationship[],
  tables: NameRegistry,
  find: (name: string) => Draft | undefined,
): ResolvedLink[] {
  const keys = new NameRegistry(["links", "sqliteTable"]);
  const slugs = new NameRegistry();
  const seen = new Set<string>();
  const links: ResolvedLink[] = [];
  for (const relationship of relationships) {
    const from = find(relationship.from)?.model;
    const to = find(relationship.to)?.model;
    if (relationship.kind !== "many-to-many" || !from || !to) continue;
    const nameParts = words(relationship.name);
    const identity = `${[from.key, to.key].sort().join("|")}|${nameParts.join(" ")}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    const isTwin = (other: PrdRelationship): boolean =>
      other !== relationship &&
      other.kind === "many-to-many" &&
      [find(other.from)?.model.key, find(other.to)?.model.key].toSorted().join() ===
        [from.key, to.key].toSorted().join();
    const parts = [...words(from.key), ...words(to.tableKey)];
    const table = tables.claim(unreservedTable(snakeCase(parts)), "_");
    const named = nameParts.length > 0 ? pluralizeLabel(humanize(relationship.name)) : to.pluralLabel;
    const distinct = from === to || relationships.some(isTwin);
    links.push({
      key: keys.claim(camelCase(parts)),
      slug: slugs.claim(kebabCase(parts), "-"),
      table,
      from: from.key,
      to: to.key,
      fromColumn: from === to ? "from_id" : `${snakeCase(words(from.key))}_id`,
      toColumn: from === to ? "to_id" : `${snakeCase(words(to.key))}_id`,
      fromLabel: distinct ? named : to.pluralLabel,
      toLabel: distinct ? `${from.pluralLabel} (${inSentence(named)})` : from.pluralLabel,
    });
  }
  return links;
}

export const pluralWords = (parts: readonly string[]): string[] =>
  parts.map((part, at) => (at === parts.length - 1 ? pluralize(part) : part));
