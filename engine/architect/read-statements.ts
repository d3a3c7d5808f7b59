// Statements that carry a list: "X with a, b and c", "each X has …", "X (a, b)", "X: a, b", a heading over bullets.
import { conventionFor } from "./field-conventions.ts";
import { type OpeningSubject, openingSubject } from "./opening-subject.ts";
import { type ListItem, phraseBefore, readList } from "./read-phrases.ts";
import type { Clause, Token } from "./read-text.ts";
import { appNouns } from "./vocabulary.ts";
import { isPlural, splitIdentifier } from "./words.ts";

export interface Statement {
  readonly clause: Clause;
  /** Lower-case words of what the list is about; empty when the list stands alone ("Fields: a, b"). */
  readonly head: readonly string[];
  /** The word before the head: "for" in "an invoice app for freelancers: clients, projects". */
  readonly before: string;
  /** "each task", "a task": the head is a kind of thing. */
  readonly one: boolean;
  readonly kind: "has" | "with" | "brackets" | "colon" | "example";
  /** Where the head opens the sentence, which says what each of its kind has: what stands between it and the list. */
  readonly opening: readonly Token[] | null;
  readonly items: readonly ListItem[];
}

const hasWords = new Set([
  "has",
  "have",
  "having",
  "contains",
  "contain",
  "containing",
  "includes",
  "include",
  "needs",
  "stores",
  "store",
  "records",
  "needs",
]);
const nounsToo = new Set(["stores", "records"]);
const withWords = new Set([
  "with",
  "including",
  "featuring",
  "comprising",
  "showing",
  "displaying",
  "capturing",
  "storing",
  "tracking",
]);

export function readStatements(clauses: readonly Clause[]): Statement[] {
  const statements: Statement[] = [];
  const bulletsOf = new Map<Clause, Clause[]>();
  for (const clause of clauses) {
    if (clause.kind === "bullet" && clause.under !== null)
      bulletsOf.set(clause.under, [...(bulletsOf.get(clause.under) ?? []), clause]);
    statements.push(...statementsOf(clause));
  }
  for (const [heading, bullets] of bulletsOf) {
    const head = headingWords(heading.tokens);
    const items = bullets.flatMap((bullet) => {
      const list = readList(cutAtDash(bullet.tokens), 0);
      const first = list.items[0];
      return list.items.length === 1 && first !== undefined && first.words.length <= 4 ? [first] : [];
    });
    if (items.length > 0)
      statements.push({ clause: heading, head, before: "", one: false, kind: "colon", opening: null, items });
  }
  return statements;
}

function statementsOf(clause: Clause): Statement[] {
  const { tokens } = clause;
  const found: Statement[] = [];
  const subject = openingSubject(tokens);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const kind = connectorAt(tokens, at);
    if (kind === null) continue;
    const opens = subject !== null && isToldOf(subject, tokens, at, kind);
    const isAsked = token.raw === ":" && tokens[at - 1]?.lower === "know";
    const nothing = { words: [], before: "", one: false };
    const head = isAsked ? nothing : opens ? { ...subject, before: "" } : beforeList(tokens, at, kind);
    const skip = kind === "example" && token.lower === "such" ? 2 : 1;
    if (kind === "brackets" && head.words.length === 0) continue;
    const close = token.raw === "(" ? ")" : token.raw === "{" ? "}" : null;
    const list = readList(tokens, at + skip, close);
    // "Purchase orders: sales enters them" lists nothing, and is about orders all the same.
    const isActed = kind === "colon" && tokens.slice(at, at + 3).some(({ actor }) => actor);
    if (list.items.length === 0 && !isActed) continue;
    const opening = opens ? tokens.slice(subject.verb, at) : null;
    found.push({ clause, head: head.words, before: head.before, one: head.one, kind, opening, items: list.items });
    // A bracket inside the list belongs to an item of it.
    if (kind !== "has" || list.items.length > 1) at = Math.max(at, list.end - 1);
  }
  return found.length > 0 ? found : bareFields(clause);
}

const enoughFields = 3;

/** "A log for my car. Date, mileage, cost and garage.": nothing but fields of what was spoken of. */
function bareFields(clause: Clause): Statement[] {
  if (clause.kind !== "sentence") return [];
  const { items, end } = readList(clause.tokens, 0);
  const isWhole = clause.tokens.slice(end).every(({ word }) => !word);
  const certain = items.filter(({ words }) => !isPlural(words.at(-1) ?? "") && conventionFor(words.join(" ")).certain);
  if (!isWhole || items.length < enoughFields || certain.length * 3 < items.length * 2) return [];
  // "Films, who picked it, when we saw it"
  const [first, ...rest] = items;
  const isHeaded = first !== undefined && isPlural(first.words.at(-1) ?? "");
  const told = isHeaded ? { head: first.words, items: rest } : { head: [], items };
  return [{ clause, before: "", one: false, kind: "colon", opening: null, ...told }];
}

