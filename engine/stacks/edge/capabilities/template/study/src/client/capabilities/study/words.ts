import { part } from "../../../shared/say.ts";

export const words = part("study", {
  learningProgress: "Learning progress",
  learntOf: (learnt: number, all: number) => `${learnt} of ${all} learnt`,
  cardOf: (at: number, all: number) => `Card ${at} of ${all}`,
  otherSideEmpty: "The other side of this card is empty.",
  showAnswer: "Show answer",
  notYet: "Not yet",
  study: "Study",
  lead: "Look at a card, think of the answer, turn it over. What you did not know comes back first.",
  noneYet: (pluralLabel: string) => `No ${pluralLabel} yet`,
  willShow: "As soon as there are some, they can be studied here.",
  roundFinished: (known: number, count: number) => `Round finished. Your score: ${known} of ${count} known.`,
  all: "All",
  studyAgain: "Study again",
  startStudying: "Start studying",
  knewIt: "I knew it",
});
