// Noun phrases and comma lists of a clause. Positions are indexes into the clause's tokens.
import type { Token } from "./read-text.ts";
import { determiners, eachWords, keepingVerbs, manyWords, modals, stopWords, verbLikeNouns } from "./vocabulary.ts";
import { singular, splitIdentifier } from "./words.ts";

export interface ListItem {
  /** Lower-case words without determiners; identifiers are split ("dueDate" → "due", "date"). */
  readonly words: readonly string[];
  /** "many tags", "a list of tags". */
  readonly many: boolean;
  /** "each", "a", "one". */
  readonly one: boolean;
  /** What stood in brackets or after a colon: types, choices or nested fields. */
  readonly detail: readonly ListItem[];
  /** A statement of its own begins with it: "vendors" in "guests with diet, vendors with cost". */
  readonly opens: boolean;
  /** Stands after an "and" that may have ended the list: "tables" in "guests with name and diet, tables". */
  readonly after?: boolean;
  /** "the house": one that is known otherwise. */
  readonly the?: boolean;
}

export interface List {
  readonly items: readonly ListItem[];
  readonly end: number;
}

const separators = new Set([",", ";", "/", "&", "+", "|", "、", "，"]);
const joiners = new Set(["and", "or", "plus", "nor", "und", "y"]);
const skipped = new Set(
  "a an the its their his her our my your some each every one also both either basic simple optional optionally various different zero more any of existing".split(
    " ",
  ),
);
/** Words that end a list: what follows is another statement. */
const enders = new Set(
  "should must can could will would may might shall is are was were that which who whose where when while so because to in on from into using via through by then than if but without as at between during before after not have has having contains contain includes include stores if including such like featuring allowing enabling providing offering letting helping within across about instead".split(
    " ",
  ),
);
const units: ReadonlyMap<string, string> = new Map(
  Object.entries({
    integer: "days minutes hours weeks months years seconds people pieces",
    decimal: "kg g grams cm m km miles liters litres ml percent celsius fahrenheit lbs pounds meters kwh sqm sqft m2",
    money: "usd dollars euros eur gbp",
  }).flatMap(([type, words]) => words.split(" ").map((word): [string, string] => [word, type])),
);
const actions = new Set(
  "query read view browse search find take submit manage create add edit delete update upload see get make receive generate leave write share join learn pay select choose compare rate".split(
    " ",
  ),
);
const opening = new Set(["with", "has", "have", "having", "contains", "including", "includes"]);
const innerWords = new Set(["of", "per", "for"]);
const tellers = new Set(["i", "we", "you", "they", "he", "she"]);
const asking = new Set("there is are was were has have a an it they".split(" "));
const participles =
  /^(received|sent|made|paid|found|taken|owned|read|watched|visited|bought|sold|used|seen|played|lost|given|spent|borrowed|joined|attended|installed|completed|planned)$/;
const arranged = /^(ordered|sorted|grouped|arranged|ranked|split|divided|organi[sz]ed|filtered|listed)$/;
const listCap = 40;

