// migrations/seed.sql: example rows of every model, parents before children.
import type { ResolvedApp, ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import { seedContext } from "../shared/seed-kinds.ts";
import { copyFromParent, seedRows, type SeedRow, sumLines } from "../shared/seed-rows.ts";
import { seedExpression } from "../shared/seed-values.ts";
import { sqlName, sqlText } from "../shared/source-text.ts";

const parentRows = 8;
const childRows = 12;

const rowsOf = (model: ResolvedModel): number =>
  model.examples?.length ??
  (model.fields.some((field) => field.reference?.onDelete === "cascade") ? childRows : parentRows);

/** Ids look like the app's own: twelve lower-case letters and digits. A model's rows keep them in later versions. */
function seedId(modelKey: string, row: number): string {
  const model = [...modelKey].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  let value = ((model + 1) * 7_919 + (row + 1) * 104_729) % 2_147_483_647;
  let id = "";
  while (id.length < 10) {
    value = (value * 48_271) % 2_147_483_647;
    id += (value % 36).toString(36);
  }
  // The number makes it unique in its table, whatever the letters are.
  return `${id}${row.toString(36).padStart(2, "0")}`;
}

/** Parents before children; an optional reference may have to wait for a later row, a required one never does. */
export function parentsFirst(app: ResolvedApp): ResolvedModel[] {
  const ordered: ResolvedModel[] = [];
  const isReady = (model: ResolvedModel, requiredOnly: boolean): boolean =>
    model.fields.every(
      ({ reference, required }) =>
        !reference ||
        reference.model === model.key ||
        (requiredOnly && !required) ||
        ordered.some(({ key }) => key === reference.model),
    );
  while (ordered.length < app.models.length) {
    const open = app.models.filter((model) => !ordered.includes(model));
    const next = open.find((model) => isReady(model, false)) ?? open.find((model) => isReady(model, true));
    if (!next) throw new Error("The resolved app has a cycle of required references.");
    ordered.push(next);
  }
  return ordered;
}

/** Coprime with the numbers of rows, so that every parent gets children and two parents do not always meet. */
const strides = [5, 7, 1, 11];

interface ModelRows {
  rows: SeedRow[];
  /** By field: the row pointed to. */
  parents: Map<string, number | undefined>[];
}

function fillRows(app: ResolvedApp): Map<string, ModelRows> {
  const context = seedContext(app);
  const filled = new Map<string, ModelRows>();
  for (const model of parentsFirst(app)) {
    // One-to-one children cannot outnumber their parents.
    const most = model.fields
      .filter((field) => field.reference && field.unique && field.required)
      .map((field) => filled.get(field.reference?.model ?? "")?.rows.length ?? 0);
    const rows = seedRows(context, model, Math.min(rowsOf(model), ...most));
    applyExamples(model, rows);
    const references = model.fields.filter(({ reference }) => reference);
    const parents = rows.map(
      (_, row) =>
        new Map(
          references.map((field, index) => {
            const named = namedRow(model, field, row, filled, app);
            return [
              field.key,
              named === "none" ? undefined : (named ?? parentRow(model, field, row, index, filled)),
            ] as const;
          }),
        ),
    );
    filled.set(model.key, { rows, parents });
    for (const field of references) {
      const parent = app.models.find(({ key }) => key === field.reference?.model);
      const values = parent && filled.get(parent.key)?.rows;
      if (!values || parent === model) continue;
      rows.forEach((row, index) => {
        const above = values[parents[index]?.get(field.key) ?? -1];
        if (above) copyFromParent(model, field, row, parent, above);
      });
      values.forEach((above, at) =>
        sumLines(
          parent,
          above,
          model,
          rows.filter((_, index) => parents[index]?.get(field.key) === at),
        ),
      );
    }
  }
  // What was given stays, whatever the records around it would make of it.
  for (const model of app.models) applyExamples(model, filled.get(model.key)?.rows ?? []);
  return filled;
}

function applyExamples({ examples = [], fields }: ResolvedModel, rows: readonly SeedRow[]): void {
  rows.forEach((row, at) => {
    for (const { key, reference } of fields) {
      const given = examples[at]?.[key];
      if (!reference && given !== undefined) row[key] = given;
    }
  });
}

/** The record that an example names by one of its texts; "none" where it names no one, undefined where it says nothing. */
function namedRow(
  model: ResolvedModel,
  { key, reference, required, unique }: ResolvedField,
  row: number,
  filled: ReadonlyMap<string, ModelRows>,
  app: ResolvedApp,
): number | "none" | undefined {
  const named = model.examples?.[row]?.[key];
  // Of one-to-one keys no two may be the same: they are counted out.
  if (named === undefined || unique || reference?.model === model.key) return undefined;
  const parent = app.models.find((candidate) => candidate.key === reference?.model);
  const texts = parent?.fields.filter(({ type }) => type === "text").map((field) => field.key) ?? [];
  const wanted = String(named).toLowerCase();
  const at = (filled.get(parent?.key ?? "")?.rows ?? []).findIndex((values) =>
    texts.some((text) => String(values[text] ?? "").toLowerCase() === wanted),
  );
  return at !== -1 ? at : required ? undefined : "none";
}

function parentRow(
  model: ResolvedModel,
  field: ResolvedField,
  row: number,
  index: number,
  filled: ReadonlyMap<string, ModelRows>,
): number | undefined {
  const told = model.exampleParents?.[row]?.get(field.key);
  if (
    told !== undefined &&
    (field.reference?.model === model.key || told < (filled.get(field.reference?.model ?? "")?.rows.length ?? 0))
  )
    return told;
  if (field.reference?.model === model.key) return row < 3 || field.unique ? undefined : (row - 3) % 3;
  const total = filled.get(field.reference?.model ?? "")?.rows.length ?? 0;
  // An optional reference to rows that come later stays empty: the key would point to nothing.
  if (total === 0) return undefined;
  if (field.unique) return row < total ? row : undefined;
  return (row * (strides[index % strides.length] ?? 1) + index + Math.floor(row / total)) % total;
}

/** The ids of the example rows, by the key of their model. */
export function exampleIds(app: ResolvedApp): Map<string, string[]> {
  const filled = fillRows(app);
  return new Map(app.models.map(({ key }) => [key, (filled.get(key)?.rows ?? []).map((_, row) => seedId(key, row))]));
}

const seededDays = 74;

/** The first row is the newest; what came in grew, as an app's records do that people use more and more. */
const daysAgo = (row: number, count: number): number => Math.round(seededDays * (row / count) ** 1.4);

export function emitSeed(app: ResolvedApp): string {
  const filled = fillRows(app);
  const countOf = (key: string): number => filled.get(key)?.rows.length ?? 0;
  const positions = new Map(app.models.map((model, at) => [model.key, at]));
  const idOf = (key: string, row: number): string => sqlText(seedId(key, row));
  const value = (model: ResolvedModel, field: ResolvedField, row: number): string => {
    const content = filled.get(model.key);
    if (!field.reference) return seedExpression(field, content?.rows[row]?.[field.key] ?? null);
    const parent = content?.parents[row]?.get(field.key);
    return parent === undefined ? "NULL" : idOf(field.reference.model, parent);
  };

  const statements: string[] = [];
  for (const model of parentsFirst(app)) {
    const columns = ["id", "created_at", "updated_at", ...model.fields.map((field) => field.column)]
      .map(sqlName)
      .join(", ");
    for (let row = 0; row < countOf(model.key); row += 1) {
      const days = daysAgo(row, countOf(model.key)) + (positions.get(model.key) ?? 0) / 2;
      const time = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-${days} days', '-${row * 47 + 5} minutes')`;
      const values = [idOf(model.key, row), time, time, ...model.fields.map((field) => value(model, field, row))];
      statements.push(`INSERT INTO ${sqlName(model.table)} (${columns}) VALUES (${values.join(", ")});`);
    }
  }
  for (const link of app.links) {
    const [from, to] = [countOf(link.from), countOf(link.to)];
    const pairs = new Set<string>();
    for (let row = 0; row < Math.min(from, 6) && to > 0; row += 1) {
      for (const step of [1, 3]) {
        const other = (row + step) % to;
        if (link.from !== link.to || other !== row) pairs.add(`${idOf(link.from, row)}, ${idOf(link.to, other)}`);
      }
    }
    for (const pair of pairs) {
      statements.push(
        `INSERT INTO ${sqlName(link.table)} (${sqlName(link.fromColumn)}, ${sqlName(link.toColumn)}) VALUES (${pair});`,
      );
    }
  }
  return `-- Example rows for an empty database. Delete this file once the app has its own.\n${statements.join("\n--> statement-breakpoint\n")}\n`;
}
