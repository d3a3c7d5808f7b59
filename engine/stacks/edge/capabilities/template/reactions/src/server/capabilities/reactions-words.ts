import { formatCount } from "../../shared/locale.ts";
import { part } from "../../shared/say.ts";

export const words = part("server-reactions", {
  sendVisitor: "Send the visitor's id.",
  writeFirst: "Write something first.",
  nothingHere: "There is nothing to react to here.",
  missing: "This record does not exist. It may have been deleted.",
  notYours: "Only who wrote a comment can delete it.",
  noReaction: "There is no such reaction.",
  atMost: (most: number) => `Send at most ${formatCount(most)}.`,
});
