import { part } from "../../../shared/say.ts";

export const words = part("signup", {
  lead: "What you sent from this browser, and how it stands.",
  nothingYet: "Nothing yet",
  howToBegin: "Open something and sign up on its page.",
  checkFields: "Some fields need another look.",
  notSent: "It could not be sent. Please try again.",
  received: (label: string) => `Thank you. Your ${label} has been received.`,
});
