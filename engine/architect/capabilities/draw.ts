// A wheel that is spun: prizes, raffles, "pick a random name".
import type { PrdModel } from "#engine/prd/schema.ts";
import { quote } from "../sanitise.ts";
import type { Recogniser } from "./capability.ts";
import { findSense } from "./senses.ts";

const senses = [
  {
    any: [
      "wheel of fortune",
      "spin the wheel",
      "spin wheel",
      "prize wheel",
      "lucky draw",
      "lucky wheel",
      "raffle",
      "random picker",
      "name picker",
      "prize draw",
      "lucky spin",
    ],
  },
  { any: ["spin", "spinning"], with: ["wheel", "prize", "winner", "reward"] },
  {
    any: ["random", "randomly"],
    with: ["pick", "winner", "draw", "select winner", "choose"],
    without: ["randomly placed", "random order"],
  },
  { any: ["lottery"], with: ["draw", "winner", "prize", "ticket"] },
];

const isPrize = ({ name }: PrdModel): boolean => /prize|reward|gift|option|segment/i.test(name);
const isPerson = ({ name }: PrdModel): boolean =>
  /participant|entry|employee|member|student|guest|name|player|ticket|person/i.test(name);
const isResult = ({ name }: PrdModel): boolean => /win|result|record|history|draw/i.test(name);

const prizes: PrdModel = {
  name: "Prize",
  plural: "Prizes",
  description: "What can be won.",
  fields: [
    { name: "name", type: "text", required: true, unique: false },
    { name: "description", type: "longText", required: false, unique: false },
    { name: "probability", type: "decimal", required: false, unique: false, min: 0, max: 100 },
  ],
};

const winning: PrdModel = {
  name: "Winning Record",
  plural: "Winning Records",
  description: "What the wheel drew.",
  fields: [
    { name: "winner name", type: "text", required: false, unique: false },
    { name: "won at", type: "dateTime", required: false, unique: false, default: "now" },
  ],
};

export const recogniseDraw: Recogniser = ({ clauses, models, relationships }) => {
  const clause = findSense(clauses, senses);
  if (clause === null || models.length > 37) return [];
  // "Spin to choose a winner" draws people; else it is the prizes that stand on the wheel.
  const drawsPeople =
    /\b(winner|name|participant|student|employee)\b/.test(clause.text) && !/ (win|won|to win) /.test(clause.text);
  const [people, won] = [models.find(isPerson), models.find((model) => isPrize(model) && !isResult(model))];
  const known = drawsPeople ? (people ?? won) : (won ?? people);
  const from = known ?? prizes;
  if (known === undefined && models.some(({ name }) => name === prizes.name)) return [];
  const kept = models.find((model) => model !== from && isResult(model));
  const results = kept ?? winning;
  const isLinked = relationships.some((one) => one.from === from.name && one.to === results.name);
  return [
    {
      capability: { kind: "draw", from: from.name, results: results.name, ...(clause.first && { home: true }) },
      decision: {
        question: "How is something drawn?",
        choice: `On a wheel of ${(from.plural ?? `${from.name}s`).toLowerCase()}; the browser draws by chance, and the result is kept as a ${results.name.toLowerCase()}`,
        reason: `the prompt speaks of it: ${quote(clause.original, 100)}`,
      },
      pages: [
        {
          path: "/spin",
          title: "Spin the wheel",
          purpose: "Draw one by chance.",
          components: ["Wheel", "Result", "Latest results"],
        },
      ],
      endpoints: [],
      task: "Wheel: chances, drawing, kept results, tests",
      answers: ["spin", "spinning", "wheel", "draw", "raffle", "winner", "random", "lucky", "win"],
      models: [...(known ? [] : [prizes]), ...(kept ? [] : [winning])],
      relationships: isLinked
        ? []
        : [{ from: from.name, to: results.name, kind: "one-to-many", name: from.name.toLowerCase() }],
    },
  ];
};
