import { part } from "../../../shared/say.ts";

export const words = part("game-snake", {
  rules: "Steer with the arrow keys or the buttons. Eat, grow, and hit neither the walls nor yourself.",
  over: (score: number) => `Game over with ${score} points.`,
  howToStart: "Press Start or an arrow key.",
  snake: "Snake",
  score: "Score",
  best: "Best",
  pause: "Pause",
  start: "Start",
  newGame: "New game",
  field: (count: number) => `Field, the snake is ${count} long`,
  turn: (heading: string) => `Turn ${heading}`,
});
