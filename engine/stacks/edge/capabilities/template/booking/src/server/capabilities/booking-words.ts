import { inSentence } from "../../shared/in-sentence.ts";
import { part } from "../../shared/say.ts";

export const words = part("server-booking", {
  endFirst: "The end has to be after the start.",
  /** `label`: what is booked, such as a room. */
  booked: (label: string | undefined, from: string, to: string) =>
    `This ${label === undefined ? "time" : inSentence(label)} is booked already from ${from} to ${to}. Choose another time.`,
  sendSpan: "Send from and to as times, at most 100 days apart.",
});
