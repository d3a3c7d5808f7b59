// A table of a file as a model: fields named by its header, typed by its values, with its first rows as examples.
import { z } from "zod";
import { conventionFor, isUniqueName } from "#engine/architect/field-conventions.ts";
import { sanitiseName } from "#engine/architect/sanitise.ts";
import { singularPhrase, titleCase } from "#engine/architect/words.ts";
import { isSystemField } from "#engine/prd/resolve-field.ts";
import type { PrdField } from "#engine/prd/schema.ts";
import { words } from "#engine/stacks/shared/naming.ts";
import { type CellValue, type InferredTable, UnreadableFile } from "../attachment.ts";
import {
  type CellReader,
  dateReader,
  hasCurrency,
  readBit,
  readBoolean,
  readColor,
  readDateTime,
  readEmail,
  readInteger,
  readLongText,
  readMoney,
  readNumber,
  readPhone,
  readText,
  readUrl,
  type ScalarType,
} from "./cell-types.ts";
import { parseCsv } from "./parse-csv.ts";

/** Rows that come along as example records, and characters of them as JSON. */
const mostRows = 30;
const mostCharacters = 60_000;
const mostFields = 40;
const mostChoices = 12;
/** Below this many rows nothing can be told from repeated values. */
const enoughRows = 5;

export interface TableReading {
  readonly table: InferredTable;
  readonly notes: readonly string[];
}

export function inferTable(source: string, text: string): TableReading {
  const { rows, cut } = parseCsv(text);
  return inferRows(source, rows, cut);
}

/** Records of a JSON file, which are flat and of one kind; null where they are not. */
export function inferRecords(source: string, text: string): TableReading | null {
  const parsed = recordsSchema.safeParse(JSON.parse(text));
  if (!parsed.success) return null;
  const records = parsed.data.slice(0, mostRecords);
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = records.map((record) => columns.map((column) => String(record[column] ?? "").trim()));
  return inferRows(source, [columns, ...rows], records.length < parsed.data.length);
}

const mostRecords = 20_000;
const recordsSchema = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))).min(2);

function inferRows(source: string, all: readonly (readonly string[])[], cut: boolean): TableReading {
  const [first = []] = all;
  if (all.length === 0) throw new UnreadableFile("The table has no rows.");
  const headed = isHeader(first, all.slice(1));
  const rows = headed ? all.slice(1) : all;
  const columns = nameColumns(headed ? first : first.map((_, at) => `Column ${at + 1}`));
  const notes = [
    ...(headed ? [] : ["The first row is no header, so the columns are numbered."]),
    ...(cut ? [`Only the first ${all.length.toLocaleString("en-US")} rows were read.`] : []),
    ...(columns.length > mostFields ? [`Only the first ${mostFields} of ${columns.length} columns were read.`] : []),
  ];
  const read = columns.slice(0, mostFields).flatMap(({ at, name, label }) => {
    const cells = rows.map((row) => row[at] ?? "");
    const column = readColumn(name, cells);
    const field: PrdField = { ...column.field, ...(label !== undefined && { label }) };
    return isSystemField(field) ? [] : [{ at, field, read: column.read }];
  });
  if (read.length === 0) throw new UnreadableFile("The table has no columns that could be read.");
  const records = rows.slice(0, mostRows).map((row): Record<string, CellValue> => {
    const values = read.map(({ at, field, read }) => {
      const cell = row[at] ?? "";
      return [field.name, cell === "" ? null : (read(cell) ?? null)] as const;
    });
    return Object.fromEntries(values);
  });
  let length = 0;
  const kept = records.filter((record) => (length += JSON.stringify(record).length) <= mostCharacters);
  const fields = read.map(({ field }) => field);
  const idColumn = columns.find(({ name }) => name === "id")?.at;
  const ids = idColumn === undefined ? undefined : rows.slice(0, kept.length).map((row) => row[idColumn] ?? "");
  const money = read.filter(({ field }) => field.type === "money").map(({ at }) => at);
  const currency = currencyOf(rows.flatMap((row) => money.map((at) => row[at] ?? "")));
  if (currency !== null) notes.push(`Amounts are in ${currency}.`);
  const table = { source, name: modelName(source), fields, rows: kept, rowCount: rows.length };
  return { table: ids ? { ...table, ids } : table, notes };
}

/** Names stand in a header: no cell is empty, a number, a date or an address, and none stands there twice. */
function isHeader(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  if (rest.length === 0) return true;
  const filled = first.filter((cell) => cell !== "");
  const isValue = (cell: string): boolean =>
    [readNumber, readEmail, readDateTime, readUrl, dateReader(true)].some((read) => read(cell) !== undefined);
  return (
    filled.length >= first.length * 0.6 &&
    filled.every((cell) => cell.length <= 80 && !isValue(cell)) &&
    new Set(filled.map((cell) => cell.toLowerCase())).size === filled.length
  );
}

