// Lines, sentences and tokens of a prompt, with what kind of words they are. Linear in the length of the text.
import nlp from "compromise/two";
import { isDeed } from "./mark-verbs.ts";
import { findDeeds, findSubjects } from "./read-subjects.ts";
import { sayAsNouns } from "./say-as-nouns.ts";

export interface Token {
  /** As written. */
  readonly raw: string;
  /** Lower case; identifiers and hyphens are split by `read-fields`, not here. */
  readonly lower: string;
  readonly word: boolean;
  /** Says what somebody does here, or which office does it, though it may name a thing elsewhere. */
  readonly deed: boolean;
  /** Begins who does something: "managers" in "managers approve". */
  readonly actor: boolean;
}

export interface Clause {
  readonly text: string;
  /** As it was asked, to quote: `text` has nouns for half sentences. */
  readonly written: string;
  readonly tokens: readonly Token[];
  readonly kind: "sentence" | "bullet" | "heading";
  /** For a bullet: the clause it stands under. */
  readonly under: Clause | null;
  readonly first: boolean;
}

const longestClause = 1_200;
/** More sentences than a description has; the grammar's cost grows with their number. */
const mostClauses = 250;

/** "difficulty easy/medium/hard" → "difficulty (easy, medium, hard)"; "and/or" and other pairs stay. */
export function spellOutChoices(text: string): string {
  return spellOutStates(text).replaceAll(
    /(?<=[\p{L}\p{N}]):? (\p{L}[\p{L}-]{0,19}(?: ?\/ ?\p{L}[\p{L}-]{0,19}(?: [\p{L}-]{1,19}(?= ?\/))?){2,8})(?![\p{L}/])/gu,
    (_, choices: string) => ` (${choices.split(/ ?\/ ?/).join(", ")})`,
  );
}

const chosen = "[\\p{L}][\\p{L} -]{1,24}";
const canBe = new RegExp(
  `\\b(status|stage|state|priority|type|category|level|size|condition|phase|severity|kind|role) (?:can be|could be|may be|is either|is one of|must be)(?: either| one of)? ((?:${chosen}, ?){0,8}${chosen}),? or (${chosen})(?=[.;,)\\n]|$)`,
  "giu",
);

const isEither = new RegExp(
  `\\b(?:can be|is either|are either|may be) (?:either )?((?:${chosen}, ?){0,8}${chosen}),? or (${chosen})(?=[.;\\n]|$)`,
  "giu",
);
/** What something is at a time; "edited" and "deleted" is what is done to it. */
const states = new Set(
  "open closed draft new active inactive pending paid unpaid overdue done won lost available occupied free sold".split(
    " ",
  ),
);
const kindsOf = new RegExp(
  `\\b(?:there are )?(?:(?:two|three|four|five|six|\\d|several|different) )?(?:kinds|types|sorts) of ([\\p{L}-]+)(?:: ?| \\()((?:${chosen}, ?){0,8}${chosen}),? and (${chosen})(?:\\)|(?=[.;\\n]|$))`,
  "giu",
);

/** "The status can be new, in progress or done" → "The status (new, in progress, done)". */
const spellOutStates = (text: string): string =>
  text
    .replaceAll(canBe, (_, field: string, first: string, last: string) => `${field} (${first}, ${last})`)
    .replaceAll(isEither, (whole: string, first: string, last: string) => {
      const values = [...first.split(/, ?/), last];
      return values.some((value) => states.has(value.toLowerCase())) ? `has a status (${values.join(", ")})` : whole;
    })
    .replaceAll(kindsOf, (_, noun: string, first: string, last: string) => `${noun} have a type (${first}, ${last})`);

export function readClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let heading: Clause | null = null;
  for (const line of joinPhrases(text).split("\n")) {
    const trimmed = line.trim();
    if (trimmed === "") continue;
    const marker = /^(?:[-*•–+]|\d{1,2}[.)])\s+/.exec(trimmed);
    const isHeading = marker === null && (/^#{1,6}\s/.test(trimmed) || (trimmed.endsWith(":") && trimmed.length < 80));
    const body = trimmed
      .replace(/^#{1,6}\s+/, "")
      .slice(marker?.[0].length ?? 0)
      .replaceAll("**", "")
      .replaceAll("`", "");
    for (const written of marker === null && !isHeading ? splitSentences(body) : [body]) {
      if (clauses.length >= mostClauses) return clauses;
      const sentence = sayAsNouns(written);
      const tokens = tokenise(sentence.slice(0, longestClause));
      if (!tokens.some((token) => token.word)) continue;
      const kind = isHeading ? "heading" : marker === null ? "sentence" : "bullet";
      const clause: Clause = {
        text: sentence,
        written,
        tokens,
        kind,
        under: marker === null ? null : heading,
        first: clauses.length === 0,
      };
      clauses.push(clause);
      if (marker === null) heading = sentence.trim().endsWith(":") || isHeading ? clause : null;
    }
  }
  return clauses;
}

