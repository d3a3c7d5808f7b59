import { part } from "../../../shared/say.ts";

export const words = part("charts", {
  nothingYet: "There is nothing to show yet.",
  numberOf: (pluralLabel: string) => `Number of ${pluralLabel}`,
  total: "Total",
  average: "Average",
  show: "Show",
  totalOf: (label: string) => `Total ${label}`,
  averageOf: (label: string) => `Average ${label}`,
  by: "By",
  measuredBy: (measured: string, label: string) => `${measured} by ${label}`,
  byMonth: (measured: string) => `${measured} by month`,
  statistics: "Statistics",
  lead: "Charts over what the app keeps: choose what to count, and by what.",
  whatToLookAt: "What to look at",
});