/** Reads "a, b and c" from `start`; `close` is the bracket that ends it. */
export function readList(tokens: readonly Token[], start: number, close: string | null = null): List {
  const items: ListItem[] = [];
  let words: string[] = [];
  let many = false;
  let one = false;
  let detail: readonly ListItem[] = [];
  // "verifying the origin" is something to do, not a thing.
  let broken = false;
  let the = false;
  let joins = 0;
  let after = false;
  let at = start;
  const push = (opens = false): void => {
    while (innerWords.has(words[words.length - 1] ?? "")) words.pop();
    // "sessions with therapists, read articles": the list is over, people do something else.
    if (
      words.length > 1 &&
      actions.has(words[0] ?? "") &&
      (words.length > 2 || singular(words[words.length - 1] ?? "") !== words[words.length - 1])
    )
      broken = true;
    // "payments received", "items found": the things, whatever befell them.
    if (words.length === 2 && participles.test(words[1] ?? "") && singular(words[0] ?? "") !== words[0]) words.pop();
    if (words.length > 0 && words.length <= (words[0] === "whether" ? 7 : 5) && !broken)
      items.push({ words, many, one, detail, opens, ...(after && { after }), ...(the && { the }) });
    words = [];
    many = false;
    one = false;
    the = false;
    detail = [];
    broken = false;
  };
  for (; at < tokens.length && items.length < listCap; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (close !== null && token.raw === close) {
      at += 1;
      break;
    }
    if (!token.word) {
      if (separators.has(token.raw)) {
        push();
        after ||= joins > 0 && token.raw === "," && close === null && !joiners.has(next(tokens, at));
      } else if (token.raw === "(" || token.raw === "{" || token.raw === "[") {
        const inner = readList(tokens, at + 1, token.raw === "(" ? ")" : token.raw === "{" ? "}" : "]");
        detail = inner.items;
        at = inner.end - 1;
      } else if (token.raw === ":" && words.length > 0 && close !== null) {
        const inner = readList(tokens.slice(0, nextSeparator(tokens, at + 1, close)), at + 1);
        detail = inner.items;
        at = Math.max(at, inner.end - 1);
      } else if (token.raw === '"' || token.raw === "'" || token.raw === "*" || token.raw === "?" || token.raw === "#")
        continue;
      else if (token.raw === "." && close !== null) push();
      else break;
      continue;
    }
    if (joiners.has(token.lower)) {
      push();
      // "a budget with vendors, and a checklist": of one item alone no list is made.
      if (token.lower === "and" && items.length === 1 && tokens[at - 1]?.raw === "," && close === null) after = true;
      else joins += token.lower === "and" ? 1 : 0;
      continue;
    }
    // "… with a brand and a fault, technicians repair them": the list is over, somebody does something.
    const isActed = tokens[at + 1]?.deed === true || tokens[at + 2]?.deed === true;
    if (token.actor && words.length === 0 && close === null && (items.length > 0 || isActed)) break;
    if (token.lower === "with" && words.length > 0 && close !== null) continue;
    // "watering interval in days": the unit tells the type, not another statement.
    const unit = units.get(tokens[at + 1]?.lower ?? "");
    if (words.length > 0 && token.lower === "in" && unit !== undefined) {
      detail = [...detail, { words: [unit], many: false, one: false, detail: [], opens: false }];
      at += 1;
      continue;
    }
    // "…, which volunteer does which shift, hours worked": how two of them go together; the list goes on.
    if (token.lower === "which" && words.length === 0 && close === null) {
      const comma = tokens.findIndex(({ raw }, index) => index > at && raw === ",");
      const between = tokens.slice(at + 1, comma);
      if (comma !== -1 && between.every(({ word }) => word) && between.some(({ lower }) => lower === "which")) {
        at = comma;
        continue;
      }
    }
    // "steps to reproduce"
    if (token.lower === "to" && words.at(-1) === "steps" && tokens[at + 1]?.word === true) {
      words.push("to", next(tokens, at));
      at += 1;
      continue;
    }
    // "energy level 1 to 10", "rating from 1 to 5"
    const following = next(tokens, at);
    if (token.lower === "from" && words.length > 0 && /^\d{1,3}$/.test(following)) continue;
    if (token.lower === "to" && /^\d{1,3}$/.test(words[words.length - 1] ?? "") && /^\d{1,3}$/.test(following)) {
      words.push(`${words.pop() ?? ""}-${following}`);
      at += 1;
      continue;
    }
    // "whether there is a garden", "whether it was paid"
    if (words[0] === "whether" && words.length < 4 && asking.has(token.lower)) {
      words.push(token.lower);
      continue;
    }
    // "a checklist ordered by deadline": how it is shown, not what it is.
    if (token.lower === "by" && words.length > 1 && arranged.test(words.at(-1) ?? "")) words.pop();
    if (
      close === null &&
      (enders.has(token.lower) || token.lower === "with" || token.lower === "for") &&
      !(token.lower === "as" && next(tokens, at) === "well")
    ) {
      if (token.lower === "for" && words.length === 0) continue;
      const isLast = tokens[at + 1]?.word !== true || joiners.has(next(tokens, at));
      // "picked up on", "handed out by"
      const isParticle = words.length === 2 && isLast && /^(?:up|off|out|back|in|over)$/.test(words[1] ?? "");
      if (isParticle && /^(?:on|at|by)$/.test(token.lower)) {
        words.push(token.lower);
        continue;
      }
      if (words.length === 1 && (token.lower === "on" || token.lower === "at" || (token.lower === "by" && isLast))) {
        words.push(token.lower);
        continue;
      }
      if (opening.has(token.lower)) push(true);
      break;
    }
    if (token.lower === "as" && next(tokens, at) === "well") {
      push();
      at += 2;
      continue;
    }
    if (
      words.length === 0 &&
      (manyWords.has(token.lower) ||
        (next(tokens, at) === "of" &&
          ["list", "lists", "set", "collection", "series", "number"].includes(token.lower) &&
          tokens[at - 1]?.lower === "a"))
    ) {
      if (token.lower === "number") many = false;
      else many = true;
      if (next(tokens, at) === "of") at += 1;
      if (token.lower === "number") {
        words.push("number", "of");
      }
      continue;
    }
    if (words.length === 0 && skipped.has(token.lower)) {
      if (token.lower === "more") many = true;
      the ||= token.lower === "the";
      if (eachWords.has(token.lower) || token.lower === "one" || token.lower === "the") one = true;
      continue;
    }
    // "tours they joined", "books I read": the rest tells which ones.
    if (words.length > 0 && close === null && tellers.has(token.lower)) {
      while (at + 1 < tokens.length && tokens[at + 1]?.word === true && !joiners.has(next(tokens, at))) at += 1;
      continue;
    }
    if (
      words.length > 0 &&
      ["a", "an", "the", "their", "its", "his", "her", "your", "our", "my"].includes(token.lower)
    ) {
      broken = true;
      continue;
    }
    if (words.length > 0 && innerWords.has(token.lower)) {
      words.push(token.lower);
      continue;
    }
    if (
      close === null &&
      stopWords.has(token.lower) &&
      token.lower !== "make" &&
      token.lower !== "is" &&
      token.lower !== "on" &&
      token.lower !== "at" &&
      token.lower !== "has" &&
      !(token.lower === "done" && (tokens[at + 1]?.word !== true || /^(?:by|on|and|or)$/.test(next(tokens, at)))) &&
      !words.length
    )
      continue;
    words.push(...(/^\d{1,3}-\d{1,3}$/.test(token.raw) ? [token.raw] : splitIdentifier(token.raw).split(" ")));
    if (words.length > 6 && close === null) break;
  }
  push();
  // A second "and" ended the list, so the first one did not.
  return { items: joins > 1 ? items.map((item) => ({ ...item, after: false })) : items, end: at };
}

