// What kind of value a column's cells are, and the cells as such values. A type fits only when every cell that is not
// empty can be read as it, so that no row of the file is lost to a guess.
import type { FieldType } from "#engine/prd/schema.ts";
import type { CellValue } from "../attachment.ts";

export type CellReader = (cell: string) => CellValue | undefined;

/** The API of a generated app refuses numbers beyond it. */
const largest = 1_000_000_000;
const currency = /^(?:[$€£¥₹]|USD|EUR|GBP|CHF)\s*|\s*(?:[$€£¥₹]|USD|EUR|GBP|CHF)$/gi;

const yes = /^(yes|y|true|x|✓)$/i;
const no = /^(no|n|false)$/i;

export const readBoolean: CellReader = (cell) => (yes.test(cell) ? true : no.test(cell) ? false : undefined);
/** 1 and 0 are yes and no only in a column whose name says so. */
export const readBit: CellReader = (cell) => (cell === "1" ? true : cell === "0" ? false : readBoolean(cell));

/** "1,234.50", "1.234,50", "12 %" and "-3"; a number with leading zeros is a code. */
export const readNumber: CellReader = (cell) => {
  const bare = cell.replace(/\s*%$/, "").replace(/[\u00a0\u202f ](?=\d{3}(?:\D|$))/g, "");
  if (/^[+-]?0\d/.test(bare)) return undefined;
  const english = /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;
  const continental = /^[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/;
  const plain = english.test(bare)
    ? bare.replaceAll(",", "")
    : continental.test(bare)
      ? bare.replaceAll(".", "").replace(",", ".")
      : null;
  const value = plain === null ? Number.NaN : Number(plain);
  return Number.isFinite(value) && Math.abs(value) <= largest ? value : undefined;
};

export const readInteger: CellReader = (cell) => {
  const value = readNumber(cell);
  return typeof value === "number" && Number.isInteger(value) && !cell.includes("%") ? value : undefined;
};

export const readMoney: CellReader = (cell) => {
  const value = readNumber(cell.replace(currency, "").trim());
  return typeof value === "number" ? Math.round(value * 100) / 100 : undefined;
};

export const hasCurrency = (cell: string): boolean => cell.search(currency) !== -1 && /\d/.test(cell);

/** `dayFirst`: how "03/04/2026" is meant. */
export function dateReader(dayFirst: boolean): CellReader {
  return (cell) => {
    const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell);
    if (iso) return isoDay(iso[1], iso[2], iso[3]);
    const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(cell);
    if (parts) return dayFirst ? isoDay(parts[3], parts[2], parts[1]) : isoDay(parts[3], parts[1], parts[2]);
    const written = /^(?:(\d{1,2})\.? ([a-z]{3,9})\.?,? (\d{4})|([a-z]{3,9})\.? (\d{1,2}),? (\d{4}))$/i.exec(cell);
    if (!written) return undefined;
    const month = months.indexOf((written[2] ?? written[4] ?? "").slice(0, 3).toLowerCase()) + 1;
    return month === 0 ? undefined : isoDay(written[3] ?? written[6], String(month), written[1] ?? written[5]);
  };
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function isoDay(year = "", month = "", day = ""): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}

/** An instant; without a zone it is taken as UTC, so that the same file always gives the same. */
export const readDateTime: CellReader = (cell) => {
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?$/.exec(cell);
  if (!parts) return undefined;
  const zone = parts[5] ?? "Z";
  const time = Date.parse(
    `${parts[1]}T${parts[2]}${parts[3] ?? ":00"}${zone === "Z" ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`}`,
  );
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

const emailPattern =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;
export const readEmail: CellReader = (cell) => (cell.length <= 254 && emailPattern.test(cell) ? cell : undefined);

export const readUrl: CellReader = (cell) => {
  if (!/^(https?:\/\/|www\.)/i.test(cell) || cell.length > 2_000) return undefined;
  const full = /^www\./i.test(cell) ? `https://${cell}` : cell;
  return URL.canParse(full) && new URL(full).hostname.includes(".") ? full : undefined;
};

/** Only in a column whose name says so, or when every number has its plus sign. */
export const readPhone: CellReader = (cell) => (/^\+?[0-9 ()./-]{5,30}$/.test(cell) ? cell : undefined);
export const readColor: CellReader = (cell) => (/^#[0-9a-f]{6}$/i.test(cell) ? cell.toLowerCase() : undefined);

const longestLine = 200;
const longestProse = 2_000;
export const readText: CellReader = (cell) => (cell.length <= longestLine && !/[\r\n]/.test(cell) ? cell : undefined);
export const readLongText: CellReader = (cell) => cell.slice(0, longestProse).toWellFormed();

export type ScalarType = Exclude<FieldType, "reference" | "image" | "file" | "json" | "richText">;
