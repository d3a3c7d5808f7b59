// The shape of the table in `models.ts` that lists, forms, detail pages and the API are driven by.

export type FieldType =
  | "text"
  | "longText"
  | "richText"
  | "integer"
  | "decimal"
  | "money"
  | "boolean"
  | "date"
  | "dateTime"
  | "email"
  | "url"
  | "phone"
  | "color"
  | "enum"
  | "image"
  | "file"
  | "json"
  | "reference";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ReferenceMeta {
  /** Key of the model pointed to. */
  readonly model: string;
  /** What happens to this record when the other one is deleted. */
  readonly onDelete: "cascade" | "set null";
  /** Title of the list of these records on the other's page. */
  readonly inverseLabel: string;
}

export interface FieldMeta {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly unique?: boolean;
  readonly help?: string;
  readonly choices?: readonly Choice[];
  readonly min?: number;
  readonly max?: number;
  /** Value of a new record; "today" and "now" are understood for dates. */
  readonly initial?: string | number | boolean;
  /** Present exactly when `type` is "reference". */
  readonly reference?: ReferenceMeta;
}

export type Tone = "info" | "success" | "warning" | "danger";

/** Shown on a record when the comparison holds. The other side is `value` or another field. */
export interface BadgeMeta {
  readonly slug: string;
  readonly label: string;
  readonly tone: Tone;
  readonly field: string;
  readonly operator: "<" | "<=" | "=" | ">=" | ">" | "before-today" | "after-today";
  readonly value?: string | number | boolean;
  readonly otherField?: string;
  /** Not shown while this field has one of these values; without values, while it has any. */
  readonly unless?: { readonly field: string; readonly values?: readonly (string | boolean)[] };
}

export interface ModelMeta {
  readonly key: string;
  /** First segment of its pages, and of its API below /api. */
  readonly slug: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly description: string;
  readonly icon: string;
  /** Fields whose values name a record; "id" when there is nothing better. */
  readonly titleFields: readonly string[];
  /** How its list is looked at first, where that is not the table; the names are those of views.ts. */
  readonly view?: "cards" | "board" | "calendar" | "gallery";
  /** How its list is ordered until someone chooses: "name", or "-name" for descending; newest first without it. */
  readonly order?: string;
  readonly fields: readonly FieldMeta[];
  readonly badges: readonly BadgeMeta[];
}

/** A many-to-many relationship. */
export interface LinkMeta {
  readonly slug: string;
  readonly from: string;
  readonly to: string;
  /** Title of the list of `to` records on a `from` page, and the reverse. */
  readonly fromLabel: string;
  readonly toLabel: string;
}

/** A related record as answers carry it: enough to show and to link. */
export interface RecordLabel {
  readonly id: string;
  readonly label: string;
}

/** A record as the API answers it. `_refs` names the records that its reference fields point to. */
export type ApiRecord = {
  id: string;
  createdAt: string;
  updatedAt: string;
  _label: string;
  _refs: Record<string, RecordLabel>;
} & { [field: string]: unknown };

export interface ApiPage {
  items: ApiRecord[];
  total: number;
  page: number;
  pageSize: number;
}

/** `_deletedToo` counts the records that its deletion took along and that come back with it. */
export type TrashedRecord = ApiRecord & { _deletedAt: string; _deletedToo: number };

export interface TrashPage {
  items: TrashedRecord[];
  total: number;
  page: number;
  pageSize: number;
}

/** What became of one record of a batch. */
export type BatchResult = { id: string } | { message: string; fields: Record<string, string> };

export interface ApiErrorBody {
  error: {
    code: string;
    message: string;
    fields?: Record<string, string>;
    /** The record as it is now, when it changed since it was read. */
    current?: ApiRecord;
    requestId?: string;
  };
}

export interface Dashboard {
  models: { model: string; count: number; newThisWeek: number }[];
  badges: { model: string; badge: string; count: number }[];
  breakdowns: { model: string; field: string; slices: { value: string | null; count: number }[] }[];
  /** New records by week, the oldest week first. */
  trends: { model: string; weeks: { start: string; count: number }[] }[];
  totals: { model: string; field: string; sum: number; average: number }[];
  recent: { model: string; id: string; label: string; createdAt: string }[];
}
