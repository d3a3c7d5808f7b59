// Which tokens of one state of a file became which of another: the longest common sequence, what is left over between.
import type { Token } from "./split-tokens.ts";

export interface Change {
  /** Tokens `from` to `to` of the state before became `start` to `end` of the state after. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Beyond it the states have too little in common to be compared by one small fix. */
const mostCells = 4_000_000;
/** Fewer equal tokens than this between two changes are part of one. */
const leastBetween = 2;

/** null when the two states differ too widely. */
export function diffTokens(before: readonly Token[], after: readonly Token[]): Change[] | null {
  const equal = (one: number, other: number): boolean => before[one]?.text === after[other]?.text;
  let head = 0;
  while (head < before.length && head < after.length && equal(head, head)) head += 1;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    equal(before.length - 1 - tail, after.length - 1 - tail)
  )
    tail += 1;
  const rows = before.length - head - tail;
  const columns = after.length - head - tail;
  if (rows === 0 && columns === 0) return [];
  if (rows * columns > mostCells) return null;
  return joinClose(walk(lengths(rows, columns, head, equal), rows, columns, head, equal));
}

type Equal = (one: number, other: number) => boolean;

/** lengths[row * width + column]: the longest common sequence of what is left from there on. */
function lengths(rows: number, columns: number, head: number, equal: Equal): Uint16Array {
  const width = columns + 1;
  const table = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      table[row * width + column] = equal(head + row, head + column)
        ? (table[(row + 1) * width + column + 1] ?? 0) + 1
        : Math.max(table[(row + 1) * width + column] ?? 0, table[row * width + column + 1] ?? 0);
    }
  }
  return table;
}

function walk(table: Uint16Array, rows: number, columns: number, head: number, equal: Equal): Change[] {
  const width = columns + 1;
  const changes: Change[] = [];
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    const from = row;
    const start = column;
    while (row < rows || column < columns) {
      if (row < rows && column < columns && equal(head + row, head + column)) break;
      const down = row < rows ? (table[(row + 1) * width + column] ?? 0) : -1;
      const right = column < columns ? (table[row * width + column + 1] ?? 0) : -1;
      if (down >= right) row += 1;
      else column += 1;
    }
    if (row > from || column > start)
      changes.push({ from: head + from, to: head + row, start: head + start, end: head + column });
    while (row < rows && column < columns && equal(head + row, head + column)) {
      row += 1;
      column += 1;
    }
  }
  return changes;
}

function joinClose(changes: readonly Change[]): Change[] {
  const joined: Change[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    if (last !== undefined && change.from - last.to < leastBetween)
      joined[joined.length - 1] = { ...last, to: change.to, end: change.end };
    else joined.push(change);
  }
  return joined;
}
