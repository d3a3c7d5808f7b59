// Tic-tac-toe, and an opponent that never loses.

export type Mark = "X" | "O";
/** Nine places, row by row. */
export type Board = readonly (Mark | null)[];

export const emptyBoard: Board = Array.from({ length: 9 }, () => null);

const rows: readonly (readonly [number, number, number])[] = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [0, 3, 6],
  [1, 4, 7],
  [2, 5, 8],
  [0, 4, 8],
  [2, 4, 6],
];

/** The three places of the winner, or null. */
export const winningRow = (board: Board): readonly number[] | null =>
  rows.find(([a, b, c]) => board[a] && board[a] === board[b] && board[a] === board[c]) ?? null;

export function resultOf(board: Board): Mark | "draw" | null {
  const row = winningRow(board);
  if (row) return board[row[0] ?? 0] ?? null;
  return board.every((place) => place !== null) ? "draw" : null;
}

const other = (mark: Mark): Mark => (mark === "X" ? "O" : "X");

function worth(board: Board, turn: Mark, me: Mark, depth: number): number {
  const result = resultOf(board);
  if (result === "draw") return 0;
  if (result) return result === me ? 10 - depth : depth - 10;
  const values = board.flatMap((place, at) =>
    place === null ? [worth(board.with(at, turn), other(turn), me, depth + 1)] : [],
  );
  return turn === me ? Math.max(...values) : Math.min(...values);
}

/** The best place for `me`; -1 when the board is full. */
export function bestPlace(board: Board, me: Mark): number {
  let best = -1;
  let bestWorth = -Infinity;
  board.forEach((place, at) => {
    if (place !== null) return;
    const value = worth(board.with(at, me), other(me), me, 1);
    if (value > bestWorth) [best, bestWorth] = [at, value];
  });
  return best;
}
