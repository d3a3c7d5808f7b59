import { inSentence } from "../../shared/in-sentence.ts";
import { part } from "../../shared/say.ts";

interface Named {
  readonly label: string;
}

export const words = part("conflict", {
  title: (model: Named) => `Somebody changed this ${inSentence(model.label)} meanwhile`,
  yours: "Yours",
  theirs: "Theirs",
  theirsStay: (labels: readonly string[]) => `Their changes to ${labels.map(inSentence).join(", ")} stay.`,
  takeTheirs: "Take all of theirs",
  chosen: "Use this choice",
  keepMine: "Keep mine",
});