/** "…, with a price", "… are given by judges: score", "… and have a number": still about what opens the sentence. */
function isToldOf(subject: OpeningSubject, tokens: readonly Token[], at: number, kind: Statement["kind"]): boolean {
  if (at === subject.verb) return kind === "has";
  if (at < subject.verb) return false;
  const before = tokens[at - 1];
  if (kind === "has") return before?.lower === "and" || before?.raw === ",";
  if (kind === "colon") return true;
  return kind === "with" && (before?.raw === "," || points.has(tokens[subject.verb]?.lower ?? ""));
}

/** What these say is where the sentence's subject points to, so that a list after it is the subject's. */
const points = new Set(
  "belongs belong links link connects connect assigns assign refers refer shows show is are".split(" "),
);

/** "Ideas for our product, with a status": the ideas have one. */
function beforeList(tokens: readonly Token[], at: number, kind: Statement["kind"]): ReturnType<typeof phraseBefore> {
  const phrase = phraseBefore(tokens, at);
  if (kind !== "with" || tokens[at - 1]?.raw !== "," || phrase.before !== "for") return phrase;
  const purpose = tokens.findLastIndex(({ lower }, place) => place < at && lower === "for");
  const whole = phraseBefore(tokens, purpose);
  return whole.words.length > 0 ? whole : phrase;
}

const beginnings = new Set(
  "track manage record keep store log monitor maintain organise organize add create list show let allow help plan handle".split(
    " ",
  ),
);

const dashes = new Set(["-", "–", "—"]);
const shortestList = 3;

/** "A site for a festival – line-up, stages, partners": what follows the dash is a list to the end of the sentence. */
function opensList(tokens: readonly Token[], at: number): boolean {
  const { items, end } = readList(tokens, at + 1);
  return items.length >= shortestList && tokens.slice(end).every(({ word }) => !word);
}

function connectorAt(tokens: readonly Token[], at: number): Statement["kind"] | null {
  const token = tokens[at];
  const following = tokens[at + 1]?.lower;
  if (token === undefined) return null;
  // "stores, suppliers and orders": a thing in a list.
  const isListed = nounsToo.has(token.lower) && following === ",";
  if (hasWords.has(token.lower) && at > 0 && following !== "to" && following !== "been" && !isListed) return "has";
  // "I want to know the tenant, the rent and whether it is paid"
  if ((token.lower === "know" || token.lower === "see") && tokens[at - 1]?.lower === "to" && following !== ":")
    return "has";
  // "A parcel tracking website", "a tracking number": a name, no list.
  const isName =
    token.lower.endsWith("ing") && (appNouns.has(following ?? "") || /^(number|code|id|of)$/.test(following ?? ""));
  if (withWords.has(token.lower) && at > 0 && !isName) return "with";
  if (token.lower === "such" && following === "as") return "example";
  // "upload photos, like, comment and follow" is something to do.
  const isDone = [",", "and", "or"].includes(following ?? "");
  if (token.lower === "like" && at > 0 && !isDone) return "example";
  if ((token.raw === "(" || token.raw === "{") && at > 0) return "brackets";
  if (token.raw === ":" && at > 0 && at < tokens.length - 1) {
    // "A small bakery: track ingredients, suppliers and orders" lists what is kept, not what a bakery has.
    const isSentence = beginnings.has(following ?? "") && tokens[at + 2]?.word === true;
    return isSentence ? null : "colon";
  }
  if (dashes.has(token.raw) && at > 3 && opensList(tokens, at)) return "colon";
  if (dashes.has(token.raw) && at > 0 && at <= 3 && tokens.length > at + 2 && tokens.some((other) => other.raw === ","))
    return "colon";
  return null;
}

function cutAtDash(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token, index) => index > 0 && (token.raw === "-" || token.raw === "."));
  return at === -1 ? tokens : tokens.slice(0, at);
}

function headingWords(tokens: readonly Token[]): string[] {
  const words = tokens.filter((token) => token.word).flatMap((token) => splitIdentifier(token.raw).split(" "));
  const has = words.findIndex((word) => hasWords.has(word) || withWords.has(word));
  const kept = (has > 0 ? words.slice(0, has) : words).filter(
    (word) => !["a", "an", "the", "each", "every", "should", "must", "will", "can", "following"].includes(word),
  );
  return kept.slice(-4);
}
