// "A project has many tasks", "each order belongs to a customer", "tasks assigned to team members". Statements with a
// list of fields are read in read-entities.ts; here are the phrases that say nothing but how two things relate.
import type { Draft, DraftEntity, StatedRelation } from "./draft.ts";
import type { Reading } from "./reading.ts";
import { phraseBefore } from "./read-phrases.ts";
import { bindings, readBinding } from "./read-bindings.ts";
import { readSelfReferences } from "./read-self-references.ts";
import { knowPair, phraseAfter, side, trimBefore } from "./relation-sides.ts";
import type { Token } from "./read-text.ts";
import { isPlural, singular } from "./words.ts";

interface Link {
  /** Words that join the two sides, first the one that has the key, then the one it points to. */
  readonly phrase: readonly string[];
  /** What the key is called; absent: the other side's name. */
  readonly role?: string;
  /** Of both there are many: "badges earned by scouts". */
  readonly shared?: boolean;
}

const links: readonly Link[] = [
  { phrase: ["belongs", "to"] },
  { phrase: ["belong", "to"] },
  { phrase: ["belonging", "to"] },
  { phrase: ["assigned", "to"], role: "assignee" },
  { phrase: ["linked", "to"] },
  { phrase: ["linked", "with"] },
  { phrase: ["attached", "to"] },
  { phrase: ["connected", "to"] },
  { phrase: ["related", "to"] },
  { phrase: ["associated", "with"] },
  { phrase: ["owned", "by"], role: "owner" },
  { phrase: ["written", "by"], role: "author" },
  { phrase: ["created", "by"], role: "creator" },
  { phrase: ["placed", "by"] },
  { phrase: ["made", "by"] },
  { phrase: ["taught", "by"] },
  { phrase: ["led", "by"] },
  { phrase: ["managed", "by"], role: "manager" },
  { phrase: ["supplied", "by"] },
  { phrase: ["provided", "by"] },
  { phrase: ["submitted", "by"] },
  { phrase: ["reported", "by"], role: "reporter" },
  { phrase: ["attended", "by"], shared: true },
  { phrase: ["earned", "by"], shared: true },
  { phrase: ["performed", "by"], shared: true },
  { phrase: ["played", "by"], shared: true },
  { phrase: ["sung", "by"], shared: true },
  { phrase: ["sung", "at"], shared: true },
  { phrase: ["sung", "in"], shared: true },
  { phrase: ["played", "in"], shared: true },
  { phrase: ["shown", "at"], shared: true },
  { phrase: ["shown", "in"], shared: true },
  { phrase: ["discussed", "at"], shared: true },
  { phrase: ["discussed", "in"], shared: true },
  { phrase: ["played", "at"], shared: true },
  { phrase: ["served", "at"], shared: true },
  { phrase: ["used", "by"], shared: true },
  { phrase: ["used", "in"], shared: true },
  { phrase: ["used", "for"], shared: true },
  { phrase: ["is", "for"] },
  { phrase: ["are", "for"] },
  { phrase: ["is", "part", "of"] },
  { phrase: ["are", "part", "of"] },
  { phrase: ["works", "in"] },
  { phrase: ["work", "in"] },
  { phrase: ["lives", "in"] },
  { phrase: ["grouped", "by"] },
  { phrase: ["grouped", "into"] },
  { phrase: ["organized", "by"] },
  { phrase: ["organised", "by"] },
  { phrase: ["organized", "into"] },
  { phrase: ["is", "in", "one"] },
  { phrase: ["are", "in", "one"] },
  { phrase: ["stored", "in"] },
  { phrase: ["held", "in"] },
  { phrase: ["take", "place", "in"] },
  { phrase: ["takes", "place", "in"] },
  { phrase: ["refers", "to"] },
  { phrase: ["refer", "to"] },
];

/** Who does this to a thing is named by it: "employees submit requests". */
const makingVerbs = new Set([
  "submit",
  "submits",
  "place",
  "places",
  "post",
  "posts",
  "write",
  "writes",
  "upload",
  "uploads",
  "report",
  "reports",
  "file",
  "files",
  "leave",
  "publish",
  "own",
  "owns",
  "make",
  "create",
  "creates",
  "request",
  "offer",
  "offers",
]);

const prepositions = new Set(["in", "for", "at", "to", "on", "with"]);

/** Who does this with several does not keep them for themselves: "a speaker can give several talks". */
const sharedDeeds = new Set(
  "be belong play work give appear act star speak sing perform help serve cover visit earn learn".split(" "),
);

const joinVerbs = new Set([
  "enroll",
  "enrol",
  "join",
  "attend",
  "participate",
  "subscribe",
  "follow",
  "take",
  "enrolled",
  "register",
  "registered",
]);

export function readRelationships(draft: Draft, reading: Reading): void {
  for (const clause of reading.clauses) {
    const { tokens } = clause;
    for (let at = 1; at < tokens.length; at += 1) {
      const link = linkAt(tokens, at);
      if (link !== undefined) readLink(draft, reading, tokens, at, link);
      else if (joinVerbs.has(tokens[at]?.lower ?? "") || isSharedDeed(tokens, at))
        readJoining(draft, reading, tokens, at);
      else if (makingVerbs.has(tokens[at]?.lower ?? "")) readMaking(draft, reading, tokens, at);
      else if (bindings.has(tokens[at]?.lower ?? "") && linkAt(tokens, at - 1) === undefined)
        readBinding(draft, reading, tokens, at);
      else if (
        tokens[at]?.lower === "many-to-many" ||
        (tokens[at]?.lower === "many" && tokens[at + 1]?.lower === "to" && tokens[at + 2]?.lower === "many")
      )
        readManyToMany(draft, reading, tokens);
    }
  }
  readSelfReferences(draft, reading);
  mergeMutual(draft);
}

