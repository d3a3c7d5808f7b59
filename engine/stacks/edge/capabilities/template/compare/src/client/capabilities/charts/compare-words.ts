import { part } from "../../../shared/say.ts";

export const words = part("compare", {
  loadingFailed: "Loading failed.",
  none: "None",
  comparison: "Comparison",
  field: "Field",
  compare: "Compare",
  lead: "Two or three records side by side.",
  whatToCompare: "What to compare",
});
