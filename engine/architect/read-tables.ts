// Tables of attached files as models: their columns are the fields, their rows the example records.
import type { AttachmentKind, CellValue, InferredTable } from "#engine/attachments/attachment.ts";
import type { PrdField, PrdModel } from "#engine/prd/schema.ts";
import { type FamilyScores, lookupPhrase } from "./catalogue-lookup.ts";
import type { Decision } from "./decisions.ts";
import type { Draft } from "./draft.ts";
import { isSameField } from "./models.ts";

/** A file that came with a request. */
export interface PlanFile {
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly tables: readonly InferredTable[];
  /** What was left out of it. */
  readonly notes: readonly string[];
}

/** More than anything that a prompt says in passing. */
const certain = 8;

export interface GivenTable {
  readonly table: InferredTable;
  /** Fields that the prompt names besides the columns. */
  readonly stated: readonly PrdField[];
}
/** By the name of the entity that they are made into. */
export type GivenTables = ReadonlyMap<string, GivenTable>;

/** What brings the records, and is none: "a CRM from this table". */
const carriers = ["Table", "File", "Sheet", "Spreadsheet", "Document", "Attachment", "Row", "Column", "List", "Record"];

/** Of two tables for one entity the first leads. */
export function addTables(draft: Draft, files: readonly PlanFile[], scores: FamilyScores): GivenTables {
  const given = new Map<string, GivenTable>();
  const tables = files.flatMap((file) => file.tables);
  if (tables.length > 0) for (const name of carriers) draft.entities.delete(name.toLowerCase());
  for (const table of tables) {
    const words = table.name.toLowerCase().split(" ");
    const found = lookupPhrase(words, scores);
    const known = found?.words.length === words.length ? found.entity : null;
    const name = known?.name ?? table.name;
    if (given.has(name) || draft.excluded.has(name.toLowerCase())) continue;
    const entity = draft.touch(name, known, certain, `the file ${table.source} lists them`);
    const stated = entity.fields.filter(
      (field) => !table.fields.some((column) => isSameField(column.name, field.name)),
    );
    given.set(name, { table, stated });
    entity.listed = true;
  }
  const linked = new Map([...given].map(([name, one]) => [name, linkTable(draft, name, one, given)]));
  for (const [name, { table }] of linked) {
    const entity = draft.entities.get(name.toLowerCase());
    if (entity) for (const field of table.fields) draft.addField(entity, field);
  }
  return linked;
}

/** A column "project" or "project id", whose cells name rows of another table, is a relationship to those. */
function linkTable(draft: Draft, name: string, given: GivenTable, all: GivenTables): GivenTable {
  const { table } = given;
  let { fields, rows } = table;
  for (const field of table.fields) {
    const about = field.name.replace(/ (id|name|code)$/, "");
    const [parent, other] = [...all].find(([entity]) => entity !== name && entity.toLowerCase() === about) ?? [];
    const titles = other && titlesByCell(other.table);
    const isNamed = (cell: CellValue): boolean => titles?.has(String(cell).toLowerCase()) ?? false;
    if (parent === undefined || titles === undefined || !table.rows.some((row) => isNamed(row[field.name] ?? null)))
      continue;
    draft.relate({ from: parent, to: name, kind: "one-to-many", name: about, required: false });
    fields = fields.filter((one) => one !== field);
    rows = rows.map(({ [field.name]: cell = null, ...row }) => ({
      ...row,
      [about]: titles.get(String(cell).toLowerCase()) ?? null,
    }));
  }
  return { ...given, table: { ...table, fields, rows } };
}

/** What rows may be named by (their id, or any text) → the text that tells them apart. */
function titlesByCell({ fields, rows, ids = [] }: InferredTable): ReadonlyMap<string, CellValue> {
  const texts = fields.filter(({ type }) => type === "text").map((field) => field.name);
  const title = texts.find((text) => new Set(rows.map((row) => row[text])).size === rows.length);
  if (title === undefined) return new Map();
  return new Map(
    rows.flatMap((row, at) =>
      [ids[at] ?? "", ...texts.map((text) => row[text] ?? "")]
        .filter((cell) => cell !== "")
        .map((cell) => [String(cell).toLowerCase(), row[title] ?? null] as const),
    ),
  );
}

/** The models of tables have every column, in its order, and nothing that a prompt did not ask for. */
export function fillFromTables(models: readonly PrdModel[], tables: GivenTables): PrdModel[] {
  return models.map((model) => {
    const given = tables.get(model.name);
    return given === undefined ? model : { ...model, fields: [...given.table.fields, ...given.stated].slice(0, 60) };
  });
}

export function decideOnTables(tables: GivenTables): Decision[] {
  return [...tables].map(
    ([
      name,
      {
        table: { source, fields, rows, rowCount },
      },
    ]) => ({
      question: `What becomes of ${source}?`,
      choice: `The model ${name} with its ${fields.length === 1 ? "column" : `${fields.length} columns`} as fields`,
      reason: `it is a table; ${rows.length < rowCount ? `the first ${rows.length} of its ${rowCount.toLocaleString("en-US")}` : `its ${rowCount}`} rows are the example records`,
    }),
  );
}

/** What rules cannot do with a file, said openly. */
export function admitUnread(files: readonly PlanFile[]): string[] {
  const pictures = files.filter(({ kind }) => kind === "image").map(({ name }) => name);
  const unread = files.filter(({ kind, tables }) => (kind === "zip" || kind === "json") && tables.length === 0);
  return [
    ...(pictures.length > 0
      ? [
          `${pictures.join(", ")} ${pictures.length === 1 ? "was" : "were"} not looked at: the built-in architect cannot see pictures. Describe what matters in ${pictures.length === 1 ? "it" : "them"}, or let a model plan.`,
        ]
      : []),
    ...unread.map(
      ({ name }) => `${name} was not used: the built-in architect found no table in it. Describe what matters in it.`,
    ),
  ];
}

export function assumeFromFiles(files: readonly PlanFile[]): string[] {
  const texts = files.filter(({ kind }) => ["pdf", "docx", "markdown", "text"].includes(kind));
  return [
    ...(texts.length > 0 ? [`${texts.map(({ name }) => name).join(", ")} was read as part of the request.`] : []),
    ...files.flatMap(({ name, notes }) => notes.map((note) => `${name}: ${note}`)),
  ];
}