/** ISO 4217, where every amount that names one names the same; dollars go without saying. */
function currencyOf(cells: readonly string[]): string | null {
  const signs = { "€": "EUR", EUR: "EUR", "£": "GBP", GBP: "GBP" } as const;
  const named = new Set(
    cells.flatMap((cell) => Object.entries(signs).flatMap(([sign, code]) => (cell.includes(sign) ? [code] : []))),
  );
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}

interface Column {
  readonly at: number;
  readonly name: string;
  /** What people read, where the name could not hold it. */
  readonly label?: string;
}

function nameColumns(header: readonly string[]): Column[] {
  const used = new Set<string>();
  return header.map((cell, at) => {
    const parts = words(cell)
      .join(" ")
      .replace(/\be mail\b/, "email")
      .slice(0, 50)
      .trim();
    const base = /[a-z]/.test(parts) ? parts : `column ${at + 1}`;
    let name = base;
    for (let twin = 2; used.has(name); twin += 1) name = `${base} ${twin}`;
    used.add(name);
    const label = sanitiseName(cell, 60, "");
    const foreign = /[^\u0000-\u007f]/.test(label); // oxlint-disable-line eslint/no-control-regex
    return { at, name, ...(foreign && { label }) };
  });
}

function readColumn(name: string, cells: readonly string[]): { field: PrdField; read: CellReader } {
  const values = cells.filter((cell) => cell !== "");
  const required = values.length === cells.length && cells.length > 0;
  const distinct = new Set(values);
  const { type, read } = typeOf(name, values, distinct);
  const codes = isUniqueName(name) || (type === "email" && values.length >= enoughRows);
  const unique = codes && distinct.size === values.length && ["text", "email", "integer"].includes(type);
  const field: PrdField = { name, type, required, unique };
  if (type === "enum") field.values = [...distinct];
  return { field, read };
}

/** Types in the order in which they are tried: the narrowest first. */
function typeOf(
  name: string,
  values: readonly string[],
  distinct: ReadonlySet<string>,
): { type: ScalarType; read: CellReader } {
  const convention = conventionFor(name);
  const fits = (read: CellReader): boolean => values.every((cell) => read(cell) !== undefined);
  const named = (type: ScalarType): boolean => convention.type === type;
  // Nothing to go by but the name.
  if (values.length === 0) {
    const plain = ["longText", "date", "email", "phone", "url"].includes(convention.type);
    return { type: plain ? (convention.type as ScalarType) : "text", read: readText };
  }
  const dayFirst = !fits(dateReader(false)) || (fits(dateReader(true)) && values.some((cell) => cell.includes(".")));
  const isCode = isUniqueName(name) || /\b(id|zip|postcode|postal code|code)$/.test(name);
  const candidates: readonly (readonly [ScalarType, CellReader, boolean])[] = [
    ["boolean", named("boolean") ? readBit : readBoolean, true],
    ["money", readMoney, named("money") || values.every(hasCurrency)],
    ["integer", readInteger, !isCode],
    ["decimal", readNumber, !isCode],
    ["dateTime", readDateTime, true],
    ["date", dateReader(dayFirst), true],
    ["email", readEmail, true],
    ["url", readUrl, true],
    ["color", readColor, true],
    ["phone", readPhone, named("phone") || values.every((cell) => /^\+\d/.test(cell))],
  ];
  for (const [type, read, allowed] of candidates) if (allowed && fits(read)) return { type, read };
  const isChoice =
    values.length >= enoughRows &&
    distinct.size <= Math.min(mostChoices, values.length / 2) &&
    [...distinct].every((cell) => cell.length <= 40 && readText(cell) !== undefined) &&
    distinct.size > 1 &&
    // Cities and companies repeat as well, and tomorrow there is another one.
    !(convention.type === "text" && convention.certain) &&
    (convention.type === "enum" || (distinct.size <= values.length / 3 && !isCode && !/name|title/.test(name)));
  if (isChoice) return { type: "enum", read: readText };
  return fits(readText) && convention.type !== "longText"
    ? { type: "text", read: readText }
    : { type: "longText", read: readLongText };
}

const notNames = new Set(
  "export exported data list sheet final copy table report dump all my our new old latest current sample example test file csv tsv db backup master full".split(
    " ",
  ),
);

/** "customers_export-2026-05 (2).csv" → "Customer". */
export function modelName(source: string): string {
  const file = source.split("/").at(-1) ?? source;
  const parts = words(file.replace(/\.[a-z0-9]{1,5}$/i, "")).filter(
    (word) => !notNames.has(word) && !/\d/.test(word) && word.length > 1,
  );
  const name = sanitiseName(singularPhrase(parts.slice(-3)), 40, "");
  return name === "" ? "Record" : titleCase(name);
}
