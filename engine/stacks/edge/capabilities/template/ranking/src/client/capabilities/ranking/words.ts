import { part } from "../../../shared/say.ts";

export const words = part("ranking", {
  leaderboard: "Leaderboard",
  lead: (models: string, measure: string) => `${models} ranked by ${measure}, the highest first.`,
  all: "All",
  rankedBy: "Ranked by",
  nobodyPlacedYet: "Nobody is placed yet",
  willShow: (pluralLabel: string) => `As soon as there are ${pluralLabel}, they are ranked here.`,
  rank: "Rank",
  tied: "tied",
});
