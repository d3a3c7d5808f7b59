// Why the plan is as it is, one answer for each question a reader would ask.
import { joinEnglish } from "./words.ts";
import type { Facts } from "./write-up.ts";

export interface Decision {
  question: string;
  choice: string;
  reason: string;
}

export function explainDecisions(facts: Facts): Decision[] {
  const { app, chosen, look, relationships, scores } = facts;
  const decisions: Decision[] = [
    { question: "What is the app called?", choice: app.name, reason: app.reason },
    {
      question: "What is it about?",
      choice: scores.primary?.title ?? "No particular domain",
      reason:
        scores.primary === null
          ? "no word of the prompt points to a domain of the catalogue"
          : "its words and entities fit the prompt best",
    },
    ...chosen.entities.map((entity) => ({
      question: `Why is there a model ${facts.shown(entity.name)}?`,
      choice: entity.listed
        ? "With the fields the prompt lists"
        : entity.fields.length > 0
          ? "With the fields of the prompt and usual ones"
          : "With usual fields",
      reason: entity.reason,
    })),
  ];
  for (const relation of relationships.slice(0, 12))
    decisions.push({
      question: `How do ${relation.from} and ${relation.to} relate?`,
      choice: relation.kind,
      reason:
        relation.kind === "many-to-many"
          ? `each may have several of the other`
          : `one ${relation.from.toLowerCase()} has many of these, as its ${relation.name === relation.from.toLowerCase() ? "own" : relation.name}`,
    });
  if (facts.badges.length > 0)
    decisions.push({
      question: "What is marked with a badge?",
      choice: joinEnglish(facts.badges.map((badge) => `${badge.model}: ${badge.label}`)),
      reason: "the prompt asks for it, or the fields make it obvious",
    });
  decisions.push(
    {
      question: "Which colours?",
      choice: `${look.theme.primary}${look.theme.background === undefined ? "" : ` on ${look.theme.background}`}, ${look.theme.scheme} scheme`,
      reason: look.reason,
    },
    {
      question: "Who made the plan?",
      choice: "The offline architect",
      reason: "no model is configured, or the built-in provider was chosen; the same prompt always gives the same plan",
    },
  );
  return decisions;
}
