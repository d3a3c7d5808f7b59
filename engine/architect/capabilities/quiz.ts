// A quiz that is played and scored; its questions are records.
import type { PrdField, PrdModel } from "#engine/prd/schema.ts";
import { quote } from "../sanitise.ts";
import type { Recogniser } from "./capability.ts";
import { findSense } from "./senses.ts";

const senses = [
  { any: ["quiz", "trivia", "multiple choice"], without: ["quiz night", "pub quiz booking"] },
  { any: ["exam", "test"], with: ["multiple choice", "scoring", "score", "answer"] },
];

const plain = { required: false, unique: false };

const questionModel: PrdModel = {
  name: "Question",
  plural: "Questions",
  description: "Something to answer.",
  fields: [
    { name: "text", type: "text", required: true, unique: false },
    { name: "options", type: "longText", ...plain, description: "One in each line." },
    { name: "correct answer", type: "text", required: true, unique: false },
    { name: "points", type: "integer", ...plain, min: 0, default: 1 },
  ],
};

const resultModel: PrdModel = {
  name: "Quiz Result",
  plural: "Quiz Results",
  description: "How someone did.",
  fields: [
    { name: "player name", type: "text", required: true, unique: false },
    { name: "score", type: "integer", required: true, unique: false, min: 0 },
    { name: "max score", type: "integer", ...plain, min: 0 },
  ],
};

const keepsScores = (model: PrdModel): boolean =>
  model.fields.some((field) => ["integer", "decimal"].includes(field.type) && /\bscore\b/i.test(field.name)) &&
  !/question|player|user|student/i.test(model.name);

const isAnswer = (field: PrdField): boolean =>
  ["text", "longText", "enum"].includes(field.type) &&
  /\b(correct|right|solution)\b|^(answer|correct answer)$/i.test(field.name);

/** "A question has many answers, one of them correct": the options of a question, kept in the question itself. */
const optionName = /^(answer|option|choice|answer (option|choice)|possible answer)$/i;
const isCorrect: PrdField = { name: "correct answer", type: "text", required: true, unique: false };
const options: PrdField = { name: "options", type: "longText", ...plain, description: "One in each line." };

export const recogniseQuiz: Recogniser = ({ clauses, models, relationships, scores }) => {
  const clause = findSense(clauses, senses);
  if (clause === null) return [];
  const known = models.find((model) => /question|flash ?card/i.test(model.name));
  const kept = models.filter(
    (model) =>
      optionName.test(model.name) && relationships.some(({ from, to }) => from === known?.name && to === model.name),
  );
  // Without a right answer there is nothing to score.
  const hasAnswer = known === undefined || known.fields.some(isAnswer);
  if (!hasAnswer && kept.length === 0) return [];
  if (models.length > 38) return [];
  const results = models.some((model) => keepsScores(model) || model.name === resultModel.name) ? [] : [resultModel];
  const added = [...(known ? [] : [questionModel]), ...results];
  const questions = known ?? questionModel;
  // Of a learning platform quizzes are but a part.
  const isMain = clause.first && (scores.primary === null || ["quizzes", "games"].includes(scores.primary.id));
  const group = models.find((model) => /^(quiz|exam|test|topic)$/i.test(model.name));
  return [
    {
      capability: { kind: "quiz", questions: questions.name, ...(isMain && { home: true }) },
      decision: {
        question: "How is the quiz played?",
        choice:
          "Question by question; the API checks the answers, so that they cannot be looked up before, and keeps the score",
        reason: `the prompt asks for a quiz: ${quote(clause.original, 100)}`,
      },
      pages: [
        {
          path: "/play",
          title: "Play quiz",
          purpose: "Answer question by question and see the score.",
          components: ["Question", "Options", "Result"],
        },
      ],
      endpoints: [
        { method: "GET", path: "/api/play", purpose: "The questions without their answers." },
        { method: "POST", path: "/api/play/score", purpose: "Check answers, return and keep the score." },
      ],
      task: "Quiz: play page, scoring, results, tests",
      answers: ["quiz", "trivia", "score", "scoring", "play", "multiple", "result"],
      models: added,
      fields: hasAnswer ? [] : [options, isCorrect].map((field) => ({ model: questions.name, field })),
      replaces: new Map(kept.map(({ name }) => [name, null])),
      relationships: group
        ? added.map((model) => ({
            from: group.name,
            to: model.name,
            kind: "one-to-many" as const,
            name: group.name.toLowerCase(),
          }))
        : [],
    },
  ];
};
