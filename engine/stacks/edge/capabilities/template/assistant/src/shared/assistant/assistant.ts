// Finds the entry that a question is about by the words they share. No model, no network: it says when it does not know.
import { part } from "../say.ts";

const answers = part("assistantAnswers", {
  hello: "Hello! What would you like to know?",
  welcome: "You are welcome. Is there anything else?",
  askedMost: "These questions are asked most often:",
  sorry: "Sorry, I did not understand that. Please say it in other words, or choose one of these:",
});

export interface Entry {
  readonly title: string;
  readonly text: string;
  /** A page of the app about it. */
  readonly to?: string;
}

export interface AssistantSettings {
  readonly slug: string;
  /** What is known besides the app's records. */
  readonly entries: readonly Entry[];
}

export interface Reply {
  readonly text: string;
  readonly entries: readonly Entry[];
}

const mostEntries = 6;
/** At least this much of what a question says has to be in an entry. */
const neededShare = 0.34;
const empty = new Set(
  "a about an and any are can could do does for from get give have help how i in is it list me my need of on or please show tell that the there this to us want was we what when where which who will with would you your".split(
    " ",
  ),
);

const stem = (word: string): string => (word.length > 4 ? word.replace(/(ing|ies|ed|es|s)$/, "") : word);

export const wordsOf = (text: string): string[] => [
  ...new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !empty.has(word)).map(stem)),
];

function score(question: readonly string[], entry: Entry): number {
  const [title, text] = [new Set(wordsOf(entry.title)), new Set(wordsOf(entry.text))];
  return question.reduce((sum, word) => sum + (title.has(word) ? 1 : text.has(word) ? 0.5 : 0), 0) / question.length;
}

/** `entries` in the order in which they are preferred when they fit equally well. */
export function replyTo(question: string, entries: readonly Entry[]): Reply {
  if (/^\W*(hi|hello|hey|good (morning|afternoon|evening))\W*$/i.test(question))
    return { text: answers.hello, entries: entries.slice(0, mostEntries) };
  if (/\b(thanks|thank you)\b/i.test(question)) return { text: answers.welcome, entries: [] };
  if (/\bfaqs?\b|frequently asked|what can (you|i ask)/i.test(question))
    return { text: answers.askedMost, entries: entries.slice(0, mostEntries) };
  const words = wordsOf(question);
  const ranked = entries
    .map((entry) => ({ entry, rank: words.length === 0 ? 0 : score(words, entry) }))
    .filter(({ rank }) => rank >= neededShare)
    .sort((a, b) => b.rank - a.rank);
  const [best, ...others] = ranked;
  if (!best)
    return {
      text: answers.sorry,
      entries: entries.slice(0, mostEntries),
    };
  return {
    text: best.entry.text === "" ? best.entry.title : best.entry.text,
    entries: [...(best.entry.to ? [best.entry] : []), ...others.slice(0, 2).map(({ entry }) => entry)],
  };
}
