// The ways a model's list can be looked at, chosen from its fields.
import { locale } from "./app.ts";
import type { FieldMeta, ModelMeta } from "./model.ts";

export const viewIds = ["table", "cards", "board", "calendar", "gallery"] as const;
export type ViewId = (typeof viewIds)[number];

export interface ListView {
  readonly id: ViewId;
  /** The fields it can be made of, the most telling first; empty for the table and for cards. */
  readonly fields: readonly FieldMeta[];
}

/** More columns than this are no board any more. */
const mostColumns = 8;
const stages = /status|stage|state|phase|progress|priority|column/i;
/** A calendar of birthdays long past helps nobody. */
const pastDates = /birth|founded|hired|joined/i;

const first = (fields: readonly FieldMeta[], isBetter: (field: FieldMeta) => boolean): FieldMeta[] =>
  fields.toSorted((a, b) => Number(isBetter(b)) - Number(isBetter(a)));

export function viewsOf(model: ModelMeta): ListView[] {
  const choices = model.fields.filter(
    ({ type, choices }) =>
      type === "enum" && choices !== undefined && choices.length > 1 && choices.length <= mostColumns,
  );
  const dates = model.fields.filter(
    ({ type, key }) => (type === "date" || type === "dateTime") && !pastDates.test(key),
  );
  const views: ListView[] = [
    { id: "table", fields: [] },
    { id: "cards", fields: [] },
    { id: "board", fields: first(choices, ({ key }) => stages.test(key)) },
    { id: "calendar", fields: first(dates, ({ required }) => required) },
    { id: "gallery", fields: model.fields.filter(({ type }) => type === "image") },
  ];
  return views.filter(({ id, fields }) => id === "table" || fields.length > 0 || (id === "cards" && model.view === id));
}

export interface ChosenView {
  readonly id: ViewId;
  /** What it is made of. The table and cards have none. */
  readonly field: FieldMeta | undefined;
}

/** What a list's address without `?view=` shows. */
export const firstView = (model: ModelMeta): ViewId => model.view ?? "table";

/** `?view=board&view.by=status`; anything else is what the model is looked at as first. */
export function chosenView(model: ModelMeta, query: URLSearchParams): ChosenView {
  const views = viewsOf(model);
  const view = views.find(({ id }) => id === query.get("view")) ?? views.find(({ id }) => id === firstView(model));
  if (!view) return { id: "table", field: undefined };
  return { id: view.id, field: view.fields.find(({ key }) => key === query.get("view.by")) ?? view.fields[0] };
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** 0 is Sunday. */
export const firstDayOfWeek = locale.endsWith("US") ? 0 : 1;

/** The day of a local time: "2026-03-14". */
export const localDay = (time: Date): string =>
  `${time.getFullYear()}-${twoDigits(time.getMonth() + 1)}-${twoDigits(time.getDate())}`;

export const thisDay = (): string => localDay(new Date());

/** The day a value of a date field falls on, in the zone of whoever looks. */
export function dayOf(field: FieldMeta, value: unknown): string {
  if (typeof value !== "string") return "";
  return field.type === "date" ? value : localDay(new Date(value));
}

/** "2026-03" of `?view.month=`, or the current month. */
export function chosenMonth(query: URLSearchParams): string {
  const month = query.get("view.month") ?? "";
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : thisDay().slice(0, 7);
}

export const monthAfter = (month: string, step: number): string => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return localDay(new Date(year, number - 1 + step, 1)).slice(0, 7);
};

/** Whole weeks around the month, each of seven days. `firstDay` 0 is Sunday. */
export function weeksOf(month: string, firstDay: number): string[][] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const lead = (new Date(year, number - 1, 1).getDay() - firstDay + 7) % 7;
  const days = new Date(year, number, 0).getDate();
  return Array.from({ length: Math.ceil((lead + days) / 7) }, (_week, week) =>
    Array.from({ length: 7 }, (_day, day) => localDay(new Date(year, number - 1, 1 - lead + week * 7 + day))),
  );
}

const ranged = new Set<FieldMeta["type"]>(["integer", "decimal", "money", "date", "dateTime"]);
export const isRanged = ({ type }: FieldMeta): boolean => ranged.has(type);

/** The parameters of the address that filter by a field. */
export const filterParameters = (field: FieldMeta): string[] =>
  isRanged(field) ? [`${field.key}.from`, `${field.key}.to`] : [field.key];

/** Parameters of the address that do not narrow the list. */
export const isFilter = (name: string): boolean =>
  !["page", "pageSize", "sort"].includes(name) && !/^view(\.|$)/.test(name);

/** What the address asks for, as the API understands it: days become instants where a field holds instants. */
export function apiQuery(model: ModelMeta, query: URLSearchParams): URLSearchParams {
  const asked = new URLSearchParams([...query].filter(([name]) => !/^view(\.|$)/.test(name)));
  for (const { key, type } of model.fields) {
    if (type !== "dateTime") continue;
    for (const [name, time] of [
      [`${key}.from`, "T00:00:00.000"],
      [`${key}.to`, "T23:59:59.999"],
    ] as const) {
      const local = new Date(`${asked.get(name)}${time}`);
      if (asked.has(name) && !Number.isNaN(local.getTime())) asked.set(name, local.toISOString());
    }
  }
  return asked;
}

const boardSize = "100";
const gallerySize = "24";

/** The query of a view: a board and a calendar show what they find at once, a gallery in larger pages. */
export function viewQuery(model: ModelMeta, query: URLSearchParams): URLSearchParams {
  const { id, field } = chosenView(model, query);
  const asked = new URLSearchParams(query);
  if (id === "gallery" || id === "cards") asked.set("pageSize", gallerySize);
  if (id === "board" || id === "calendar") {
    asked.delete("page");
    asked.set("pageSize", boardSize);
  }
  if (id === "calendar" && field) {
    const days = weeksOf(chosenMonth(query), firstDayOfWeek).flat();
    asked.set(`${field.key}.from`, days[0] ?? "");
    asked.set(`${field.key}.to`, days.at(-1) ?? "");
    asked.set("sort", field.key);
  }
  return apiQuery(model, asked);
}
