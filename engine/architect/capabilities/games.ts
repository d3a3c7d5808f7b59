// Small games that are played in the browser.
import type { GameId } from "#engine/prd/schema.ts";
import { quote } from "../sanitise.ts";
import type { PlannedCapability, Recogniser } from "./capability.ts";
import { findSense, type Sense } from "./senses.ts";

interface Game {
  readonly id: GameId;
  readonly title: string;
  readonly purpose: string;
  readonly senses: readonly Sense[];
}

const playing = ["game", "play", "player", "puzzle", "score", "arcade", "level", "board", "clone", "card"];

const games: readonly Game[] = [
  {
    id: "2048",
    title: "2048",
    purpose: "Slide tiles, merge equal ones, reach 2048.",
    senses: [
      { any: ["2048"], with: [...playing, "tile", "build", "create", "make"] },
      { any: ["merge", "slide"], with: ["tile"] },
    ],
  },
  {
    id: "tic-tac-toe",
    title: "Tic-tac-toe",
    purpose: "Three in a row, against the computer or a friend.",
    senses: [{ any: ["tic tac toe", "tictactoe", "nought and cross", "noughts and cross", "xs and o", "x and o"] }],
  },
  {
    id: "memory",
    title: "Memory",
    purpose: "Turn cards over and find the pairs.",
    senses: [
      { any: ["memory"], with: ["game", "card", "pair", "match", "matching"] },
      { any: ["pair", "matching"], with: ["card game", "matching game"] },
    ],
  },
  {
    id: "snake",
    title: "Snake",
    purpose: "Steer the snake to its food, and away from walls and itself.",
    senses: [
      { any: ["snake"], with: [...playing, "food", "steer", "grid"], without: ["snake and ladder", "pet", "reptile"] },
    ],
  },
];

export const recogniseGames: Recogniser = ({ clauses }) =>
  games.flatMap((game): PlannedCapability[] => {
    const clause = findSense(clauses, game.senses);
    if (clause === null) return [];
    return [
      {
        capability: { kind: "game", game: game.id, ...(clause.first && { home: true }) },
        decision: {
          question: `How is ${game.title} played?`,
          choice: "In the browser, with keys, mouse or touch; best scores are kept there",
          reason: `the prompt asks for the game: ${quote(clause.original, 100)}`,
        },
        pages: [
          {
            path: `/${game.id}`,
            title: game.title,
            purpose: game.purpose,
            components: ["Board", "Score", "Best scores"],
          },
        ],
        endpoints: [],
        task: `${game.title}: rules, board, best scores, tests`,
        answers: [...game.senses.flatMap((sense) => sense.any), "play", "tile", "game over"],
      },
    ];
  });
