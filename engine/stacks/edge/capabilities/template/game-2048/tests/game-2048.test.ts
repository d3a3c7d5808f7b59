import { describe, expect, test } from "vitest";
import { addTile, emptyBoard, isStuck, slide, startBoard } from "../src/shared/games/2048.ts";

const row = (...values: number[]): number[] => [...values, ...Array.from({ length: 12 }, () => 0)];

describe("2048", () => {
  test("merges each tile once, from the side it slides to", () => {
    expect(slide(row(2, 2, 2, 2), "left")).toMatchObject({ board: row(4, 4, 0, 0), gained: 8 });
    expect(slide(row(2, 2, 2, 0), "right")).toMatchObject({ board: row(0, 0, 2, 4), gained: 4 });
    expect(slide(row(4, 2, 2, 0), "left")).toMatchObject({ board: row(4, 4, 0, 0), gained: 4 });
  });

  test("knows a move that changes nothing", () => {
    expect(slide(row(2, 4, 0, 0), "left").moved).toBe(false);
  });

  test("is over only when no move is left", () => {
    const full = [2, 4, 2, 4, 4, 2, 4, 2, 2, 4, 2, 4, 4, 2, 4, 2];
    expect(isStuck(full)).toBe(true);
    expect(isStuck(full.with(0, 4))).toBe(false);
  });

  test("starts with two tiles and adds one on an empty place", () => {
    expect(startBoard(() => 0.5).filter((value) => value > 0)).toHaveLength(2);
    expect(addTile(emptyBoard, () => 0)[0]).toBe(4);
  });
});
