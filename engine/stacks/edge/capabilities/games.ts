// Small games: rules as pure functions in src/shared/games, one page each, best scores kept in the browser.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { GameId, PrdCapability } from "#engine/prd/schema.ts";
import { type Contribution, freeSlug } from "./capability.ts";

const titles: Readonly<Record<GameId, string>> = {
  "2048": "2048",
  "tic-tac-toe": "Tic-tac-toe",
  memory: "Memory",
  snake: "Snake",
};

export function contributeGame(
  app: ResolvedApp,
  { game, home }: Extract<PrdCapability, { kind: "game" }>,
): Contribution {
  return {
    folders: ["game", `game-${game}`],
    pages: [
      {
        path: freeSlug(app, game),
        title: titles[game],
        icon: "star",
        module: `games/${game}.tsx`,
        ...(home === true && { isHome: true }),
      },
    ],
  };
}
