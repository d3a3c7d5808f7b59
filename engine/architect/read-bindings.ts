// "Invoices per student", "ratings by customers", "vehicles of residents", "doctors at branches": what small words say of whose
// something is.
import { gatherings, nounOf } from "./connect-people.ts";
import { type Draft, type DraftEntity, entityName } from "./draft.ts";
import { personSide } from "./person-sides.ts";
import { phraseBefore } from "./read-phrases.ts";
import type { Token } from "./read-text.ts";
import type { Reading } from "./reading.ts";
import { recordWords } from "./record-words.ts";
import { knowPair, phraseAfter, side, trimBefore } from "./relation-sides.ts";
import { genericNouns } from "./vocabulary.ts";
import { isPlural, singular } from "./words.ts";

export const bindings = new Set(["by", "from", "to", "per", "for", "about", "on", "of", "at", "in"]);
const participle = /(?:ed|en|ught|wn|ung|ade|old|ent|id|one)$/;
/** What goes to somebody. */
const sentThings = new Set(
  "invoice bill letter payment payslip donation delivery shipment parcel quote refund gift message certificate notice reminder meal order ticket question complaint commitment".split(
    " ",
  ),
);
/** Of these there are many in one: groups of students, kinds of tools. */
const wholes = new Set(
  "group list team set class type kind category number collection pair series lot variety pack bunch history".split(
    " ",
  ),
);

/** "Invoices per student", "tasks for each project", "ratings by customers", "orders delivered by couriers". */
export function readBinding(draft: Draft, reading: Reading, tokens: readonly Token[], at: number): void {
  const word = tokens[at]?.lower ?? "";
  const isEach = word === "per" || (word === "for" && ["each", "every"].includes(tokens[at + 1]?.lower ?? ""));
  // "From one account to another" has two ends.
  if (
    word === "from" &&
    tokens.slice(at + 2, at + 5).some(({ lower }) => lower === "to") &&
    !isPlural(tokens[at + 1]?.lower ?? "")
  )
    return;
  const isDone = word === "by" && participle.test(tokens[at - 1]?.lower ?? "");
  const left = isDone ? phraseBefore(tokens, trimBefore(tokens, at - 1)) : bound(tokens, at, word);
  const right = phraseAfter(tokens, at + 1);
  const holder = side(draft, reading, left.words, true);
  const target = side(draft, reading, right.words, true) ?? (isDone ? doer(draft, right.words) : null);
  if (holder === null || target === null || holder === target || knowPair(holder, target)) return;
  const head = left.words.at(-1) ?? "";
  const isPerson = personSide(singular(right.words.at(-1) ?? "")) !== null;
  const isMeant = isDone
    ? isPerson && (isPlural(head) || left.one)
    : isEach || (isPlural(head) && binds(word, singular(head), isPerson, holder));
  // "Orders taken by waiters at tables" are at tables, not the waiters.
  if (placed.has(word) && attached.has(left.before)) return;
  // Many come to one meeting and to the next.
  if (!isMeant || (placed.has(word) && (isPerson || gatherings.has(nounOf(target.name))))) return;
  // Doctors have their patients; children and parents have each other.
  const isMutual = word === "of" && personSide(holder.name) !== null && personSide(target.name) === "served";
  const name = target.name.toLowerCase();
  if (isMutual) draft.relate({ from: holder.name, to: target.name, kind: "many-to-many", name, required: false });
  else draft.relate({ from: target.name, to: holder.name, kind: "one-to-many", name, required: false });
}

const wantedThings = new Set(["vote", "bid", "interview", "application", "prediction"]);
const placed = new Set(["at", "in"]);
const attached = new Set(["by", "from", "to", "with", "for", "of"]);

/** What a record is by, from, to or about; and whose or where a thing is. */
function binds(word: string, noun: string, isPerson: boolean, holder: DraftEntity): boolean {
  if (word === "of" || placed.has(word)) return !wholes.has(noun);
  const isSent = sentThings.has(noun);
  if (word === "to") return isSent;
  if (word === "for") return !isPerson && (recordWords.has(noun) || wantedThings.has(noun));
  const isMade = recordWords.has(noun) || isSent || holder.catalogue === null;
  if (word === "about" || word === "on") return isMade && !isPerson;
  return isMade && (isPerson || word === "from");
}

/** "Orders from restaurants to suppliers", "pledges by backers to projects": the orders go there. */
function bound(tokens: readonly Token[], at: number, word: string): ReturnType<typeof phraseBefore> {
  const near = phraseBefore(tokens, at);
  if (word !== "to" || !["from", "by"].includes(near.before)) return near;
  return phraseBefore(
    tokens,
    tokens.findLastIndex(({ lower }, place) => lower === near.before && place < at),
  );
}

/** "Rented by a gardener" keeps gardeners. */
function doer(draft: Draft, words: readonly string[]): DraftEntity | null {
  const name = entityName(words.slice(-1));
  const isKept = words.length === 1 && personSide(name) !== null && !genericNouns.has(name.toLowerCase());
  return isKept ? draft.touch(name, null, 2, "another entity refers to it") : null;
}
