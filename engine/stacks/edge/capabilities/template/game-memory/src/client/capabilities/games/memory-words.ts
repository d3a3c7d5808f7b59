import { part } from "../../../shared/say.ts";

export const words = part("game-memory", {
  rules: "Turn two cards at a time and find all pairs in as few moves as you can.",
  memory: "Memory",
  moves: "Moves",
  pairs: "Pairs",
  finished: (moves: number) => `All pairs found in ${moves} moves!`,
  newGame: "New game",
  faceUp: (at: number, card: string, isFound: boolean) => `Card ${at + 1}: ${card}${isFound ? ", found" : ""}`,
  faceDown: (at: number) => `Card ${at + 1}, face down`,
});
