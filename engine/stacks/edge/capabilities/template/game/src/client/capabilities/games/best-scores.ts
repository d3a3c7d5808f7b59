import { useState } from "react";
import { readStored, store } from "../stored.ts";

export interface BestScore {
  readonly score: number;
  /** ISO 8601. */
  readonly at: string;
}

const kept = 5;

/** The best scores of a game in this browser, best first. `order` says which is better. */
export function useBestScores(
  game: string,
  order: "highest" | "lowest" = "highest",
): [readonly BestScore[], (score: number) => void] {
  const [best, setBest] = useState<readonly BestScore[]>(() => readStored(`best-${game}`, []));
  const add = (score: number): void => {
    const sign = order === "highest" ? -1 : 1;
    setBest((known) => {
      const next = [...known, { score, at: new Date().toISOString() }]
        .sort((a, b) => sign * (a.score - b.score))
        .slice(0, kept);
      store(`best-${game}`, next);
      return next;
    });
  };
  return [best, add];
}
