// Reports: records as a list to print or to take to a spreadsheet.
import { quote } from "../sanitise.ts";
import type { Recogniser } from "./capability.ts";
import { findSense } from "./senses.ts";

const senses = [
  {
    any: [
      "reporting",
      "monthly report",
      "weekly report",
      "daily report",
      "annual report",
      "summary report",
      "printable",
      "report page",
    ],
  },
  {
    any: ["report"],
    with: [
      "generate",
      "export",
      "print",
      "summary",
      "filter",
      "sale",
      "expense",
      "income",
      "financial",
      "inventory",
      "attendance",
      "statistic",
      "monthly",
      "by month",
      "view",
      "show",
      "create",
      "pdf",
      "csv",
    ],
    without: ["report bug", "report a", "report an", "report abuse", "report problem", "report post"],
  },
];

export const recogniseReport: Recogniser = ({ clauses, models }) => {
  const clause = findSense(clauses, senses);
  if (clause === null || models.length === 0) return [];
  return [
    {
      capability: { kind: "report" },
      decision: {
        question: "How are reports made?",
        choice: "On a page that lists chosen columns of any model for a span of time, with totals, to print or as CSV",
        reason: `the prompt asks for reports: ${quote(clause.original, 100)}`,
      },
      pages: [
        {
          path: "/reports",
          title: "Reports",
          purpose: "Choose model, columns and dates; print or download.",
          components: ["Choices", "Table", "Totals"],
        },
      ],
      endpoints: [],
      task: "Reports: choices, totals, print, CSV, tests",
      answers: ["report", "reporting", "print", "printable"],
    },
  ];
};
