import { part } from "../../../shared/say.ts";

export const words = part("history", {
  thatDidNotWork: "That did not work. Please try again.",
  owner: "Belongs to",
  belongsTo: (name: string) => `Belongs to ${name}.`,
  nobodyInParticular: "Nobody in particular",
  history: "History",
  nobody: "nobody in particular",
});
