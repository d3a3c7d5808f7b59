import { describe, expect, test } from "vitest";
import { advance, fieldSize, type Game, scoreOf, startGame, turn } from "../src/shared/games/snake.ts";

const chance = (): number => 0.5;

describe("snake", () => {
  test("moves on and keeps its length", () => {
    const game = { ...startGame(chance), food: { x: 0, y: 0 } };
    expect(advance(game, chance).snake).toEqual([6, 5, 4].map((x) => ({ x, y: 8 })));
  });

  test("grows by what it eats", () => {
    const game = advance({ ...startGame(chance), food: { x: 6, y: 8 } }, chance);
    expect(scoreOf(game)).toBe(1);
    expect(game.snake).not.toContainEqual(game.food);
  });

  test("does not turn back into itself", () => {
    expect(turn(startGame(chance), "left").heading).toBe("right");
    expect(turn(startGame(chance), "up").heading).toBe("up");
  });

  test("ends at the wall", () => {
    let game: Game = { ...startGame(chance), food: { x: 0, y: 0 } };
    for (let step = 0; step < fieldSize; step += 1) game = advance(game, chance);
    expect(game.isOver).toBe(true);
  });
});
