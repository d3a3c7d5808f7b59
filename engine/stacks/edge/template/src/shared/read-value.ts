// What a valid value is. Reads what a form holds (strings) as well as what an API client sends (JSON values), so that
// browser and server apply the same rules and say the same words. Without zod, which weighs more than a whole form.
import { today } from "./day.ts";
import { say } from "./say.ts";
import { uploadPattern } from "./uploads.ts";
import type { FieldMeta, FieldType } from "./model.ts";

export type Rule = Pick<FieldMeta, "type" | "min" | "max" | "choices">;
export type ReadValue = { value: unknown } | { problem: string };
type Reader = (given: unknown, rule: Rule) => ReadValue;

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

/** A number beyond it is a slip of the keyboard. */
const largest = 1_000_000_000;

/** Longest data URL that is kept in a record, as earlier versions did: about 200 KB of bytes. */
export const longestDataUrl = 280_000;

/** Asked when it is said, by when the language is known. */
type Words = () => string;

const problem = (text: string): ReadValue => ({ problem: text });

/** A line of text, without its edges, that `isValid` accepts. */
const line =
  (
    longest: number,
    what: Words,
    {
      tooLong,
      complete,
      isValid,
      otherwise = what,
    }: {
      tooLong?: Words;
      complete?: (value: string) => string;
      isValid?: (value: string) => boolean;
      otherwise?: Words;
    } = {},
  ): Reader =>
  (given) => {
    if (typeof given !== "string") return problem(what());
    const value = complete ? complete(given.trim()) : given.trim();
    if (value.length > longest) return problem(tooLong?.() ?? say.tooLong(longest));
    return isValid && !isValid(value) ? problem(otherwise()) : { value };
  };

const matches = (pattern: RegExp) => (value: string) => pattern.test(value);

const toNumber = (given: unknown): unknown => {
  if (typeof given !== "string") return given;
  const plain = given
    .trim()
    .replace(/^\$/, "")
    .replace(/,(?=\d{3})/g, "");
  return Number(plain);
};

const number =
  (what: Words, isValid: (value: number) => boolean, otherwise = what): Reader =>
  (given, { min = -largest, max = largest }) => {
    const value = toNumber(given);
    if (typeof value !== "number" || !Number.isFinite(value)) return problem(what());
    if (value < min) return problem(say.orMore(min));
    if (value > max) return problem(say.orLess(max));
    return isValid(value) ? { value } : problem(otherwise());
  };

const isDay = (value: string): boolean => {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
};

/** The word "today" is read as the current day. */
const date: Reader = (given) => {
  const value = given === "today" ? today() : typeof given === "string" ? given.trim() : given;
  if (typeof value !== "string") return problem(say.enterDate);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return problem(say.dateSuchAs);
  return isDay(value) ? { value } : problem(say.noSuchDay);
};

/** An instant, kept as ISO 8601 in UTC; a time without a zone is read in the zone of whoever reads it. */
const dateTime: Reader = (given) => {
  const time = given === "now" ? new Date() : new Date(typeof given === "string" ? given : Number.NaN);
  return Number.isNaN(time.getTime()) ? problem(say.enterDateTime) : { value: time.toISOString() };
};

const isWebAddress = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return (url?.protocol === "https:" || url?.protocol === "http:") && url.hostname.includes(".");
};

/** `example.com` is completed to `https://example.com`. */
const completeAddress = (value: string): string =>
  value !== "" && !/^[a-z][a-z0-9+.-]*:/i.test(value) ? `https://${value}` : value;

const attachment = (pattern: RegExp, what: Words, otherwise: Words): Reader =>
  line(longestDataUrl, what, {
    tooLong: () => say.uploadTooLarge,
    isValid: (value) => (value.startsWith("data:") ? pattern.test(value) : uploadPattern.test(value) || isWebAddress(value)),
    otherwise,
  });

const boolean: Reader = (given) => {
  const value = given === "true" || given === "on" ? true : given === "false" ? false : given;
  return typeof value === "boolean" ? { value } : problem(say.yesOrNo);
};

const choice: Reader = (given, { choices = [] }) =>
  choices.some(({ value }) => value === given) ? { value: given } : problem(say.oneOfList);

const json: Reader = (given) => {
  const otherwise = problem(say.enterJson);
  let value = given;
  if (typeof given === "string") {
    try {
      value = JSON.parse(given) as unknown;
    } catch {
      return otherwise;
    }
  }
  return typeof value === "object" && value !== null ? { value } : otherwise;
};

const text = line(200, () => say.enterText);
const longText = line(20_000, () => say.enterText);
const email = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

const readers: Readonly<Record<FieldType, Reader>> = {
  text,
  longText,
  richText: longText,
  integer: number(() => say.enterInteger, Number.isInteger),
  decimal: number(
    () => say.enterNumber,
    () => true,
  ),
  /** An amount in the major unit, kept in cents by the database. */
  money: number(
    () => say.enterMoney,
    (amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6,
    () => say.twoDecimals,
  ),
  boolean,
  date,
  dateTime,
  email: line(254, () => say.enterEmail, {
    isValid: matches(email),
    otherwise: () => say.emailSuchAs,
  }),
  url: line(2_000, () => say.enterUrl, {
    complete: completeAddress,
    isValid: isWebAddress,
    otherwise: () => say.urlSuchAs,
  }),
  phone: line(30, () => say.enterPhone, {
    isValid: matches(/^\+?[0-9 ()./-]{5,30}$/),
    otherwise: () => say.phoneSuchAs,
  }),
  color: line(7, () => say.chooseColor, {
    complete: (value) => value.toLowerCase(),
    isValid: matches(/^#[0-9a-f]{6}$/),
    otherwise: () => say.colorSuchAs,
  }),
  enum: choice,
  // No SVG: opened by itself it may run scripts.
  image: attachment(
    /^data:image\/(png|jpeg|gif|webp|avif);base64,/,
    () => say.chooseImage,
    () => say.imageOrAddress,
  ),
  file: attachment(
    /^data:[a-z]+\/[\w.+-]+(;[\w=.-]+)*;base64,/,
    () => say.chooseAFile,
    () => say.fileOrAddress,
  ),
  json,
  /** The id of another record; the server checks that it exists. */
  reference: line(40, () => say.chooseRecord, { tooLong: () => say.chooseRecord }),
};

/** A value that is there: a blank one is refused. */
export const readValue = (rule: Rule, given: unknown): ReadValue =>
  isBlank(given) ? problem(say.required) : readers[rule.type](given, rule);
