import { part } from "../../../shared/say.ts";

export const words = part("game-2048", {
  rules: "Slide with the arrow keys, the buttons or a swipe. Equal tiles merge; reach 2048.",
  move: (direction: string) => `Move ${direction}`,
  score: "Score",
  best: "Best",
  over: (score: number) => `Game over with ${score} points.`,
  reached: "You reached 2048! Go on as far as you can.",
  newGame: "New game",
  boardOf: (rows: string) => `Board: ${rows}`,
});