function nextSeparator(tokens: readonly Token[], from: number, close: string): number {
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token !== undefined && (token.raw === "," || token.raw === ";" || token.raw === close)) return at;
  }
  return tokens.length;
}

function next(tokens: readonly Token[], at: number): string {
  return tokens[at + 1]?.lower ?? "";
}

const orders = new Set("type category year status name date topic genre level room season region location".split(" "));
const beforeVerbs = new Set(["to", "and", "or", "i", "we", "you", "that", "please", ":", ",", ...modals]);

/** "Track gadgets with …", "I want to book rooms with …": what comes first is done to what follows. */
function opensWithVerb(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  const last = words[words.length - 1] ?? "";
  const isObject = singular(last) !== last && singular(tokens[at]?.lower ?? "") === tokens[at]?.lower;
  return isObject && (at === 0 || beforeVerbs.has(tokens[at - 1]?.lower ?? ""));
}

/** The noun phrase that ends just before `end` ("Each task should" before "have"): at most four words. */
export function phraseBefore(tokens: readonly Token[], end: number): { words: string[]; before: string; one: boolean } {
  let at = end - 1;
  // "a collection, with artist and year"
  if (tokens[at]?.raw === "," && at > 0 && !modals.has(tokens[end]?.lower ?? "")) at -= 1;
  // "sessions between them with date and notes"
  if (["them", "it", "him", "her"].includes(tokens[at]?.lower ?? "") && stopWords.has(tokens[at - 1]?.lower ?? ""))
    at -= 2;
  while (at >= 0) {
    const token = tokens[at];
    if (token === undefined || !token.word) break;
    if (
      !modals.has(token.lower) &&
      ![
        "also",
        "to",
        "that",
        "which",
        "who",
        "be",
        "able",
        "only",
        "and/or",
        "always",
        "usually",
        "typically",
      ].includes(token.lower)
    )
      break;
    at -= 1;
  }
  const words: string[] = [];
  let one = false;
  let before = "";
  while (at >= 0 && words.length < 4) {
    const token = tokens[at];
    if (token === undefined || !token.word) break;
    if (eachWords.has(token.lower)) {
      one = true;
      // "artifacts, each having a title"
      if (words.length === 0 && tokens[at - 1]?.raw === ",") {
        at -= 2;
        continue;
      }
      break;
    }
    // "projects by type with a year": the head stands before what they are ordered by.
    if (token.lower === "by" && words.length === 1 && orders.has(words[0] ?? "")) {
      words.pop();
      at -= 1;
      continue;
    }
    if (stopWords.has(token.lower) || joiners.has(token.lower)) break;
    // "employees submit requests with": the object begins after the verb.
    const isVerb = !verbLikeNouns.has(singular(token.lower)) || token.deed || opensWithVerb(tokens, at, words);
    if (words.length > 0 && (token.deed || (keepingVerbs.has(token.lower) && isVerb))) break;
    words.unshift(...splitIdentifier(token.raw).split(" "));
    at -= 1;
  }
  before = tokens[at]?.lower ?? "";
  if (determiners.has(before)) before = tokens[at - 1]?.lower ?? "";
  return { words, before, one };
}
