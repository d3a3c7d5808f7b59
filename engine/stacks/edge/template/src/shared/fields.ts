// Building blocks of the schemas in `schemas.ts`. They read what a form holds (strings) as well as what an API client
// sends (JSON values), so that browser and server apply the same rules and say the same words.
import { z } from "zod";
import { today } from "./day.ts";

// Zod would compile schemas with eval, which the content security policy and the edge refuse.
z.config({ jitless: true });

const trimmed = (value: unknown): unknown => (typeof value === "string" ? value.trim() : value);
const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

const required = "This field is required.";
const messageFor =
  (message: string) =>
  (issue: { input?: unknown }): string =>
    isBlank(issue.input) ? required : message;

/** Blank becomes null. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (isBlank(value) ? null : value), schema.nullable());

/** A missing value becomes `value`; a blank one is still checked. */
export const withDefault = <Schema extends z.ZodType>(schema: Schema, value: unknown) =>
  z.preprocess((given) => (given === undefined ? value : given), schema);

const line = (message: string) => z.string({ error: messageFor(message) }).min(1, required);

export const text = () => z.preprocess(trimmed, line("Enter text.").max(200, "Use at most 200 characters."));

export const longText = () => z.preprocess(trimmed, line("Enter text.").max(20_000, "Use at most 20,000 characters."));

/** Markdown. */
export const richText = longText;

const toNumber = (value: unknown): unknown => {
  if (typeof value !== "string") return value;
  const plain = value
    .trim()
    .replace(/^\$/, "")
    .replace(/,(?=\d{3})/g, "");
  return plain === "" ? undefined : Number(plain);
};

export interface Bounds {
  min?: number;
  max?: number;
}

function bounded(schema: z.ZodNumber, { min = -1_000_000_000, max = 1_000_000_000 }: Bounds): z.ZodNumber {
  return schema
    .min(min, `Enter ${min.toLocaleString("en-US")} or more.`)
    .max(max, `Enter ${max.toLocaleString("en-US")} or less.`);
}

export const integer = (bounds: Bounds = {}) =>
  z.preprocess(
    toNumber,
    bounded(z.number({ error: messageFor("Enter a whole number.") }).int("Enter a whole number."), bounds),
  );

export const decimal = (bounds: Bounds = {}) =>
  z.preprocess(toNumber, bounded(z.number({ error: messageFor("Enter a number.") }), bounds));

/** An amount in the major unit, kept in cents by the database. */
export const money = (bounds: Bounds = {}) =>
  z.preprocess(
    toNumber,
    bounded(z.number({ error: messageFor("Enter an amount such as 12.50.") }), bounds).refine(
      (amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6,
      "Use at most two decimals.",
    ),
  );

export const boolean = () =>
  z.preprocess(
    (value) => (value === "true" || value === "on" ? true : value === "false" ? false : value),
    z.boolean({ error: messageFor("Choose yes or no.") }),
  );

export { today };

const isDate = (value: string): boolean => {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
};

/** "2026-03-14"; the word "today" is read as the current day. */
export const date = () =>
  z.preprocess(
    (value) => (value === "today" ? today() : trimmed(value)),
    line("Enter a date.")
      .regex(/^\d{4}-\d{2}-\d{2}$/, "Enter a date such as 2026-03-14.")
      .refine(isDate, "This day does not exist."),
  );

/** An instant, kept as ISO 8601 in UTC; a time without a zone is read in the zone of whoever reads it. */
export const dateTime = () =>
  z.preprocess(
    (value) => {
      if (typeof value !== "string" || isBlank(value)) return value;
      const time = value === "now" ? new Date() : new Date(value);
      return Number.isNaN(time.getTime()) ? "invalid" : time.toISOString();
    },
    line("Enter a date and time.").refine((value) => value !== "invalid", "Enter a date and time."),
  );

export const email = () =>
  z.preprocess(
    trimmed,
    line("Enter an e-mail address.")
      .max(254, "Use at most 254 characters.")
      .pipe(z.email("Enter an e-mail address such as name@example.com.")),
  );

const isWebAddress = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return (url?.protocol === "https:" || url?.protocol === "http:") && url.hostname.includes(".");
};

/** `example.com` is completed to `https://example.com`. */
export const url = () =>
  z.preprocess(
    (value) => {
      const address = trimmed(value);
      return typeof address === "string" && address !== "" && !/^[a-z][a-z0-9+.-]*:/i.test(address)
        ? `https://${address}`
        : address;
    },
    line("Enter a web address.")
      .max(2_000, "Use at most 2,000 characters.")
      .refine(isWebAddress, "Enter a web address such as https://example.com."),
  );

export const phone = () =>
  z.preprocess(
    trimmed,
    line("Enter a phone number.").regex(/^\+?[0-9 ()./-]{5,30}$/, "Enter a phone number such as +1 555 010 2030."),
  );

export const color = () =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.trim().toLowerCase() : value),
    line("Choose a colour.").regex(/^#[0-9a-f]{6}$/, "Enter a colour such as #0f766e."),
  );

export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: messageFor("Choose one of the listed values.") });

/** Longest data URL that is kept in the database: about 200 KB of bytes. */
export const longestDataUrl = 280_000;

const isAttachment = (pattern: RegExp) => (value: string) =>
  value.startsWith("data:") ? pattern.test(value) : isWebAddress(value);

const attachment = (pattern: RegExp, what: string) =>
  z.preprocess(
    trimmed,
    line(`Choose ${what}.`)
      .max(longestDataUrl, "Use at most 200 KB, or link to a web address.")
      .refine(isAttachment(pattern), `Choose ${what}, or enter a web address.`),
  );

// No SVG: opened by itself it may run scripts.
export const image = () => attachment(/^data:image\/(png|jpeg|gif|webp|avif);base64,/, "an image");
export const file = () => attachment(/^data:[a-z]+\/[\w.+-]+(;[\w=.-]+)*;base64,/, "a file");

export const json = () =>
  z.preprocess(
    (value) => {
      if (typeof value !== "string" || isBlank(value)) return value;
      try {
        return JSON.parse(value) as unknown;
      } catch {
        return "invalid";
      }
    },
    z.custom<object>((value) => typeof value === "object" && value !== null, {
      error: messageFor('Enter a JSON object or list, such as {"size": 3}.'),
    }),
  );

/** The id of another record; the server checks that it exists. */
export const reference = () => line("Choose a record.").max(40, "Choose a record.");
