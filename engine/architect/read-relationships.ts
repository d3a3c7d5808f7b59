// "A project has many tasks", "each order belongs to a customer", "tasks assigned to team members". Statements with a
// list of fields are read in read-entities.ts; here are the phrases that say nothing but how two things relate.
import { lookupPhrase } from "./catalogue-lookup.ts";
import { type Draft, type DraftEntity, entityName } from "./draft.ts";
import type { Reading } from "./reading.ts";
import { phraseBefore } from "./read-phrases.ts";
import type { Token } from "./read-text.ts";
import { determiners, genericNouns, manyWords, modals, stopWords } from "./vocabulary.ts";
import { isPlural, singular } from "./words.ts";

interface Link {
  /** Words that join the two sides, first the one that has the key, then the one it points to. */
  readonly phrase: readonly string[];
  /** What the key is called; absent: the other side's name. */
  readonly role?: string;
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
  { phrase: ["stored", "in"] },
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
      const link = links.find(({ phrase }) => phrase.every((word, index) => tokens[at + index]?.lower === word));
      if (link !== undefined) readLink(draft, reading, tokens, at, link);
      else if (joinVerbs.has(tokens[at]?.lower ?? "")) readJoining(draft, reading, tokens, at);
      else if (makingVerbs.has(tokens[at]?.lower ?? "")) readMaking(draft, reading, tokens, at);
      else if (
        tokens[at]?.lower === "many-to-many" ||
        (tokens[at]?.lower === "many" && tokens[at + 1]?.lower === "to" && tokens[at + 2]?.lower === "many")
      )
        readManyToMany(draft, reading, tokens);
    }
  }
  mergeMutual(draft);
}

function readLink(draft: Draft, reading: Reading, tokens: readonly Token[], at: number, link: Link): void {
  const left = phraseBefore(tokens, trimBefore(tokens, at));
  const right = phraseAfter(tokens, at + link.phrase.length);
  const holder = side(draft, reading, left.words);
  if (holder === null || right.words.length === 0) return;
  const target = side(draft, reading, right.words);
  if (target === null) return;
  if (target === holder && link.role === undefined) return;
  const role = right.words.join(" ");
  const name =
    link.role ?? (target.name.toLowerCase() === singular(role) ? target.name.toLowerCase() : target.name.toLowerCase());
  target.score += 2;
  holder.score += 2;
  if (right.many)
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

/** "students enroll in many courses" */
function readJoining(draft: Draft, reading: Reading, tokens: readonly Token[], at: number): void {
  const left = phraseBefore(tokens, at);
  const from = ["in", "for", "at", "to"].includes(tokens[at + 1]?.lower ?? "") ? at + 2 : at + 1;
  const right = phraseAfter(tokens, from);
  const one = side(draft, reading, left.words, true);
  const two = side(draft, reading, right.words, true);
  if (one === null || two === null || one === two || !(right.many || isPlural(right.words.at(-1) ?? ""))) return;
  const usual = [...(one.catalogue?.relations ?? []), ...(two.catalogue?.relations ?? [])].some(
    (relation) => [one.name, two.name].includes(relation.from) && [one.name, two.name].includes(relation.to),
  );
  if (usual && !right.many) return;
  draft.relate({ from: one.name, to: two.name, kind: "many-to-many", name: two.name.toLowerCase(), required: false });
}

function readMaking(draft: Draft, reading: Reading, tokens: readonly Token[], at: number): void {
  const left = phraseBefore(tokens, at);
  const right = phraseAfter(tokens, at + 1);
  const maker = side(draft, reading, left.words.slice(-2), true);
  const made = side(draft, reading, right.words, true);
  if (maker === null || made === null || maker === made || left.words.length === 0) return;
  const usual = [...(maker.catalogue?.relations ?? []), ...(made.catalogue?.relations ?? [])].some(
    (relation) => [maker.name, made.name].includes(relation.from) && [maker.name, made.name].includes(relation.to),
  );
  if (usual) return;
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

function side(draft: Draft, reading: Reading, words: readonly string[], knownOnly = false): DraftEntity | null {
  if (words.length === 0) return null;
  for (let start = 0; start < words.length; start += 1) {
    const name = entityName(words.slice(start)).toLowerCase();
    const known =
      draft.entities.get(name) ??
      [...draft.entities.values()].find(
        (entity) => entity.catalogue === null && entity.name.toLowerCase().endsWith(` ${name}`),
      );
    if (known !== undefined) return known;
  }
  const found = lookupPhrase(words, reading.scores);
  if (found !== null) {
    const known = draft.entities.get(found.entity.name.toLowerCase());
    if (known !== undefined || !knownOnly)
      return known ?? draft.touch(found.entity.name, found.entity, 1, "another entity refers to it");
  }
  const head = words[words.length - 1] ?? "";
  if (knownOnly || genericNouns.has(singular(head)) || head.length < 3) return null;
  return reading.lexicon.isNoun(head) && isPlural(head)
    ? draft.touch(entityName(words.slice(-2)), null, 1, "another entity refers to it")
    : null;
}

function trimBefore(tokens: readonly Token[], at: number): number {
  let end = at;
  while (
    end > 1 &&
    ["is", "are", "be", "being", "was", "get", "gets", "been", "can", "also"].includes(tokens[end - 1]?.lower ?? "")
  )
    end -= 1;
  return end;
}

function phraseAfter(tokens: readonly Token[], from: number): { words: string[]; many: boolean } {
  const words: string[] = [];
  let many = false;
  let at = from;
  for (; at < tokens.length; at += 1) {
    const lower = tokens[at]?.lower ?? "";
    if (manyWords.has(lower) || lower === "more") many = true;
    else if (!determiners.has(lower) && lower !== "or") break;
    if (lower === "or" && tokens[at + 1]?.lower === "more") many = true;
  }
  for (; at < tokens.length && words.length < 3; at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.word || stopWords.has(token.lower) || modals.has(token.lower)) break;
    words.push(token.lower);
  }
  return { words, many };
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
}
