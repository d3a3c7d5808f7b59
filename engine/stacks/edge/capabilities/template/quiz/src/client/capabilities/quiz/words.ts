import { part } from "../../../shared/say.ts";

export const words = part("quiz", {
  yourResult: "Your result",
  shareRight: (share: number) => `${share} % right`,
  playAgain: "Play again",
  right: "Right",
  wrong: "Wrong",
  youAnswered: (given: string) => `Your answer: ${given}`,
  notLoaded: "The quiz could not be loaded.",
  notSent: "The answers could not be sent. Please try again.",
  playQuiz: "Play quiz",
  lead: "One question after the other; the score comes at the end.",
  noQuestionsYet: "No questions yet",
  addSomeAndPlay: "Add some, and play.",
  addQuestion: "Add a question",
  questionOf: (at: number, count: number) => `Question ${at + 1} of ${count}`,
  yourName: "Your name, for the results",
  back: "Back",
  seeResult: "See the result",
  next: "Next",
  nothing: "none",
});
