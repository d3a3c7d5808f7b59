// How values read, in lists, details and labels. One place, so that a date looks the same everywhere.
import { currency } from "./app.ts";
import { perLocale } from "./locale.ts";
import type { FieldMeta } from "./model.ts";
import { say } from "./say.ts";
import { isUpload, uploadName } from "./uploads.ts";

export { inSentence } from "./in-sentence.ts";
export { formatCount } from "./locale.ts";

const integerFormat = perLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const decimalFormat = perLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }));
const moneyFormat = perLocale((locale) => new Intl.NumberFormat(locale, { style: "currency", currency }));
/** Nobody names the cents of a house. */
const wholeMoneyFormat = perLocale(
  (locale) => new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 }),
);
const wholeFrom = 10_000;
// A date has no zone: it is formatted in the one it is parsed in.
const dateFormat = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }));
const dateTimeFormat = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }),
);
const relativeFormat = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

const isWhole = (amount: number): boolean => Math.abs(amount) >= wholeFrom && Number.isInteger(amount);

function formatTime(value: unknown, format: Intl.DateTimeFormat): string {
  const time = new Date(String(value));
  return Number.isNaN(time.getTime()) ? String(value) : format.format(time);
}

export const formatDateTime = (value: string): string => formatTime(value, dateTimeFormat());

const spans: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "3 days ago", "in 2 hours", "now". */
export function formatRelative(value: string, now: Date = new Date()): string {
  const seconds = Math.round((new Date(value).getTime() - now.getTime()) / 1_000);
  for (const [unit, size] of spans) {
    if (Math.abs(seconds) >= size) return relativeFormat().format(Math.trunc(seconds / size), unit);
  }
  return relativeFormat().format(0, "second");
}

/** "Published year: 1998" names a year; "kilometres per year" counts. */
const isYear = ({ label }: FieldMeta, value: number): boolean =>
  /\byear\b/i.test(label) && !/\b(?:per|a|each|every) year\b/i.test(label) && value >= 1000 && value < 3000;

/** A value as one line of text; empty for a missing one. References are named by the caller. */
export function formatValue(field: FieldMeta, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  switch (field.type) {
    case "integer":
      return isYear(field, Number(value)) ? String(value) : integerFormat().format(Number(value));
    case "decimal":
      return decimalFormat().format(Number(value));
    case "money":
      return (isWhole(Number(value)) ? wholeMoneyFormat() : moneyFormat()).format(Number(value));
    case "boolean":
      return value === true ? say.yes : say.no;
    case "date":
      return formatTime(value, dateFormat());
    case "dateTime":
      return formatTime(value, dateTimeFormat());
    case "enum":
      return field.choices?.find((choice) => choice.value === value)?.label ?? String(value);
    case "json":
      return JSON.stringify(value);
    case "image":
    case "file":
      return String(value).startsWith("data:")
        ? say.uploadedFile
        : isUpload(String(value))
          ? uploadName(String(value))
          : String(value);
    default:
      return String(value);
  }
}

/** "1 product", "3 products". */
export const countOf = (count: number, model: { label: string; pluralLabel: string }): string =>
  say.countOf(count, model);
