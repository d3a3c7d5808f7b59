// Leaderboards and rankings over what has a score.
import type { PrdField, PrdModel } from "#engine/prd/schema.ts";
import { quote } from "../sanitise.ts";
import type { Recogniser } from "./capability.ts";
import { findSense } from "./senses.ts";

const senses = [
  {
    any: [
      "leaderboard",
      "leader board",
      "high score",
      "highscore",
      "top player",
      "hall of fame",
      "league table",
      "standing",
      "ranking",
      "rankings",
      "ranked",
    ],
    without: ["search ranking", "long standing", "outstanding", "standing order"],
  },
];

const numbers: readonly PrdField["type"][] = ["integer", "decimal", "money"];
const scored = /\b(scores?|points?|wins|goals|votes|revenue|sales|streak|rating)\b/i;
const kinds: readonly RegExp[] = [
  /ranking|leaderboard|standing/i,
  /score|result|attempt|entry|submission/i,
  /player|team|user|profile|member|participant|contestant|rider|driver/i,
];

const hasScore = (model: PrdModel): boolean =>
  model.fields.some(
    ({ type, name }) => numbers.includes(type) && scored.test(name) && !/\b(max|possible|minimum)\b/i.test(name),
  );

const scoreModel: PrdModel = {
  name: "Score",
  plural: "Scores",
  description: "How someone did.",
  fields: [
    { name: "player name", type: "text", required: true, unique: false },
    { name: "points", type: "integer", required: true, unique: false, min: 0 },
    { name: "achieved on", type: "date", required: false, unique: false, default: "today" },
  ],
};

export const recogniseRanking: Recogniser = ({ clauses, models }) => {
  const clause = findSense(clauses, senses);
  if (clause === null) return [];
  const likely = models.filter(hasScore);
  const known = kinds.flatMap((kind) => likely.filter(({ name }) => kind.test(name)))[0] ?? likely[0];
  if (known === undefined && (models.length > 38 || models.some(({ name }) => name === scoreModel.name))) return [];
  const target = known ?? scoreModel;
  return [
    {
      capability: { kind: "ranking", model: target.name },
      decision: {
        question: "Who stands where?",
        choice: `A leaderboard over ${(target.plural ?? `${target.name}s`).toLowerCase()}, the highest first; equals share a place`,
        reason: `the prompt asks for it: ${quote(clause.original, 100)}`,
      },
      pages: [
        {
          path: "/leaderboard",
          title: "Leaderboard",
          purpose: "See who stands where.",
          components: ["Choices", "Places"],
        },
      ],
      endpoints: [],
      task: "Leaderboard: places, ties, tests",
      answers: ["leaderboard", "ranking", "rank", "standing", "high score", "top"],
      models: known ? [] : [scoreModel],
    },
  ];
};
