// Matching and recommending: who or what fits what somebody wishes for.
import type { PrdModel } from "#engine/prd/schema.ts";
import { quote } from "../sanitise.ts";
import { singular } from "../words.ts";
import type { CapabilityContext, Recogniser } from "./capability.ts";
import { findSense, type PlainClause } from "./senses.ts";

const senses = [
  {
    any: ["matching", "match", "matches", "matchmaking", "matched"],
    with: [
      "algorithm",
      "based on",
      "user",
      "mentor",
      "coach",
      "partner",
      "tutor",
      "student",
      "learner",
      "language",
      "candidate",
      "job",
      "skill",
      "preference",
      "interest",
      "suitable",
      "profile",
      "people",
      "provider",
      "roommate",
      "volunteer",
      "advanced",
      "criteria",
      "worker",
      "buyer",
    ],
    without: [
      "match history",
      "match result",
      "match prediction",
      "football match",
      "upcoming match",
      "search match",
      "matching pair",
      "match schedule",
      "memory",
      "live match",
      "meet criteria",
    ],
  },
  {
    any: ["recommend", "recommendation", "recommended", "suggest", "suggestion", "personalized", "personalised"],
    with: [
      "based on",
      "preference",
      "interest",
      "user",
      "personalized",
      "personalised",
      "taste",
      "suit",
      "need",
      "product",
      "movie",
      "book",
      "course",
      "recipe",
      "trip",
      "destination",
    ],
    without: ["suggestion box", "betting recommendation"],
  },
  {
    any: [
      "find suitable",
      "suitable partner",
      "find partner",
      "find the right",
      "find partners",
      "dating",
      "matrimonial",
      "roommate finder",
    ],
  },
];

/** Who or what is looked for, the likelier kinds first. */
const kinds: readonly RegExp[] = [
  /coach|mentor|tutor|provider|trainer|consultant|therapist|doctor|lawyer|expert|freelancer/i,
  /profile|partner|roommate|companion|candidate|pet\b|animal/i,
  /job|internship|program|course|property|apartment|house|car\b|product|movie|book|recipe|destination|trip|song|game|plan|scholarship|volunteer|opportunit|restaurant|hotel/i,
];
const unlikely =
  /session|request|application|booking|order|message|review|comment|result|assessment|goal|score|meeting|suitable/i;
const plainName = (model: PrdModel): string => model.name.toLowerCase().split(" ").map(singular).join(" ");

function findTarget({ models }: CapabilityContext, clause: PlainClause): PrdModel | undefined {
  const likely = models.filter(({ name }) => !unlikely.test(name));
  const ranked = kinds.flatMap((kind) => likely.filter(({ name }) => kind.test(name)));
  return ranked.find((model) => clause.text.includes(` ${plainName(model)} `)) ?? ranked[0];
}

export const recogniseMatch: Recogniser = (context) => {
  const clause = findSense(context.clauses, senses);
  const target = clause === null ? undefined : findTarget(context, clause);
  if (clause === null || target === undefined) return [];
  const plural = (target.plural ?? `${target.name}s`).toLowerCase();
  return [
    {
      capability: { kind: "match", model: target.name },
      decision: {
        question: `How are matching ${plural} found?`,
        choice:
          "On a page that asks for wishes, every wish weighs the same, and lists the best with the reasons; nothing is learnt from behaviour",
        reason: `the prompt speaks of it: ${quote(clause.original, 100)}`,
      },
      pages: [
        {
          path: "/match",
          title: `Find matching ${plural}`,
          purpose: "Say what matters, see what fits best and why.",
          components: ["Wishes", "Best matches"],
        },
      ],
      endpoints: [],
      task: `${target.name}: matching by wishes, tests`,
      answers: [
        "match",
        "matching",
        "algorithm",
        "recommend",
        "recommendation",
        "suggest",
        "suitable",
        "suggestion",
        "personalized",
        "personalised",
        "find",
      ],
    },
  ];
};