/** Phrases whose "and" or "/" does not separate two things. */
function joinPhrases(text: string): string {
  return text
    .replace(/\bdate (?:and|&) time\b/gi, "date time")
    .replace(/\bdate\/time\b/gi, "date time")
    .replace(/\bfirst (?:and|&) last names?\b/gi, "first name, last name")
    .replace(/\b(start|begin) (?:and|&) (end|finish) (date|time)s?\b/gi, "$1 $3, $2 $3")
    .replace(/\bincl\.?(?= )/gi, "including")
    .replace(/\bbefore ?(?:-?and-?|&|\/) ?after (?=photos?|pictures?|images?|gallery|shots?)/gi, "before-after ")
    .replace(/\bcheck-?in (?:and|&) check-?out dates?\b/gi, "check-in date, check-out date")
    .replace(
      /\b(company|team|group|club|school|staff|family|crew) of (?:about |around )?\d+(?: (?:people|employees|members|persons))?/gi,
      "$1",
    )
    .replace(/\bstandings? tables?\b/gi, "standings")
    .replace(/\ba\/b\b/gi, "A-B")
    .replace(/\bw\/ ?/gi, "with ")
    .replace(/\bq ?& ?a\b/gi, "q&a")
    .replace(/\bto[- ]?dos?\b(?=[\s,.]|$)/gi, (match) =>
      match.endsWith("s") ? "todos" : match.includes(" ") ? match : "todo",
    )
    .replace(/\be\.g\.,?/gi, "such as")
    .replace(/\bi\.e\.,?/gi, "such as");
}

function splitSentences(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (char === "(") depth += 1;
    if (char === ")") depth = Math.max(0, depth - 1);
    const ends = ".!?;。！？；".includes(char) && (at + 1 >= line.length || line.charAt(at + 1) === " " || char > "~");
    if (!ends || depth > 0) continue;
    sentences.push(line.slice(start, at + 1).trim());
    start = at + 1;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((sentence) => sentence !== "");
}

const tokenPattern = /[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_'&-]*|[^\s\p{L}\p{M}\p{N}_]/gu;

export function tokenise(sentence: string): Token[] {
  const tokens: Token[] = [];
  for (const [found] of sentence.matchAll(tokenPattern)) {
    const word = /^[\p{L}\p{M}\p{N}_]/u.test(found);
    const raw = word ? found.replace(/['&-]+$/, "").replace(/'s$/, "") : found;
    tokens.push({ raw, lower: raw.toLowerCase(), word, deed: false, actor: false });
  }
  const deeds: boolean[] = [];
  const subjects = findSubjects(tokens);
  const done = findDeeds(tokens, subjects);
  const actors = new Set(subjects.map(({ at }) => at));
  for (const at of tokens.keys()) deeds.push(done.has(at) || isDeed(tokens, at, deeds));
  return tokens.map((token, at) => ({ ...token, deed: deeds[at] === true, actor: actors.has(at) }));
}

/** Whether a word was used as a noun, a verb or something else anywhere in the text; unknown words count as nouns. */
export interface Lexicon {
  isNoun(word: string): boolean;
  isAdjective(word: string): boolean;
}

export function readLexicon(clauses: readonly Clause[]): Lexicon {
  // Tagging is the dear part; a sentence that says the same words again would teach nothing.
  const text = [...new Set(clauses.map((clause) => clause.text.slice(0, longestClause)))].join("\n");
  const nouns = new Set<string>();
  const adjectives = new Set<string>();
  const seen = new Set<string>();
  const sentences: unknown = nlp(text).json({ text: false, terms: { text: false, normal: true, tags: true } });
  for (const sentence of Array.isArray(sentences) ? sentences : []) {
    for (const term of termsOf(sentence)) {
      seen.add(term.normal);
      if (term.tags.includes("Noun")) nouns.add(term.normal);
      if (term.tags.includes("Adjective")) adjectives.add(term.normal);
    }
  }
  return {
    isNoun: (word) => !seen.has(word) || nouns.has(word),
    isAdjective: (word) => adjectives.has(word) && !nouns.has(word),
  };
}

interface Term {
  normal: string;
  tags: readonly string[];
}

function termsOf(sentence: unknown): Term[] {
  if (typeof sentence !== "object" || sentence === null || !("terms" in sentence) || !Array.isArray(sentence.terms))
    return [];
  const terms: unknown[] = sentence.terms;
  return terms.flatMap((term) => {
    if (typeof term !== "object" || term === null || !("normal" in term) || !("tags" in term)) return [];
    if (typeof term.normal !== "string" || !Array.isArray(term.tags)) return [];
    return [{ normal: term.normal, tags: term.tags.filter((tag): tag is string => typeof tag === "string") }];
  });
}
