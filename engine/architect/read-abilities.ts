// "Receptionists manage appointments, doctors see only their own patients": who is said to do what to which records.
import type { AccessAction } from "#engine/prd/schema.ts";
import { actionsOf, verbOf } from "./ability-verbs.ts";
import type { Clause, Token } from "./read-text.ts";
import { findSubjects, hinders, roleNamed } from "./read-subjects.ts";
import { determiners, modals, verbLikeNouns } from "./vocabulary.ts";
import { isPlural, singular } from "./words.ts";

export interface Ability {
  readonly role: string;
  readonly actions: readonly AccessAction[];
  /** What they do, in the words of the sentence. */
  readonly verbs: readonly string[];
  /** The words after the verb, where models are looked for. */
  readonly objects: readonly string[];
  /** What the sentence says before. */
  readonly context: readonly string[];
  /** These words as they stand, whatever they turn out to mean. */
  readonly said: readonly string[];
  /** "everything": no model is looked for. */
  readonly isAll: boolean;
  readonly own: boolean;
  /** "can only see". */
  readonly isOnly: boolean;
  /** "cannot": takes away. */
  readonly isDenied: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const everything = words("everything anything all system app data records things whole");
/** Behind these another verb may follow; behind other words it is a noun: "their own training plan". */
const goesOn = words("and or but then to also not can may");
const ownWords = words("own theirs themselves");

/** "Only staff can edit projects", "visitors can see projects": the sentence says who does what. */
export const tellsWhoMay = ({ tokens }: Clause): boolean =>
  findSubjects(tokens).some(({ end }) => modals.has(tokens[end]?.lower ?? ""));

/** Each verb with what it is about; objects reach up to the next verb. */
function readSegment(
  { roles, context }: { readonly roles: readonly string[]; readonly context: readonly string[] },
  tokens: readonly Token[],
  things: ReadonlySet<string>,
): Ability[] {
  const abilities: Ability[] = [];
  const add = (ability: Omit<Ability, "role" | "said" | "context">): void => {
    for (const role of roles) abilities.push({ role, context, ...ability, said: ability.objects });
  };
  const lower = tokens.map((token) => token.lower);
  const text = ` ${lower.join(" ")} `;
  const isOnly = text.includes(" only ");
  const plain = { own: false, isOnly, isDenied: false };
  if (
    / (full|complete|total|unrestricted) (access|control|rights|permissions) | do (everything|anything|all) /.test(text)
  )
    add({ actions: ["create", "read", "update", "delete"], verbs: ["manage"], objects: [], isAll: true, ...plain });
  let actions: AccessAction[] = [];
  let verbs: string[] = [];
  let objects: string[] = [];
  let isDenied = false;
  /** "may read but not write reviews": what they are about comes behind the second verb. */
  let waiting: Pick<Ability, "actions" | "verbs"> | undefined;
  const flush = (isShared = false): void => {
    if (actions.length === 0) return;
    if (isShared && objects.length === 0) {
      waiting = { actions, verbs };
      [actions, verbs] = [[], []];
      return;
    }
    if (waiting) add({ ...waiting, objects, isAll: objects.length === 0, ...plain });
    waiting = undefined;
    const isToThemselves = verbs.includes("assign") || verbs.includes("mark");
    const own =
      (!isToThemselves && objects.some((word) => ownWords.has(word))) || (isOnly && objects.includes("their"));
    const isAll = objects.some((word) => everything.has(word)) && !own;
    // "Only staff may change things": to add and to remove are changes too.
    const isWhole = isAll && !isDenied && actions.includes("update") && / (change|modify) /.test(text);
    const meant: readonly AccessAction[] = isWhole ? ["create", "read", "update", "delete"] : actions;
    add({ actions: meant, verbs, objects, isAll, own, isOnly, isDenied });
    [actions, verbs, objects] = [[], [], []];
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
      verbs.push("read");
      return;
    }
    const next = lower[at + 1] ?? "";
    // "Sign in" is done to no record, "sign up for shifts" is.
    if ((word === "sign" || word === "log") && /^(?:in|up|on|out)$/.test(next)) {
      if (next !== "up" || lower[at + 2] !== "for") return;
      flush();
      actions.push("create");
      verbs.push("sign up");
      return;
    }
    if (word === "pay" && next === "attention") return;
    // After "their" or "a" it is a noun: "their orders", "a report".
    const previous = lower[at - 1] ?? "";
    // "Marks them as clean". So it is behind a verb, and when it is what the app keeps: "read posts", "see orders and reports".
    const isNoun =
      determiners.has(previous) ||
      previous === "own" ||
      previous === "as" ||
      (objects.length > 0 && verbLikeNouns.has(word) && /\p{L}/u.test(previous) && !goesOn.has(previous)) ||
      (at > 0 && isPlural(word) && (actionsOf(previous) !== undefined || things.has(singular(word))));
    const found = isNoun ? undefined : actionsOf(word);
    if (found === undefined) {
      if (actions.length > 0 && /[\p{L}\p{N}]/u.test(word)) objects.push(word);
      return;
    }
    // "add, edit and delete products": verbs in a row share what follows.
    if (objects.some((object) => !["and", "or"].includes(object))) flush();
    actions.push(...found);
    verbs.push(verbOf(word) ?? word);
    objects = [];
  });
  flush();
  if (waiting) add({ ...waiting, objects: [], isAll: true, ...plain });
  return abilities;
}

/** `things`: the words of the models' names, in the singular. */
export function readAbilities(clauses: readonly Clause[], things: ReadonlySet<string>): Ability[] {
  return clauses.flatMap(({ tokens, kind, under }) => {
    const subjects = findSubjects(tokens);
    const isListed = kind === "bullet" && under?.tokens.some(({ lower }) => /^(roles?|permissions|users)$/.test(lower));
    const first = roleNamed(tokens[0]?.lower ?? "");
    // "Roles:" with "- Editor: create and edit articles".
    if (isListed && first !== undefined && subjects.every(({ at }) => at !== 0))
      subjects.unshift({ at: 0, end: 1, roles: [first], names: [] });
    const context = (at: number): string[] => tokens.slice(0, at).map(({ lower }) => lower);
    return subjects.flatMap(({ at, end, roles }, index) =>
      readSegment({ roles, context: context(at) }, tokens.slice(end, subjects[index + 1]?.at ?? tokens.length), things),
    );
  });
}
