// Calculators that no tool here is made for: "a carbon footprint calculator: enter km by car, flights and electricity".
import { quote } from "../sanitise.ts";
import type { CapabilityContext, Recogniser } from "./capability.ts";

const most = 8;
const longest = 40;
const article = "(?:the |a |an |your |their |our |my )?";
/** "Shipping costs by weight and distance" after a verb; "X calculator" with what is entered. */
const forms: readonly RegExp[] = [
  new RegExp(
    `\\b(?:calculat(?:e|es|ing)|estimat(?:e|es|ing)|comput(?:e|es|ing)|work out) ${article}([a-z][a-z -]{2,38}?) (?:by|from|based on|using|according to|depending on) ([^.;]+)`,
    "i",
  ),
  new RegExp(
    `\\b${article}([a-z][a-z -]{2,38}?) (?:calculator|estimator)\\b[^.;]*?\\b(?:enter(?:ing|s)?|inputs?|from|based on|with|by|takes?|using|asks? for)\\b:? ([^.;]+)`,
    "i",
  ),
  new RegExp(
    `\\b(?:calculator|estimator) for ${article}([a-z][a-z -]{2,38}?)[:,]? (?:where (?:users|people|you) )?(?:can )?(?:enter|input|give|from|with|based on)s? ([^.;]+)`,
    "i",
  ),
];
/** What has a page of its own. */
const known =
  /\b(loan|mortgage|bmi|body mass|tip|currency|unit|percentage|bill|time|age|date|scientific|simple|basic|online)s?\b/i;
const leads =
  /^(?:please |build |create |make |develop |design |implement |i want |i need |we need |an? |the |your |their |simple |online |web )+/i;
/** Where the list of values ends and what is done with them begins. */
const ends =
  /\b(?:and|to|then) (?:get|gets|see|sees|show|shows|receive|contact|calculate|compare|find|know|save|view|returns?)\b.*$/i;

function inputsOf(text: string): string[] {
  const items = text.replace(ends, "").split(/,|\band\b|\bor\b|\/|&/);
  const names = items.map((item) =>
    item.replace(/^\s*(?:the|a|an|your|their|its|number of|amount of|how many|per)\s+/i, "").trim(),
  );
  return [
    ...new Set(
      names.filter((name) => /^[a-z][\w %-]*$/i.test(name) && name.length <= longest && name.split(" ").length <= 4),
    ),
  ].slice(0, most);
}

function read({ clauses }: CapabilityContext) {
  const text = clauses
    .map(({ original }) => original)
    .join(" ")
    .replaceAll(/\s+/g, " ");
  for (const form of forms) {
    const [, what = "", values = ""] = form.exec(text) ?? [];
    const result = what.replace(leads, "").trim();
    const inputs = inputsOf(values);
    if (result !== "" && result.split(" ").length <= 4 && !known.test(result) && inputs.length > 0)
      return { result, inputs };
  }
  return null;
}

export const recogniseEstimate: Recogniser = (context) => {
  const found = read(context);
  if (found === null) return [];
  const { result, inputs } = found;
  const clause = context.clauses.find(({ text }) => /calculat|estimat|comput/.test(text)) ?? context.clauses[0];
  const title = `${result.charAt(0).toUpperCase()}${result.slice(1)} calculator`;
  const isHome = clause?.first === true && /calculator|estimator/.test(clause.text);
  return [
    {
      capability: { kind: "estimate", result, inputs, ...(isHome && { home: true }) },
      decision: {
        question: `How is the ${result.toLowerCase()} calculated?`,
        choice:
          "As a sum of the values, each times a rate that you set on the page; which rates are right is not known here",
        reason: `the prompt asks for it: ${quote(clause?.original ?? result, 100)}`,
      },
      pages: [
        {
          path: "/calculator",
          title,
          purpose: `Calculate ${result.toLowerCase()} from ${inputs.join(", ").toLowerCase()}.`.slice(0, 300),
          components: ["Values", "Rates", "Result"],
        },
      ],
      endpoints: [],
      task: `${title}: values, rates, result, tests`,
      answers: [
        "calculator",
        "calculate",
        "calculating",
        "estimate",
        "estimator",
        "compute",
        ...inputs.flatMap((input) => input.toLowerCase().split(" ")),
      ],
    },
  ];
};
