// Calculators, converters and clocks.
import type { ToolId } from "#engine/prd/schema.ts";
import { quote } from "../sanitise.ts";
import type { PlannedCapability, Recogniser } from "./capability.ts";
import { findSense, type Sense } from "./senses.ts";

const calculating = ["calculator", "calculate", "calculation", "compute", "work out", "estimate", "estimator"];
const converting = ["converter", "convert", "conversion", "converting"];

interface Tool {
  readonly id: ToolId;
  readonly title: string;
  readonly purpose: string;
  readonly senses: readonly Sense[];
}

const tools: readonly Tool[] = [
  {
    id: "unit-converter",
    title: "Unit converter",
    purpose: "Convert length, weight, temperature, volume, area, speed, time and data.",
    senses: [
      {
        any: [
          "unit",
          "measurement",
          "length",
          "weight",
          "temperature",
          "celsius",
          "fahrenheit",
          "mile",
          "kilometer",
          "kilometre",
          "inch",
          "pound",
          "metric",
        ],
        with: converting,
      },
    ],
  },
  {
    id: "loan",
    title: "Loan calculator",
    purpose: "Monthly payment, interest and total of a loan or mortgage.",
    senses: [
      {
        any: ["loan", "mortgage", "amortization", "amortisation", "emi", "installment", "instalment"],
        with: calculating,
      },
      { any: ["monthly payment", "monthly repayment"], with: calculating },
    ],
  },
  {
    id: "bmi",
    title: "BMI calculator",
    purpose: "Body mass index from height and weight, and what it means.",
    senses: [{ any: ["bmi", "body mass index"] }],
  },
  {
    id: "tip",
    title: "Tip calculator",
    purpose: "The tip, the total and each person's share of a bill.",
    senses: [
      {
        any: ["tip", "gratuity"],
        with: calculating,
        without: ["and tip", "tip to", "tip for", "tip on", "tip how", "useful tip", "saving tip", "helpful tip"],
      },
      { any: ["split bill", "split the bill", "bill splitting", "bill splitter", "split a bill"] },
    ],
  },
  {
    id: "percentage",
    title: "Percentages",
    purpose: "Parts, shares, changes and discounts in percent.",
    senses: [{ any: ["percentage", "percent", "discount"], with: ["calculator", "calculate"] }],
  },
  {
    id: "currency",
    title: "Currency converter",
    purpose: "Convert between currencies with rates that the user keeps.",
    senses: [
      { any: ["currency", "exchange rate", "foreign exchange", "euro", "dollar"], with: converting },
      { any: ["currency calculator", "exchange calculator"] },
    ],
  },
  {
    id: "countdown",
    title: "Countdown",
    purpose: "Days, hours, minutes and seconds until the days that matter.",
    senses: [{ any: ["countdown", "count down"], without: ["pomodoro"] }],
  },
  {
    id: "timer",
    title: "Timer",
    purpose: "Count down a number of minutes and ring.",
    senses: [
      { any: ["timer"], without: ["pomodoro", "countdown timer", "tracker"] },
      { any: ["egg timer", "kitchen timer", "workout timer", "interval timer"] },
    ],
  },
  {
    id: "stopwatch",
    title: "Stopwatch",
    purpose: "Measure time, with laps.",
    senses: [{ any: ["stopwatch", "stop watch", "lap timer"] }],
  },
  {
    id: "pomodoro",
    title: "Pomodoro timer",
    purpose: "Focus and breaks in turn.",
    senses: [{ any: ["pomodoro", "focus timer"] }],
  },
];

export const recogniseTools: Recogniser = ({ clauses }) =>
  tools.flatMap((tool): PlannedCapability[] => {
    const clause = findSense(clauses, tool.senses);
    if (clause === null) return [];
    return [
      {
        capability: { kind: "tool", tool: tool.id, ...(clause.first && { home: true }) },
        decision: {
          question: `Why is there a ${tool.title.toLowerCase().replace("bmi", "BMI")}?`,
          choice: "As a page of its own, working in the browser",
          reason: `the prompt asks for it: ${quote(clause.original, 100)}`,
        },
        pages: [{ path: `/${tool.id}`, title: tool.title, purpose: tool.purpose, components: ["Inputs", "Result"] }],
        endpoints: [],
        task: `${tool.title}: page, calculation, tests`,
        answers: tool.senses.flatMap((sense) => [...sense.any, ...(sense.with ?? [])]),
      },
    ];
  });
