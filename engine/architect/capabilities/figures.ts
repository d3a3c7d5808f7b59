// Numbers that people want to see of their records, in plain words: "how many came each week", "where the money goes".
import type { Sense } from "./senses.ts";

const spans = ["day", "week", "month", "quarter", "year", "evening", "hour", "season"];
const rhythms = spans.flatMap((span) => [`per ${span}`, `each ${span}`, `every ${span}`, `by ${span}`, `a ${span}`]);

/** What bars over counts, sums and averages answer, or come near to. */
export const figureSenses: readonly Sense[] = [
  {
    any: ["how many", "how much", "what do", "what doe"],
    with: [...rhythms, "total", "each", "overall", "on average"],
  },
  { any: ["see", "show", "know", "count", "ticket", "visit", "sale", "sign up", "order"], with: rhythms.slice(0, 20) },
  {
    any: [
      "where the money",
      "where my money",
      "where our money",
      "what we spend",
      "what i spend",
      "spending by",
      "total by",
      "total per",
      "monthly total",
      "weekly total",
      "yearly total",
      "average time",
      "average number",
      "average cost",
      "on average",
      "best selling",
      "bestseller",
      "sell best",
      "most popular",
      "busiest",
      "conversion rate",
      "occupancy",
      "utilisation",
      "utilization",
      "how full",
      "how busy",
      "break down by",
      "breakdown by",
    ],
    without: ["most popular article", "most popular post"],
  },
];

/** Charts go by month, and look at one field at a time. */
export const finerSenses: readonly Sense[] = [
  {
    any: ["see", "show", "know", "how many", "how much", "how full", "how busy", "ticket", "visit", "sale", "order"],
    with: ["week", "hour", "evening"].flatMap((span) => [`per ${span}`, `each ${span}`, `every ${span}`, `by ${span}`]),
  },
  { any: ["busiest", "average time", "conversion rate", "occupancy", "utilisation", "utilization", "how full"] },
];

/** "Average time to close", "tickets per week": in a list of what is kept, a number that is made of it. */
export function isFigure(words: readonly string[]): boolean {
  const text = words.join(" ");
  return /^(?:average|total number|number|mean|median|percentage) |\b(?:per|each|every) (?:day|week|month|year)$/.test(
    text,
  );
}