function isSharedDeed(tokens: readonly Token[], at: number): boolean {
  if (!sharedDeeds.has(tokens[at]?.lower ?? "")) return false;
  const next = prepositions.has(tokens[at + 1]?.lower ?? "") ? at + 2 : at + 1;
  return phraseAfter(tokens, next).many;
}

const linkAt = (tokens: readonly Token[], at: number): Link | undefined =>
  links.find(({ phrase }) => phrase.every((word, index) => tokens[at + index]?.lower === word));

function readLink(draft: Draft, reading: Reading, tokens: readonly Token[], at: number, link: Link): void {
  const end = trimBefore(tokens, at);
  const left = phraseBefore(tokens, end);
  const right = phraseAfter(tokens, at + link.phrase.length);
  const holder = senderBefore(draft, reading, tokens, end) ?? side(draft, reading, left.words);
  if (holder === null || right.words.length === 0) return;
  const target = side(draft, reading, right.words);
  if (target === null) return;
  if (target === holder && link.role === undefined) return;
  const role = right.words.join(" ");
  const name =
    link.role ?? (target.name.toLowerCase() === singular(role) ? target.name.toLowerCase() : target.name.toLowerCase());
  target.score += 2;
  holder.score += 2;
  const isShared = link.shared === true && isPlural(right.words.at(-1) ?? "") && !left.one;
  if (isShared && knowPair(holder, target)) return;
  if (right.many || isShared)
    draft.relate({
      from: holder.name,
      to: target.name,
      kind: "many-to-many",
      name: target.name.toLowerCase(),
      required: false,
    });
  else
    draft.relate({
      from: target.name,
      to: holder.name,
      kind: "one-to-many",
      name,
      required: link.phrase[0]?.startsWith("belong") === true && left.one,
    });
}

/** "Tickets from customers assigned to agents": the tickets are. */
function senderBefore(draft: Draft, reading: Reading, tokens: readonly Token[], end: number): DraftEntity | null {
  const near = phraseBefore(tokens, end);
  const at = tokens.slice(0, end).findLastIndex(({ lower }) => lower === "from" || lower === "by");
  if (at < 1 || near.before !== tokens[at]?.lower || side(draft, reading, near.words, true) === null) return null;
  return side(draft, reading, phraseBefore(tokens, at).words, true);
}

/** "students enroll in many courses", "players can be in several teams" */
function readJoining(draft: Draft, reading: Reading, tokens: readonly Token[], at: number): void {
  const left = phraseBefore(tokens, at);
  const from = prepositions.has(tokens[at + 1]?.lower ?? "") ? at + 2 : at + 1;
  const right = phraseAfter(tokens, from);
  const one = side(draft, reading, left.words, true);
  const two = side(draft, reading, right.words, true);
  if (one === null || two === null || one === two || !(right.many || isPlural(right.words.at(-1) ?? ""))) return;
  if (knowPair(one, two) && !right.many) return;
  draft.relate({ from: one.name, to: two.name, kind: "many-to-many", name: two.name.toLowerCase(), required: false });
}

function readMaking(draft: Draft, reading: Reading, tokens: readonly Token[], at: number): void {
  const left = phraseBefore(tokens, at);
  const right = phraseAfter(tokens, at + 1);
  const maker = side(draft, reading, left.words.slice(-2), true);
  const made = side(draft, reading, right.words, true);
  if (maker === null || made === null || maker === made || left.words.length === 0) return;
  if (knowPair(maker, made)) return;
  draft.relate({
    from: maker.name,
    to: made.name,
    kind: "one-to-many",
    name: maker.name.toLowerCase(),
    required: false,
  });
}

function readManyToMany(draft: Draft, reading: Reading, tokens: readonly Token[]): void {
  const named: DraftEntity[] = [];
  for (const token of tokens) {
    const entity = token.word ? side(draft, reading, [token.lower], true) : null;
    if (entity !== null && !named.includes(entity)) named.push(entity);
  }
  const [one, two] = named;
  if (one !== undefined && two !== undefined)
    draft.relate({ from: one.name, to: two.name, kind: "many-to-many", name: two.name.toLowerCase(), required: false });
}

/** "posts have many tags" and "tags have many posts" are one many-to-many. */
function mergeMutual(draft: Draft): void {
  for (const relation of draft.relations) {
    const back = draft.relations.find(
      (other) =>
        other !== relation &&
        other.from === relation.to &&
        other.to === relation.from &&
        other.kind === "one-to-many" &&
        relation.kind === "one-to-many",
    );
    if (back === undefined || back.name !== back.from.toLowerCase() || relation.name !== relation.from.toLowerCase())
      continue;
    relation.kind = "many-to-many";
    draft.relations.splice(draft.relations.indexOf(back), 1);
  }
  // "A talk can have several speakers, a speaker can give several talks" says one thing twice.
  const isSaid = (relation: StatedRelation, at: number): boolean =>
    relation.from !== relation.to &&
    draft.relations.some(
      (other, place) =>
        other.kind === "many-to-many" &&
        [other.from, other.to].every((name) => [relation.from, relation.to].includes(name)) &&
        (relation.kind === "many-to-many" ? place < at : relation.name === relation.from.toLowerCase()),
    );
  const said = draft.relations.filter(isSaid);
  for (const relation of said) draft.relations.splice(draft.relations.indexOf(relation), 1);
}
