// Polls: visitors choose an option and see the results.
import type { PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import { quote } from "../sanitise.ts";
import type { Recogniser } from "./capability.ts";
import { findSense } from "./senses.ts";

const senses = [
  {
    any: [
      "poll",
      "polling app",
      "straw poll",
      "opinion poll",
      "cast vote",
      "cast a vote",
      "cast their vote",
      "ballot",
      "referendum",
    ],
  },
  { any: ["vote", "voting"], with: ["option", "candidate", "election", "result", "choice"] },
];

const pollModel: PrdModel = {
  name: "Poll",
  plural: "Polls",
  description: "A question that people vote on.",
  fields: [
    { name: "question", type: "text", required: true, unique: false },
    { name: "description", type: "longText", required: false, unique: false },
    { name: "closes on", type: "date", required: false, unique: false },
  ],
};
const optionModel = (poll: string): PrdModel => ({
  name: `${poll} Option`,
  plural: `${poll} Options`,
  description: `What can be chosen in a ${poll.toLowerCase()}.`,
  fields: [{ name: "text", type: "text", required: true, unique: false }],
});

export const recognisePoll: Recogniser = ({ clauses, models, relationships }) => {
  const clause = findSense(clauses, senses);
  if (clause === null || models.length > 36) return [];
  const knownPoll = models.find((model) =>
    /^(opinion |online )?poll$|^(election|survey|ballot|referendum)$|voting (round|topic|event)/i.test(model.name),
  );
  const polls = knownPoll ?? pollModel;
  const knownOption = models.find(
    (model) => model !== knownPoll && /\b(option|choice|candidate|nominee)$/i.test(model.name),
  );
  const options = knownOption ?? optionModel(polls.name);
  const belongs = relationships.some(
    ({ from, to, kind }) => from === polls.name && to === options.name && kind === "one-to-many",
  );
  const link: PrdRelationship = {
    from: polls.name,
    to: options.name,
    kind: "one-to-many",
    name: polls.name.toLowerCase(),
    required: true,
  };
  // Votes are counted, once for each visitor; as records anyone could add to them.
  const isSpokenOf = (name: string): boolean => clauses.some(({ text }) => text.includes(` ${name.toLowerCase()} `));
  const superfluous = models.filter(
    (model) =>
      model !== knownPoll &&
      (/^(vote|voting result|poll result|poll vote|ballot)$/i.test(model.name) ||
        // What quizzes bring along.
        (/^(quiz|question|quiz attempt)$/i.test(model.name) && !isSpokenOf(model.name))),
  );
  return [
    {
      capability: { kind: "poll", polls: polls.name, options: options.name, ...(clause.first && { home: true }) },
      decision: {
        question: "How do people vote?",
        choice:
          "On a page that lists the polls: one vote for each browser, which may be changed, with the results as bars",
        reason: `the prompt speaks of voting: ${quote(clause.original, 100)}`,
      },
      pages: [
        {
          path: "/vote",
          title: "Vote",
          purpose: "Choose an option, see the results.",
          components: ["Options", "Results"],
        },
      ],
      endpoints: [
        { method: "GET", path: "/api/vote", purpose: "Polls with their options, counts and the visitor's own vote." },
        { method: "PUT", path: "/api/vote/:poll", purpose: "Vote, or change the vote." },
      ],
      task: "Polls: voting once, results, tests",
      answers: ["poll", "vote", "voting", "ballot", "result"],
      models: [...(knownPoll ? [] : [pollModel]), ...(knownOption ? [] : [options])],
      relationships: belongs ? [] : [link],
      replaces: new Map(superfluous.map(({ name }) => [name, null])),
    },
  ];
};
