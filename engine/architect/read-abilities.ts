// "Receptionists manage appointments, doctors see only their own patients": who is said to do what to which records.
import type { AccessAction } from "#engine/prd/schema.ts";
import type { Clause, Token } from "./read-text.ts";
import { roleNouns } from "./role-nouns.ts";
import { determiners, modals } from "./vocabulary.ts";
import { isPlural, singular, titleCase } from "./words.ts";

export interface Ability {
  readonly role: string;
  readonly actions: readonly AccessAction[];
  /** The words after the verb, where models are looked for. */
  readonly objects: readonly string[];
  /** "everything": no model is looked for. */
  readonly isAll: boolean;
  readonly own: boolean;
  /** "cannot": takes away. */
  readonly isDenied: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const verbs: Readonly<Record<AccessAction | "manage", ReadonlySet<string>>> = {
  read: words("see view read browse look access search find check watch consult"),
  create: words(
    "add create post submit book register place write start upload request apply enrol enroll order record log enter reserve report",
  ),
  update: words(
    "edit update change modify approve reject assign complete mark close process confirm resolve review publish schedule reschedule cancel pin lock hide",
  ),
  delete: words("delete remove archive"),
  manage: words("manage maintain administer handle organise organize control oversee run moderate"),
};

const everything = words("everything anything all system app data records things whole");
const ownWords = words("own theirs themselves");
const hinders = words("cannot can't cant not never");
const wholes = words("everyone everybody anyone anybody public");
const fillers = words("only just also still even always to be able then");

/** "managing", "manages", "managed" → "manage". */
function stemsOf(word: string): string[] {
  const stems = [word];
  if (word.endsWith("s")) stems.push(word.slice(0, -1), word.slice(0, -2), `${word.slice(0, -3)}y`);
  if (word.endsWith("ing")) stems.push(word.slice(0, -3), `${word.slice(0, -3)}e`, word.slice(0, -4));
  return stems;
}

function actionsOf(word: string): readonly AccessAction[] | undefined {
  const stems = stemsOf(word);
  const kind = Object.entries(verbs).find(([, known]) => stems.some((stem) => known.has(stem)))?.[0];
  if (kind === undefined) return undefined;
  return kind === "manage" ? ["create", "read", "update", "delete"] : [kind as AccessAction];
}

const roleName = (word: string): string | undefined => {
  const noun = singular(word);
  if (noun === "administrator" || noun === "superadmin") return "Admin";
  if (wholes.has(word)) return "Everyone";
  return roleNouns.has(noun) ? titleCase(noun) : undefined;
};

/** Who is more than a member or a manager of any kind: "board members", "warehouse staff". */
export const qualifiers = "board committee council office warehouse kitchen sales support senior head lead chief".split(
  " ",
);

/** Where a role is the one who does: "doctors see", "admins can", "managers and clerks may only". */
function findSubjects(tokens: readonly Token[]): { at: number; end: number; roles: string[] }[] {
  const found: { at: number; end: number; roles: string[] }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const roles: { name: string; at: number }[] = [];
    let end = at;
    for (; end < tokens.length; end += 1) {
      const word = tokens[end]?.lower ?? "";
      const name = roleName(word);
      const before = tokens[end - 1]?.lower ?? "";
      const isQualified = qualifiers.includes(before) && name !== undefined && name !== "Everyone";
      if (name !== undefined)
        roles.push(isQualified ? { name: titleCase(`${before} ${name}`), at: end - 1 } : { name, at: end });
      else if (roles.length === 0 || !["and", "or", ",", "/", "&"].includes(word)) break;
    }
    if (roles.length === 0) continue;
    // "their own patients and admins manage": the noun before the last is an object, not a second subject.
    const after = tokens[end]?.lower ?? "";
    const speaks =
      modals.has(after) ||
      hinders.has(after) ||
      fillers.has(after) ||
      after === "have" ||
      after === "has" ||
      after === "are" ||
      after === "sign" ||
      after === "log" ||
      actionsOf(after) !== undefined;
    const before = tokens[at - 1]?.lower ?? "";
    // "The public sees": many, and no one's object.
    const isMany = tokens[at]?.lower === "public" && before === "the";
    const isObject = (determiners.has(before) && !isMany) || before === "own" || actionsOf(before) !== undefined;
    const subjects = isObject ? roles.slice(1) : roles;
    const [first] = subjects;
    if (speaks && first) found.push({ at: first.at, end, roles: subjects.map(({ name }) => name) });
    at = end;
  }
  return found;
}

