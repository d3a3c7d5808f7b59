// Charts over the records, and records side by side.
import { quote } from "../sanitise.ts";
import type { Recogniser } from "./capability.ts";
import { figureSenses } from "./figures.ts";
import { findSense } from "./senses.ts";

const charts = [
  {
    any: [
      "chart",
      "graph",
      "statistic",
      "statistics",
      "analytic",
      "analytics",
      "data analysis",
      "visualization",
      "visualisation",
      "visualize",
      "visualise",
      "trend",
      "metric",
      "insight",
      "kpi",
      "performance analysis",
      "progress tracking",
      "progress summary",
    ],
    without: [
      "org chart",
      "organizational chart",
      "flow chart",
      "flowchart",
      "news and trend",
      "industry trend",
      "seating chart",
      "trending",
    ],
  },
  {
    any: ["dashboard"],
    with: [
      "financial",
      "sale",
      "solar",
      "energy",
      "traffic",
      "revenue",
      "monitoring",
      "sensor",
      "historical",
      "real time",
      "data",
    ],
  },
];
/** What a question about a number is asked with. */
const figureWords = ["how many", "how much", "busiest", "conversion rate", "how full", "occupancy", "average", "total"];
const comparing = [
  {
    any: ["compare", "comparing", "comparison", "side by side"],
    without: ["compare their performance with others", "compare price comparison"],
  },
];

export const recogniseCharts: Recogniser = ({ clauses, models }) => {
  const [chart, comparison] = [findSense(clauses, [...charts, ...figureSenses]), findSense(clauses, comparing)];
  const clause = chart ?? comparison;
  if (clause === null || models.length === 0) return [];
  return [
    {
      capability: { kind: "charts", ...(comparison !== null && { compare: true }) },
      decision: {
        question: "Which charts are there?",
        choice: `Bars over any model: counts, sums and averages by choice, by what it belongs to and by month${comparison === null ? "" : "; and a page that shows records side by side"}`,
        reason: `the prompt asks for it: ${quote(clause.original, 100)}`,
      },
      pages: [
        {
          path: "/statistics",
          title: "Statistics",
          purpose: "Charts over the records.",
          components: ["Choices", "Charts"],
        },
        ...(comparison === null
          ? []
          : [
              {
                path: "/compare",
                title: "Compare",
                purpose: "Records side by side.",
                components: ["Choices", "Table"],
              },
            ]),
      ],
      endpoints: [],
      task: "Statistics: charts over the records, tests",
      answers: [
        "chart",
        "graph",
        "statistic",
        "analytic",
        "analysis",
        "visualization",
        "trend",
        "metric",
        "compare",
        "comparison",
        ...figureWords,
      ],
    },
  ];
};
