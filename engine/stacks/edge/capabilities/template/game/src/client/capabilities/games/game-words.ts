import { part } from "../../../shared/say.ts";

export const words = part("game", {
  bestScores: "Best scores",
  noneYet: "None yet. Finish a game to be first.",
});
