// How a domain family is written down. The files of this folder are data; `index.ts` compiles them.
import type { FieldType, PrdBadge, PrdField, RelationshipKind } from "#engine/prd/schema.ts";
import { fieldTypes } from "#engine/prd/schema.ts";
import { enumValuesFor } from "../enum-values.ts";
import { conventionFor, isUniqueName } from "../field-conventions.ts";

export interface EntityData {
  readonly name: string;
  /** Singular, lower case; the entity's own name is always one of them. */
  readonly aliases?: readonly string[];
  readonly plural?: string;
  readonly about: string;
  /** Fields separated by ";": `name*` required, `sku!` unique, `:type`, `(A|B)` choices, `=default`, `[min..max]`. */
  readonly fields: string;
  /** Entities this one points to: "Supplier", "Customer*" (required), "Employee as manager", "Team as home team". */
  readonly belongsTo?: readonly string[];
  /** Entities this one is linked with many to many. */
  readonly linkedTo?: readonly string[];
  /** Shared labels such as tags: "a post has many tags" is then many-to-many. */
  readonly shared?: boolean;
  readonly badges?: readonly BadgeData[];
}
export type BadgeData = Omit<PrdBadge, "model"> & { readonly cues?: readonly string[] };

export interface FamilyData {
  readonly id: string;
  readonly title: string;
  /** The wider domains that it is a special case of, with spaces between them: what speaks for schools speaks for a driving school, once it is one. */
  readonly within?: string;
  /** Words and phrases (singular, lower case) that show that a prompt is about this. */
  readonly cues: readonly string[];
  /** Entities for a prompt that names the domain and little else. */
  readonly core: readonly string[];
  readonly audience: string;
  readonly entities: readonly EntityData[];
}

export interface CatalogueRelation {
  readonly from: string;
  readonly to: string;
  readonly kind: RelationshipKind;
  readonly name: string;
  readonly required: boolean;
}

export interface CatalogueEntity {
  readonly family: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly plural: string | undefined;
  readonly about: string;
  readonly fields: readonly PrdField[];
  readonly relations: readonly CatalogueRelation[];
  readonly shared: boolean;
  readonly badges: readonly BadgeData[];
}

export function compileEntity(family: string, data: EntityData): CatalogueEntity {
  const relations: CatalogueRelation[] = [
    ...(data.belongsTo ?? []).map((spec) => {
      const [target = "", role] = spec.split(" as ");
      const from = target.replace("*", "");
      return {
        from,
        to: data.name,
        kind: "one-to-many" as const,
        name: role ?? from.toLowerCase(),
        required: target.endsWith("*"),
      };
    }),
    ...(data.linkedTo ?? []).map((to) => {
      return { from: data.name, to, kind: "many-to-many" as const, name: to.toLowerCase(), required: false };
    }),
  ];
  return {
    family,
    name: data.name,
    aliases: [...new Set([data.name.toLowerCase(), ...(data.aliases ?? [])])],
    plural: data.plural,
    about: data.about,
    fields: data.fields.split(";").map((spec) => parseFieldSpec(data.name, spec.trim())),
    relations,
    shared: data.shared ?? false,
    badges: data.badges ?? [],
  };
}

const specPattern = /^([^*!:(=[]+)([*!]*)(?::(\w+))?(?:\(([^)]*)\))?(?:\[(-?[\d.]+)?\.\.(-?[\d.]+)?\])?(?:=(.+))?$/;

export function parseFieldSpec(entity: string, spec: string): PrdField {
  const match = specPattern.exec(spec);
  if (match === null)
    throw new Error(`The catalogue's field "${spec}" of ${entity} does not follow the notation in family.ts.`);
  const [, rawName = "", marks = "", rawType, choices, min, max, initial] = match;
  const name = rawName.trim();
  const convention = conventionFor(name);
  const named = fieldTypes.find((type): type is FieldType => type === rawType);
  const type = named ?? (choices === undefined ? convention.type : "enum");
  const values = type === "enum" ? (choices?.split("|") ?? enumValuesFor(entity, name)) : undefined;
  const low = min === undefined ? (type === convention.type ? convention.min : undefined) : Number(min);
  const high = max === undefined ? (type === convention.type ? convention.max : undefined) : Number(max);
  const value = initial ?? (type === "enum" ? values?.[0] : undefined);
  return {
    name,
    type,
    required: marks.includes("*"),
    unique: marks.includes("!") || (type === "text" && isUniqueName(name)),
    ...(value === undefined ? {} : { default: typedDefault(type, value) }),
    ...(values === undefined ? {} : { values: [...values] }),
    ...(low === undefined ? {} : { min: low }),
    ...(high === undefined ? {} : { max: high }),
  };
}

function typedDefault(type: FieldType, value: string): string | number | boolean {
  if (type === "boolean") return value === "true";
  if (type === "integer" || type === "decimal" || type === "money") return Number(value);
  return value;
}
