// The PRD after every name, reference and default was made safe: what the stacks generate from.
// Invariants: keys are unique ASCII identifiers, columns and tables unique without regard to case, slugs unique URL
// segments, every reference points to a model of the app, defaults and bounds fit their type, and no cycle of required
// references exists, so that a first record of every model can be created.
import type { AccessAction, FieldType, ListViewId, Prd, PrdBadge } from "./schema.ts";

export interface ResolvedReference {
  /** Key of the model pointed to. */
  model: string;
  /** What happens to this record when the other is deleted. */
  onDelete: "cascade" | "set null";
  /** Title of the list of these records on the other's page. */
  inverseLabel: string;
}

export interface ResolvedField {
  key: string;
  column: string;
  /** Its names in normal form, oldest first, the present one last: what it continues in an older version. */
  lineage: readonly string[];
  label: string;
  description?: string;
  type: FieldType;
  required: boolean;
  unique: boolean;
  /** "today" and "now" are understood for `date` and `dateTime`. */
  default?: string | number | boolean;
  values?: { value: string; label: string }[];
  min?: number;
  max?: number;
  /** Present exactly when `type` is `reference`. */
  reference?: ResolvedReference;
}

export interface ResolvedBadge {
  slug: string;
  label: string;
  tone: PrdBadge["tone"];
  field: string;
  operator: PrdBadge["operator"];
  value?: number | string | boolean;
  otherField?: string;
  /** Not shown while this field has one of these values; without values, while it has any. */
  unless?: { field: string; values?: (string | boolean)[] };
}

/** Counted from the day on which the example records are stored; minutes after its midnight (UTC). */
export interface RelativeTime {
  readonly days: number;
  readonly minutes: number;
}

/** Money in the major unit, dates and instants as ISO 8601 or relative. */
export type ExampleValue = string | number | boolean | RelativeTime | null;

export interface ResolvedModel {
  /** camelCase singular: "stockMovement". */
  key: string;
  /** As a field's. */
  lineage: readonly string[];
  typeName: string;
  /** Name of the table's constant: "stockMovements". */
  tableKey: string;
  table: string;
  slug: string;
  label: string;
  pluralLabel: string;
  description: string;
  /** How its list is looked at first. */
  view?: ListViewId;
  /** How its list is ordered at first, as the list's API is asked: "name", or "-name" for descending. */
  order?: string;
  fields: ResolvedField[];
  /** Keys of the fields whose values name a record; never empty, "id" when nothing better exists. */
  titleFields: string[];
  badges: ResolvedBadge[];
  /** Records to begin with, by the keys of `fields`; without any they are made up. */
  examples?: readonly Readonly<Record<string, ExampleValue>>[];
  /** For each of `examples`: by the key of a reference field, which example of the other model it points to, from 0. */
  exampleParents?: readonly ReadonlyMap<string, number>[];
}

/** A many-to-many relationship. */
export interface ResolvedLink {
  key: string;
  slug: string;
  table: string;
  from: string;
  to: string;
  fromColumn: string;
  toColumn: string;
  /** Title of the list of `to` records on a `from` page, and the reverse. */
  fromLabel: string;
  toLabel: string;
}

export type ResolvedPermissions = Partial<Record<AccessAction, "all" | "own">>;

export interface ResolvedRole {
  /** camelCase and unique without regard to case: "frontDesk". */
  key: string;
  label: string;
  description: string;
  /** Exactly one role administrates; it may everything, and `may` is empty. */
  isAdmin: boolean;
  /** By the key of the model; a model that is missing is out of reach. Who may change records may read them as well. */
  may: Readonly<Record<string, ResolvedPermissions>>;
}

export interface ResolvedAccess {
  signUp: "open" | "invited";
  /** Key of the role that new accounts get; administrates only when there is no other and nobody may sign up alone. */
  defaultRole: string;
  /** The administrator's first, the others in the PRD's order. */
  roles: ResolvedRole[];
  /** Keys of the models that people without an account may read. */
  publicModels: string[];
}

export interface ResolvedApp {
  prd: Prd;
  slug: string;
  models: ResolvedModel[];
  links: ResolvedLink[];
  /** Absent: no accounts. */
  access?: ResolvedAccess;
  /** What was changed to make the PRD buildable; shown to the user, one sentence each. */
  notes: string[];
}
