// Where the boxes of a data model stand. Pure: owners to the left of what they own, columns centred on each other.
import type { Prd, PrdModel } from "#engine/prd/schema.ts";

export interface ModelBox {
  model: PrdModel;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Fields that are drawn; the rest are counted. */
  shown: PrdModel["fields"];
}

const width = 216;
const headHeight = 38;
const rowHeight = 24;
const between = { columns: 96, rows: 32 };
/** What belongs to nothing fills the first columns in turn, or it would be one long column. */
const columnsOfTheAlone = 3;
/** A box with more fields says how many more. */
const mostFields = 9;

export function layOutModels({ models, relationships }: Pick<Prd, "models" | "relationships">): ModelBox[] {
  const depths = depthsOf(models, relationships);
  const columns: PrdModel[][] = [];
  const linked = new Set(relationships.flatMap(({ from, to }) => (from === to ? [] : [from, to])));
  let alone = 0;
  for (const model of models) {
    const depth = linked.has(model.name) ? (depths.get(model.name) ?? 0) : alone++ % columnsOfTheAlone;
    (columns[depth] ??= []).push(model);
  }
  const heights = columns.map((column) => heightOf(column));
  const tallest = Math.max(0, ...heights);
  return columns.flatMap((column, index) => {
    let y = (tallest - (heights[index] ?? 0)) / 2;
    return column.map((model): ModelBox => {
      const height = boxHeight(model);
      const box = { model, x: index * (width + between.columns), y, width, height, shown: shownFields(model) };
      y += height + between.rows;
      return box;
    });
  });
}

/** One past the deepest owner; what owns itself, directly or round a corner, stays where it was met first. */
function depthsOf(models: readonly PrdModel[], relationships: Prd["relationships"]): Map<string, number> {
  const owners = new Map<string, string[]>(models.map(({ name }) => [name, []]));
  for (const { from, to, kind } of relationships) {
    if (kind === "one-to-many" && from !== to && owners.has(from)) owners.get(to)?.push(from);
  }
  const depths = new Map<string, number>();
  const depthOf = (name: string, path: readonly string[]): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    const above = (owners.get(name) ?? []).filter((owner) => owner !== name && !path.includes(owner));
    const depth = Math.max(-1, ...above.map((owner) => depthOf(owner, [...path, name]))) + 1;
    if (path.length === 0) depths.set(name, depth);
    return depth;
  };
  for (const { name } of models) depthOf(name, []);
  // Without gaps, or a column would stand empty.
  const used = [...new Set(depths.values())].toSorted((a, b) => a - b);
  return new Map([...depths].map(([name, depth]) => [name, used.indexOf(depth)]));
}

const shownFields = ({ fields }: PrdModel): PrdModel["fields"] =>
  fields.length <= mostFields ? fields : fields.slice(0, mostFields - 1);

function boxHeight(model: PrdModel): number {
  return headHeight + Math.min(model.fields.length, mostFields) * rowHeight + 8;
}

function heightOf(column: readonly PrdModel[]): number {
  return column.reduce((sum, model) => sum + boxHeight(model) + between.rows, -between.rows);
}
