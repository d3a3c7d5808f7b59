import { part } from "../../../shared/say.ts";

export const words = part("match", {
  yes: "Yes",
  no: "No",
  from: "from",
  to: "to",
  fromLabel: "From",
  toLabel: "To",
  any: "Any",
  wishFirst: "Say at least one thing that you wish for.",
  noMatch: (label: string) => `No ${label} matches. Wish for less, or for something else.`,
  matchesIn: (same: string) => `Matches in ${same}`,
  differsIn: (differs: string) => `; differs in ${differs}`,
  matchShare: (value: number) => `${value} % match`,
  lead: "Say what matters to you; the best matches come first, with the reasons.",
  findMatches: "Find matches",
  clear: "Clear",
  bestMatches: "Best matches",
});
