import { part } from "../../../shared/say.ts";

export const words = part("game-tic-tac-toe", {
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
