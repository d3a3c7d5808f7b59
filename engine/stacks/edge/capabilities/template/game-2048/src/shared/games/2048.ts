// The rules of 2048 on a board of four by four. Pure: chance comes from the caller.

/** Sixteen values, row by row; 0 is empty. */
export type Board = readonly number[];
export type Direction = "left" | "right" | "up" | "down";

const size = 4;
const lines: Readonly<Record<Direction, readonly (readonly number[])[]>> = (() => {
  const along = [0, 1, 2, 3];
  const rows = along.map((row) => along.map((column) => row * size + column));
  const columns = along.map((column) => along.map((row) => row * size + column));
  return {
    left: rows,
    right: rows.map((line) => line.toReversed()),
    up: columns,
    down: columns.map((line) => line.toReversed()),
  };
})();

export const emptyBoard: Board = Array.from({ length: size * size }, () => 0);

/** A 2, or one time in ten a 4, on an empty place. */
export function addTile(board: Board, chance: () => number): Board {
  const free = board.flatMap((value, at) => (value === 0 ? [at] : []));
  const place = free[Math.floor(chance() * free.length)];
  if (place === undefined) return board;
  return board.with(place, chance() < 0.1 ? 4 : 2);
}

export interface Move {
  readonly board: Board;
  readonly gained: number;
  readonly moved: boolean;
}

export function slide(board: Board, direction: Direction): Move {
  const next = [...board];
  let gained = 0;
  for (const line of lines[direction]) {
    const values = line.map((at) => board[at] ?? 0).filter((value) => value > 0);
    const merged: number[] = [];
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] ?? 0;
      if (value === values[at + 1]) {
        merged.push(value * 2);
        gained += value * 2;
        at += 1;
      } else merged.push(value);
    }
    line.forEach((place, at) => {
      next[place] = merged[at] ?? 0;
    });
  }
  return { board: next, gained, moved: next.some((value, at) => value !== board[at]) };
}

const directions: readonly Direction[] = ["left", "right", "up", "down"];

export const isStuck = (board: Board): boolean => directions.every((direction) => !slide(board, direction).moved);

export const startBoard = (chance: () => number): Board => addTile(addTile(emptyBoard, chance), chance);
