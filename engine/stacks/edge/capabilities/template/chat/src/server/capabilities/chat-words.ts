import { part } from "../../shared/say.ts";

export const words = part("server-chat", {
  sendVisitor: "Send the visitor's id.",
  chooseRoom: "Choose a conversation.",
  writeFirst: "Write something first.",
  noMessage: "There is no such message of yours.",
});