/** "Only staff can edit projects", "visitors can see projects": the sentence says who does what. */
export const tellsWhoMay = ({ tokens }: Clause): boolean =>
  findSubjects(tokens).some(({ end }) => modals.has(tokens[end]?.lower ?? ""));

/** Each verb with what it is about; objects reach up to the next verb. */
function readSegment(roles: readonly string[], tokens: readonly Token[], things: ReadonlySet<string>): Ability[] {
  const abilities: Ability[] = [];
  const add = (ability: Omit<Ability, "role">): void => {
    for (const role of roles) abilities.push({ role, ...ability });
  };
  const lower = tokens.map((token) => token.lower);
  const text = ` ${lower.join(" ")} `;
  if (/ (full|complete|total|unrestricted) (access|control|rights|permissions) /.test(text))
    add({ actions: ["create", "read", "update", "delete"], objects: [], isAll: true, own: false, isDenied: false });
  let actions: AccessAction[] = [];
  let objects: string[] = [];
  let isDenied = false;
  /** "may read but not write reviews": what they are about comes behind the second verb. */
  let waiting: AccessAction[] = [];
  const flush = (isShared = false): void => {
    if (actions.length === 0) return;
    if (isShared && objects.length === 0) {
      waiting = actions;
      actions = [];
      return;
    }
    if (waiting.length > 0) {
      add({ actions: waiting, objects, isAll: objects.length === 0, own: false, isDenied: false });
      waiting = [];
    }
    const own = objects.some((word) => ownWords.has(word)) || (text.includes(" only ") && objects.includes("their"));
    const isAll = objects.some((word) => everything.has(word)) && !own;
    // "Only staff may change things": to add and to remove are changes too.
    const isWhole = isAll && !isDenied && actions.includes("update") && / (change|modify) /.test(text);
    add({ actions: isWhole ? ["create", "read", "update", "delete"] : actions, objects, isAll, own, isDenied });
    [actions, objects] = [[], []];
  };
  lower.forEach((word, at) => {
    if (hinders.has(word)) {
      flush();
      isDenied = true;
      return;
    }
    if (word === "but" || modals.has(word)) {
      if (actions.length > 0 || word === "but") {
        flush(word === "but");
        isDenied = false;
      }
      return;
    }
    if (/^read-?only$/.test(word) || (word === "read" && lower[at + 1] === "only")) {
      flush();
      actions.push("read");
      return;
    }
    // After "their" or "a" it is a noun: "their orders", "a report".
    const previous = lower[at - 1] ?? "";
    // So it is behind a verb, and when it is what the app keeps: "read posts", "see orders and reports".
    const isNoun =
      determiners.has(previous) ||
      previous === "own" ||
      (isPlural(word) && (actionsOf(previous) !== undefined || things.has(singular(word))));
    const found = isNoun ? undefined : actionsOf(word);
    if (found === undefined) {
      if (actions.length > 0 && /[\p{L}\p{N}]/u.test(word)) objects.push(word);
      return;
    }
    // "add, edit and delete products": verbs in a row share what follows.
    if (objects.some((object) => !["and", "or"].includes(object))) flush();
    actions.push(...found);
    objects = [];
  });
  flush();
  if (waiting.length > 0) add({ actions: waiting, objects: [], isAll: true, own: false, isDenied: false });
  return abilities;
}

/** `things`: the words of the models' names, in the singular. */
export function readAbilities(clauses: readonly Clause[], things: ReadonlySet<string>): Ability[] {
  return clauses.flatMap(({ tokens, kind, under }) => {
    const subjects = findSubjects(tokens);
    const isListed = kind === "bullet" && under?.tokens.some(({ lower }) => /^(roles?|permissions|users)$/.test(lower));
    const first = roleName(tokens[0]?.lower ?? "");
    // "Roles:" with "- Editor: create and edit articles".
    if (isListed && first !== undefined && subjects.every(({ at }) => at !== 0))
      subjects.unshift({ at: 0, end: 1, roles: [first] });
    return subjects.flatMap(({ end, roles }, index) =>
      readSegment(roles, tokens.slice(end, subjects[index + 1]?.at ?? tokens.length), things),
    );
  });
}
