import { part } from "../../../shared/say.ts";

export const words = part("calculator", {
  yourValues: "Your values",
  reset: "Reset",
  saveResult: "Save result",
  result: "Result",
  completeValues: "Complete the values to see the result.",
});
