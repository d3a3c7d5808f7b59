import { part } from "../../shared/say.ts";

export const words = part("server-polls", {
  sendVisitor: "Send the visitor's id.",
  chooseOption: "Choose an option.",
  otherOption: "Choose one of the poll's options.",
  closed: "This poll is closed.",
  missing: "This poll does not exist. It may have been deleted.",
});
