// Rows of tables as example records of the models that a plan made of them.
import { words } from "#engine/stacks/shared/naming.ts";
import type { Prd, PrdModel } from "#engine/prd/schema.ts";
import type { InferredTable } from "./attachment.ts";

type Examples = NonNullable<PrdModel["examples"]>;
interface Source {
  readonly name: string;
  readonly fields: readonly { readonly name: string }[];
  readonly rows: InferredTable["rows"];
}

/** Of a table's columns, those that a model must have to be made of it. */
const enoughColumns = 0.6;

/** `present`: the plan before this one, whose examples stay with their models. */
export function attachExamples(prd: Prd, tables: readonly InferredTable[], present: Prd | null = null): Prd {
  const kept = (present?.models ?? []).flatMap(({ name, fields, examples }): Source[] =>
    examples === undefined ? [] : [{ name, fields, rows: examples }],
  );
  const sources: readonly Source[] = [...tables, ...kept];
  const models = prd.models.map((model) => {
    const source = sources.find((candidate) => isMadeOf(model, candidate));
    const examples = source === undefined ? [] : examplesOf(prd, model, source);
    return examples.length > 0 ? { ...model, examples } : model;
  });
  return { ...prd, models };
}

function isMadeOf(model: PrdModel, { name, fields }: Source): boolean {
  const found = fields.filter((field) => fieldFor(model, field.name) !== undefined).length;
  const sameName = [model.name, ...(model.formerly ?? [])].some((known) => same(known, name));
  return found >= (sameName ? 1 : Math.max(2, fields.length * enoughColumns));
}

/** Of a column that became a relationship the value stays, under its name: it says which record is meant. */
function examplesOf(prd: Prd, model: PrdModel, { fields, rows }: Source): Examples {
  const columns = new Set([...fields.map(({ name }) => name), ...Object.keys(rows[0] ?? {})]);
  const names = [...columns].flatMap((name) => {
    const into = fieldFor(model, name) ?? keyFor(prd, model, name);
    return into === undefined ? [] : [[name, into.name] as const];
  });
  // A row says nothing of a column that it does not have: an example of a plan need not name every field.
  return rows.map((row) =>
    Object.fromEntries(
      names.flatMap(([column, field]) => (Object.hasOwn(row, column) ? [[field, row[column] ?? null] as const] : [])),
    ),
  );
}

function fieldFor(model: PrdModel, column: string): PrdModel["fields"][number] | undefined {
  return model.fields.find((field) => [field.name, ...(field.formerly ?? [])].some((name) => same(name, column)));
}

function keyFor(prd: Prd, model: PrdModel, column: string): Prd["relationships"][number] | undefined {
  return prd.relationships.find(
    ({ kind, to, name }) =>
      kind !== "many-to-many" && same(to, model.name) && (same(name, column) || same(`${name} id`, column)),
  );
}

const same = (one: string, two: string): boolean => words(one).join(" ") === words(two).join(" ");
