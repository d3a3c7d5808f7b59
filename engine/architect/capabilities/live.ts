// Pages that renew themselves while someone looks at them.
import { quote } from "../sanitise.ts";
import type { Recogniser } from "./capability.ts";
import { findSense } from "./senses.ts";

const senses = [
  {
    any: [
      "real time",
      "realtime",
      "live data",
      "live update",
      "live score",
      "live dashboard",
      "live feed",
      "auto refresh",
      "automatic refresh",
      "automatically refresh",
      "automatically update",
      "continuously update",
    ],
  },
];

export const recogniseLive: Recogniser = ({ clauses, models }) => {
  const clause = findSense(clauses, senses);
  if (clause === null || models.length === 0) return [];
  return [
    {
      capability: { kind: "live" },
      decision: {
        question: "How current is what people see?",
        choice: "Lists, records and the dashboard ask for news every ten seconds while someone looks at them",
        reason: `the prompt asks for it: ${quote(clause.original, 100)}`,
      },
      pages: [],
      endpoints: [],
      task: "Pages renew themselves",
      answers: ["real time", "realtime", "real-time", "live"],
    },
  ];
};
