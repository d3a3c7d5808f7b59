import { formatCount } from "../../shared/locale.ts";
import { part } from "../../shared/say.ts";

export const words = part("server-quiz", {
  sendAnswers: (most: number) => `Send the answers to at most ${formatCount(most)} questions.`,
  missing: "These questions do not exist any more.",
});
