import { describe, expect, test } from "vitest";
import { bestPlace, type Board, emptyBoard, type Mark, resultOf } from "../src/shared/games/tic-tac-toe.ts";

const board = (text: string): Board => [...text].map((mark) => (mark === "." ? null : (mark as Mark)));

describe("tic-tac-toe", () => {
  test.each([
    { text: "XXXOO....", result: "X" },
    { text: "O.XO.XO..", result: "O" },
    { text: "XOXXOOOXX", result: "draw" },
    { text: "XO.......", result: null },
  ])("$text is $result", ({ text, result }) => {
    expect(resultOf(board(text))).toBe(result);
  });

  test("the computer wins when it can and defends when it must", () => {
    expect(bestPlace(board("OO.XX...."), "O")).toBe(2);
    expect(bestPlace(board("XX..O...."), "O")).toBe(2);
  });

  test("the computer never loses, whatever is played", () => {
    const play = (state: Board): void => {
      const result = resultOf(state);
      if (result) return expect(result).not.toBe("X");
      state.forEach((place, at) => {
        if (place !== null) return;
        const mine = state.with(at, "X");
        play(resultOf(mine) ? mine : mine.with(bestPlace(mine, "O"), "O"));
      });
    };
    play(emptyBoard);
  });
});
