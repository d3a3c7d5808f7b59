import { part } from "../../../shared/say.ts";

export const words = part("game-tic-tac-toe", {
  rules: "Three in a row wins. The computer never loses: hold out for draws, or play a friend.",
  isNext: (turn: string) => `${turn} is next.`,
  ticTacToe: "Tic-tac-toe",
  xWon: "X won",
  oWon: "O won",
  draws: "Draws",
  againstComputer: "Against the computer",
  twoPlayers: "Two players",
  newGame: "New game",
  empty: "empty",
  isDraw: "A draw.",
  wins: (player: string) => `${player} wins!`,
});
