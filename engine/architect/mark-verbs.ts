// "People can book classes" is not about books: words that are things in one sentence and deeds in another.
import { isPersonNoun } from "./person-nouns.ts";
import { roleNouns } from "./role-nouns.ts";
import { determiners, keepingVerbs, modals } from "./vocabulary.ts";
import { isPlural, singular } from "./words.ts";

const deeds = new Set(
  "answer ask bid book buy call charge check claim comment contact contest deal drive exercise follow hold invite lease like list match move note offer order pay plan play poll post practice quote rate record register rent report request reply review run sale schedule score sell share show test ticket track trade train transfer visit vote walk pre-order preorder suggest upload publish swap donate lend".split(
    " ",
  ),
);
const subjects = new Set(
  "i we you they he she who people users user members customers clients guests visitors patients students parents owners teachers players readers fans everyone anyone someone visitor customer client guest member patient student staff".split(
    " ",
  ),
);
/** "an app that tracks parts" */
const whatItDoes = new Set(["that", "which", "who", "it"]);
const tellers = new Set(["i", "we", "you", "they", "he", "she"]);
const adverbs = new Set(
  "easily quickly also then simply just only not online directly instantly even securely always".split(" "),
);

interface Word {
  readonly lower: string;
  readonly word: boolean;
}

/** "which lists jobs and shows companies": third person, with something that it is done to. */
function isDoneBySomething(words: readonly Word[], at: number): boolean {
  const [previous, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (
    word === undefined ||
    next?.word !== true ||
    !(deeds.has(word.lower.replace(/s$/, "")) || deeds.has(word.lower.replace(/es$/, "")))
  )
    return false;
  // "which books we have"
  if (previous?.lower === "which" && tellers.has(next.lower)) return false;
  if (whatItDoes.has(previous?.lower ?? "")) return true;
  const joins = previous?.lower === "and" || previous?.lower === "," || previous?.lower === "or";
  const begun = words.slice(0, at).some(({ lower }) => whatItDoes.has(lower));
  return joins && begun && word.lower.endsWith("s") && (determiners.has(next.lower) || /[^s]s$/.test(next.lower));
}

const people = (word: string): boolean =>
  isPlural(word) && (roleNouns.has(singular(word)) || isPersonNoun(singular(word)));

/** "farmers list their produce", "neighbours order boxes": people, and what they do something to. */
function isDoneByPeople(words: readonly Word[], before: number, at: number): boolean {
  const next = words[at + 1];
  if (next?.word !== true || modals.has(next.lower)) return false;
  return people(words[before]?.lower ?? "") && (determiners.has(next.lower) || isPlural(next.lower));
}

/** Whether the word at `at` says what somebody does. `isVerb`: the answers for the words before it. */
export function isDeed(words: readonly Word[], at: number, isVerb: readonly boolean[]): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (isDoneBySomething(words, at)) return true;
  if (!deeds.has(word.lower)) return false;
  let before = at - 1;
  while (adverbs.has(words[before]?.lower ?? "")) before -= 1;
  const previous = words[before]?.lower ?? "";
  const next = words[at + 1];
  if (modals.has(previous)) return true;
  // "to book a class", but not "a link to order 12" at a sentence's end.
  if (previous === "to") return next?.word === true;
  if (subjects.has(previous)) return next?.word === true && !modals.has(next.lower);
  if (isDoneByPeople(words, before, at)) return true;
  // "browse, book and review classes"
  if (previous !== "and" && previous !== "or" && previous !== ",") return false;
  const joined = words[before - 1]?.lower === "," ? before - 2 : before - 1;
  const continues = isVerb[joined] === true || keepingVerbs.has(words[joined]?.lower ?? "");
  const goesOn = next !== undefined && (determiners.has(next.lower) || /s$|^(?:and|or|,)$/.test(next.lower));
  return continues && goesOn;
}
