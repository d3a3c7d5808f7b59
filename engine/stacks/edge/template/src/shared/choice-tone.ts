// The colour of a state, by the word for it, so that "Paid" and "Overdue" are told apart before they are read.
import type { Tone } from "./model.ts";

/** Whole words only: a "High school" is not urgent. */
const states: readonly (readonly [Tone, RegExp])[] = [
  [
    "success",
    /^(?:accepted|active|answered|approved|attended|available|checked in|completed?|confirmed|delivered|done|finished|fulfilled|in stock|live|online|open|operational|paid|passed|present|published|resolved|returned|solved|success(?:ful)?|verified|won)$/i,
  ],
  [
    "warning",
    /^(?:awaiting \w+|delayed|in review|low stock|maintenance|medium|negotiation|on hold|partial(?:ly paid)?|paused|pending|unpaid|waiting|waitlisted)$/i,
  ],
  [
    "danger",
    /^(?:absent|banned|blocked|cancell?ed|critical|declined|dropped|expired|failed|high|late|lost|missed|no[- ]show|offline|out of stock|overdue|rejected|suspended|urgent)$/i,
  ],
  [
    "info",
    /^(?:applied|booked|contacted|in (?:progress|transit|use)|new|ongoing|ordered|planned|processing|proposal|qualified|reserved|running|scheduled|sent|shipped|submitted|upcoming)$/i,
  ],
];

/** Undefined for a choice that is no state, such as a category. */
export const choiceTone = (label: string): Tone | undefined =>
  states.find(([, words]) => words.test(label.trim()))?.[0];
