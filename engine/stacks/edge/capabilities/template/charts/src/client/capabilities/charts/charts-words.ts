import { part } from "../../../shared/say.ts";

export const words = part("charts", {
  nothingYet: "There is nothing to show yet.",
  numberOf: (pluralLabel: string) => `Number of ${pluralLabel}`,
  show: "Show",
  by: "By",
  measuredBy: (measured: string, label: string) => `${measured} by ${label}`,
  statistics: "Statistics",
  lead: "Charts over what the app keeps: choose what to count, and by what.",
  whatToLookAt: "What to look at",
});
