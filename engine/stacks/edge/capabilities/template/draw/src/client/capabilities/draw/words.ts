import { part } from "../../../shared/say.ts";

export const words = part("draw", {
  latestOf: (pluralLabel: string) => `Latest ${pluralLabel}`,
  loadingFailed: "Loading failed.",
  notKept: (reason: string) => `The result could not be kept: ${reason}`,
  spinWheel: "Spin the wheel",
  lead: (pluralLabel: string) => `Chance picks one of the ${pluralLabel}.`,
  noneLeft: (pluralLabel: string) => `No ${pluralLabel} left`,
  addSome: "Add some, then the wheel can be spun.",
  spin: "Spin",
  chosen: (label: string) => `The wheel chose: ${label}`,
  spinning: "Spinning …",
  tryAgain: "please try again.",
});
