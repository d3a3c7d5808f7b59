// Cards that are studied, not only kept.
import type { PrdModel } from "#engine/prd/schema.ts";
import { quote } from "../sanitise.ts";
import type { Recogniser } from "./capability.ts";
import { findSense } from "./senses.ts";

const senses = [
  {
    any: [
      "flashcard",
      "flash card",
      "spaced repetition",
      "leitner",
      "index card",
      "vocabulary trainer",
      "vocabulary card",
    ],
  },
  {
    any: ["vocabulary", "word"],
    with: ["learn", "memorize", "memorise", "practice", "practise", "study", "trainer", "flip"],
  },
];

const isCard = (model: PrdModel): boolean =>
  /flash ?card|^card$|vocabulary|^(word|phrase|term|expression)$/i.test(model.name);
const plain = { required: false, unique: false };

const cardModel: PrdModel = {
  name: "Flashcard",
  plural: "Flashcards",
  description: "Something to learn, with its answer on the back.",
  fields: [
    { name: "front", type: "text", required: true, unique: false },
    { name: "back", type: "text", required: true, unique: false },
    { name: "example", type: "longText", ...plain },
  ],
};

export const recogniseStudy: Recogniser = ({ clauses, models }) => {
  const clause = findSense(clauses, senses);
  if (clause === null) return [];
  const known = models.find((model) => /flash ?card/i.test(model.name)) ?? models.find(isCard);
  if (known === undefined && (models.length > 38 || models.some(({ name }) => name === cardModel.name))) return [];
  const cards = known ?? cardModel;
  return [
    {
      capability: { kind: "study", cards: cards.name, ...(clause.first && { home: true }) },
      decision: {
        question: "How does someone learn with the cards?",
        choice:
          "Card by card: think, turn it over, say whether it was known. What was not comes back first; progress is kept in the browser",
        reason: `the prompt speaks of learning: ${quote(clause.original, 100)}`,
      },
      pages: [
        {
          path: "/study",
          title: "Study",
          purpose: "Turn cards over and learn them.",
          components: ["Progress", "Card", "Answer"],
        },
      ],
      endpoints: [],
      task: "Study: cards, boxes, progress, tests",
      answers: [
        "flashcard",
        "study",
        "studying",
        "flip",
        "flipping",
        "learn",
        "known",
        "progress",
        "repetition",
        "mode",
        "quiz",
      ],
      models: known ? [] : [cardModel],
    },
  ];
};
