// What the prompt asks for and the offline architect does not deliver: every such clause is quoted, none is dropped in
// silence. Everything the generated app has by itself (lists, forms, search, badges, colours) is not a question.
import { isDomainWord } from "./catalogue-lookup.ts";
import type { DraftEntity } from "./draft.ts";
import { quote } from "./sanitise.ts";
import type { Clause } from "./read-text.ts";
import { appNouns, genericNouns, stopWords } from "./vocabulary.ts";
import { singular } from "./words.ts";

interface Gap {
  readonly words: readonly string[];
  readonly says: string;
}

const gaps: readonly Gap[] = [
  {
    words: [
      "login",
      "sign-in",
      "signin",
      "registration",
      "authentication",
      "password",
      "log in",
      "user registration",
      "user account",
    ],
    says: "accounts and signing in are not part of the generated app",
  },
  { words: ["sign up"], says: "who takes part is kept as records, which others write; nobody signs up by themselves" },
  {
    words: ["notification", "reminder", "alert", "notify"],
    says: "nothing is sent to people; due and overdue records are marked in the app instead",
  },
  {
    words: ["chat", "messaging", "live chat", "real-time", "realtime", "chatbot"],
    says: "messages are kept as records; nothing is pushed live",
  },
  {
    words: ["recommendation", "recommend", "algorithm", "matching", "prediction", "ai", "machine learning"],
    says: "no algorithm decides anything; the records it would need are kept",
  },
  {
    words: ["play", "spin", "multiplayer", "game over", "tile"],
    says: "the rules of the game are not played out; games, players and scores are kept",
  },
  {
    words: ["pdf", "excel", "word document"],
    says: "tables come in and go out as CSV, and pages print well; the browser saves a print as PDF",
  },
  { words: ["payment", "checkout", "pay"], says: "money is recorded, not taken" },
  { words: ["map", "gps", "geolocation"], says: "places are kept as text, not shown on a map" },
  { words: ["multilingual", "multi-language", "translation", "localization"], says: "the app is in one language" },
  {
    words: ["offline", "pwa", "mobile app", "ios", "android"],
    says: "it is a web app that fits phones, not a native one",
  },
  { words: ["animation", "animated", "parallax"], says: "pages are calm: only what changes moves" },
  { words: ["syntax highlighting", "live preview", "editor", "code editing"], says: "text is edited in plain inputs" },
];

/** At most twelve questions, the most specific first. */
/** `handled`: words of badges and roles, which speak for a clause as entities do. */
export function askOpenQuestions(
  clauses: readonly Clause[],
  entities: readonly DraftEntity[],
  themed: ReadonlySet<Clause>,
  handled: readonly string[],
): string[] {
  const questions: string[] = [];
  const known = knownWords(entities);
  for (const phrase of handled) for (const word of phrase.toLowerCase().split(" ")) known.add(singular(word));
  const answered = new Set(handled);
  for (const gap of gaps) {
    const clause = clauses.find(
      (candidate) =>
        !declines(candidate) &&
        gap.words.some((word) => !answered.has(word) && ` ${spaced(candidate)} `.includes(` ${word} `)),
    );
    if (clause !== undefined) questions.push(`${quote(clause.written)}: ${gap.says}. Is that enough for a start?`);
  }
  for (const clause of clauses) {
    if (questions.length >= 12) break;
    if (themed.has(clause) || clause.kind === "heading" || clause.tokens.filter((token) => token.word).length < 3)
      continue;
    if (clause.tokens.some((token) => ["called", "named"].includes(token.lower)) || declines(clause)) continue;
    const words = clause.tokens.filter((token) => token.word).map((token) => singular(token.lower));
    const cued = words.some((word, index) => isDomainWord(word) || isDomainWord(`${words[index - 1] ?? ""} ${word}`));
    const empty = words.every(
      (word) => stopWords.has(word) || appNouns.has(word) || genericNouns.has(word) || isDomainWord(word),
    );
    if (
      (clause.first && (empty || cued)) ||
      words.some((word) => known.has(word)) ||
      questions.some((question) => question.startsWith(quote(clause.written)))
    )
      continue;
    questions.push(
      `${quote(clause.written)} was not understood and changed nothing in the plan. Which records or fields should it add?`,
    );
  }
  return questions.slice(0, 12);
}

/** "No payments" asks for nothing. */
function declines(clause: Clause): boolean {
  return ["no", "without", "not", "don't"].includes(clause.tokens[0]?.lower ?? "");
}

function spaced(clause: Clause): string {
  return clause.tokens.map((token) => (token.word ? singular(token.lower) : token.raw)).join(" ");
}

function knownWords(entities: readonly DraftEntity[]): Set<string> {
  const words = new Set<string>();
  for (const entity of entities) {
    for (const alias of entity.catalogue?.aliases ?? [entity.name.toLowerCase()])
      for (const word of alias.split(" ")) words.add(singular(word));
    for (const field of entity.fields)
      for (const word of field.name.toLowerCase().split(" ")) words.add(singular(word));
  }
  return new Set([...words].filter((word) => !stopWords.has(word)));
}
