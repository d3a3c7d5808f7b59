// Who does something in a sentence: "managers approve", "the sales team enters", "IT assigns", "shift supervisors plan".
import { actionsOf, verbOf } from "./ability-verbs.ts";
import { isPersonNoun } from "./person-nouns.ts";
import { departments, organisations, roleHeads, roleNouns } from "./role-nouns.ts";
import { determiners, dropAdjectives, modals, stopWords, verbLikeNouns } from "./vocabulary.ts";
import { isPlural, singular, titleCase } from "./words.ts";

export interface Word {
  readonly raw: string;
  readonly lower: string;
  readonly word: boolean;
}

export interface Subject {
  readonly at: number;
  /** Where what they do begins. */
  readonly end: number;
  readonly roles: readonly string[];
  /** Where names stand that are no things to keep: "finance", "team leads". */
  readonly names: readonly number[];
}

interface Person {
  readonly name: string;
  readonly at: number;
  readonly end: number;
  /** Takes "approve", "approves", or either ("staff"). */
  readonly number: "one" | "many" | "any";
  readonly isDepartment: boolean;
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const hinders = set("cannot can't cant not never");
const wholes = set("everyone everybody anyone anybody public");
/** Who acts though they are many: "families request boxes", "companies post jobs". */
const households = set(
  "family household company organisation organization relative guardian sibling paralegal official executive",
);
/** Nobody in particular: "people can see photos". */
const anyPerson = set("person human");
const fillers = set("only just also still even always be able then");
/** Words a sentence goes on with, behind which somebody new may act. */
const turns = set("and or but while where whereas then when so that only because if once after until before");
const masses = set("staff public crew team committee board council management");
const joiners = set("and or , / &");
/** Words before a compound that belong to the sentence and not to it: "let staff members", "only board members". */
const leaders = set(
  "allow allows allowing let lets letting enable enables enabling help helps helping require requires ask asks notify notifies remind reminds tell tells give gives want wants need needs make makes",
);
const prepositions = set("of with by from between per about on in into via to for");
const thirds = set("them it these those this all everything everyone who what which");

const shortNames = /^(?:hr|qa|c[efto]o)$/;
/** Titles that name a person behind "the" alone: "the lead closes them". */
const titles = set("lead chief head captain");

/** "The editor should allow users to …": a program. */
const toolNouns = set("editor planner organizer organiser reader player");

const roleOf = (noun: string): string => {
  if (noun === "administrator" || noun === "superadmin") return "Admin";
  return titleCase(noun);
};

const isModifier = ({ lower, word }: Word): boolean =>
  word &&
  /^\p{L}[\p{L}-]+$/u.test(lower) &&
  !leaders.has(lower) &&
  !stopWords.has(lower) &&
  !determiners.has(lower) &&
  !modals.has(lower) &&
  !roleNouns.has(singular(lower));

/** "Registered members", "club members" and "new members" are members; board members and team leads are not just anybody. */
const isTelling = (modifier: string, head: string): boolean =>
  !roleNouns.has(head) ||
  (!organisations.has(modifier) && !dropAdjectives.has(modifier) && !modifier.endsWith("ed") && head !== "admin");

/** Who stands at a place; the longest name they have. */
function personAt(words: readonly Word[], at: number): Person | undefined {
  const [one, two] = [words[at], words[at + 1]];
  if (one?.word !== true) return undefined;
  const head = singular(two?.lower ?? "");
  if (roleHeads.has(head) && isModifier(one) && (actionsOf(one.lower) === undefined || verbLikeNouns.has(one.lower))) {
    const name = isTelling(one.lower, head) ? titleCase(`${one.lower} ${head}`) : roleOf(head);
    return { name, at, end: at + 2, number: numberOf(two?.lower ?? ""), isDepartment: false };
  }
  const { lower } = one;
  if (wholes.has(lower)) return { name: "Everyone", at, end: at + 1, number: "any", isDepartment: false };
  if (departments.has(lower) || one.raw === "IT")
    return {
      name: one.raw === "IT" || shortNames.test(lower) ? lower.toUpperCase() : titleCase(lower),
      at,
      end: at + 1,
      number: "any",
      isDepartment: true,
    };
  const noun = singular(lower);
  const isNamed = isPlural(lower) || determiners.has(words[at - 1]?.lower ?? "");
  const isSomebody =
    roleNouns.has(noun) ||
    (isPlural(lower) && households.has(noun)) ||
    (titles.has(noun) && words[at - 1]?.lower === "the") ||
    (isNamed && isPersonNoun(noun) && !anyPerson.has(noun) && verbOf(noun) === undefined);
  return isSomebody ? { name: roleOf(noun), at, end: at + 1, number: numberOf(lower), isDepartment: false } : undefined;
}

const numberOf = (word: string): Person["number"] => (masses.has(word) ? "any" : isPlural(word) ? "many" : "one");

/** The role that a name in the plural or singular stands for: "board members" → "Board Member". */
export function roleNamed(phrase: string): string | undefined {
  const words = phrase.split(" ").map((lower) => ({ raw: lower, lower, word: true }));
  const whole = personAt(words, 0);
  return whole?.end === words.length ? whole.name : personAt(words, words.length - 1)?.name;
}

/** What is said of them: where the verb stands, behind "also" and "can". */
function verbAfter(words: readonly Word[], end: number): number {
  const isPassing = (word: string): boolean =>
    fillers.has(word) || word === "to" || (/^\p{L}{3,}ly$/u.test(word) && verbOf(word) === undefined);
  let at = end;
  while (isPassing(words[at]?.lower ?? "")) at += 1;
  return at;
}

/** "Customers order", "the customer orders a cake"; but "customer orders" are things. */
function agrees(words: readonly Word[], person: Person, at: number): boolean {
  const verb = words[at]?.lower ?? "";
  const stem = verbOf(verb);
  if (stem === undefined) return false;
  const next = words[at + 1];
  if (person.number === "many") return verb === stem || verb.endsWith("ing");
  const isThird = verb !== stem && verb.endsWith("s");
  if (person.number === "one" && !isThird) return false;
  if (!person.isDepartment && person.number === "any") return true;
  if (person.isDepartment && !isThird && person.name !== "Sales") return false;
  const isNoun = verbLikeNouns.has(stem) || alsoNouns.has(stem);
  const isObject = determiners.has(next?.lower ?? "") || thirds.has(next?.lower ?? "");
  const before = words[person.at - 1];
  const begins = before?.word !== true || determiners.has(before.lower);
  // "Reviews and signs them"
  if (isNoun && joiners.has(next?.lower ?? "") && !isObject) {
    const other = words[at + 2]?.lower ?? "";
    return verbOf(other) !== undefined && verbOf(other) !== other && agrees(words, person, at + 2);
  }
  if (isNoun) return isObject || (begins && isPlural(next?.lower ?? "") && words[at + 2]?.lower !== "and");
  return true;
}

const alsoNouns = set(
  "upload request report record log order search post view start change update access test file check answer",
);

/** "Have full access", "are able to"; but "customers have a name" says nothing of what they do. */
function isEntitled(words: readonly Word[], at: number): boolean {
  const after = words[at]?.lower ?? "";
  if (after === "are" || after === "is") return /^(?:able|allowed|permitted)$/.test(words[at + 1]?.lower ?? "");
  const said = words.slice(at + 1, at + 5).map(({ lower }) => lower);
  return (after === "have" || after === "has") && said.some((word) => rights.has(word));
}

const rights = set("access rights permission permissions control read-only");

/** Places where a role is the one who does: "doctors see", "admins can", "managers and clerks may only". */
export function findSubjects(words: readonly Word[]): Subject[] {
  const found: Subject[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const people: Person[] = [];
    let end = at;
    for (let next = at; ;) {
      const person = personAt(words, next);
      if (person) {
        people.push(person);
        next = end = person.end;
      } else if (people.length > 0 && joiners.has(words[next]?.lower ?? "")) next += 1;
      else break;
    }
    const last = people.at(-1);
    if (last === undefined) continue;
    end = behindWhole(words, end);
    const subjects = isObject(words, at, last, end) ? people.slice(1) : people;
    const first = subjects[0];
    if (first && isActing(words, end, last))
      found.push({
        at: first.at,
        end,
        roles: [...new Set(subjects.map(({ name }) => name))],
        names: subjects.filter((person) => isNoThing(words, person)).flatMap((person) => range(person.at, person.end)),
      });
    at = end - 1;
  }
  return found;
}

/** "Members of the choir can see": whose members they are changes nothing. */
function behindWhole(words: readonly Word[], end: number): number {
  if (words[end]?.lower !== "of") return end;
  const at = determiners.has(words[end + 1]?.lower ?? "") ? end + 3 : end + 2;
  const after = words[at]?.lower ?? "";
  const isLed = titles.has(words[end - 1]?.lower ?? "") && after.endsWith("s") && verbOf(after) !== undefined;
  return isLed || (at === end + 3 && modals.has(after)) ? at : end;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

const isNoThing = (words: readonly Word[], { end, at, isDepartment }: Person): boolean =>
  isDepartment || (end - at > 1 && !roleNouns.has(singular(words[end - 1]?.lower ?? "")));

function isActing(words: readonly Word[], end: number, person: Person): boolean {
  const after = words[end]?.lower ?? "";
  if (modals.has(after) || hinders.has(after)) return true;
  // "Let managers approve", "allow the office to send", "for employees to submit"; but not "a site for an operator to show".
  if (after === "to") return isEnabled(words, person, verbOf(words[end + 1]?.lower ?? "") !== undefined);
  if (!person.isDepartment && (isEntitled(words, end) || fillers.has(after))) return true;
  return agrees(words, person, verbAfter(words, end));
}

function isEnabled(words: readonly Word[], { at, number }: Person, isDeed: boolean): boolean {
  const before = words[at - 1]?.lower ?? "";
  const leading = determiners.has(before) ? (words[at - 2]?.lower ?? "") : before;
  return leaders.has(leading) || (leading === "for" && number !== "one" && isDeed);
}

/** "Their own patients and admins manage": the noun before the last is an object, not a second subject. */
function isObject(words: readonly Word[], at: number, { number, isDepartment }: Person, end: number): boolean {
  const before = words[at - 1]?.lower ?? "";
  if (before === "own" || actionsOf(before) !== undefined) return true;
  // "Inventory management should …" is no management.
  const isNamed =
    words[at - 1]?.word === true && !determiners.has(before) && !turns.has(before) && !leaders.has(before);
  if (isDepartment && isNamed) return true;
  // "Reports about children, parents read them"
  if (prepositions.has(before) && !modals.has(words[end]?.lower ?? "") && words[end]?.lower !== "to") return true;
  if (!determiners.has(before)) return false;
  const leading = words[at - 2]?.lower ?? "";
  const isGoverned = prepositions.has(leading) || actionsOf(leading) !== undefined;
  // "The public sees", "their manager approves": they begin what is said.
  const isTool = toolNouns.has(words[at]?.lower ?? "") && /^(?:should|must|will)$/.test(words[end]?.lower ?? "");
  return (
    isGoverned ||
    isTool ||
    (number === "one" && !modals.has(words[end]?.lower ?? "") && verbOf(words[end]?.lower ?? "") === undefined)
  );
}

/** Words that are no things here: what somebody does ("technicians repair and mark"), and parts of a house that do it. */
export function findDeeds(words: readonly Word[], subjects: readonly Subject[]): ReadonlySet<number> {
  const deeds = new Set<number>();
  for (const { end, names } of subjects) {
    for (const at of names) deeds.add(at);
    let at = verbAfter(words, end);
    if (modals.has(words[end]?.lower ?? "") || verbOf(words[at]?.lower ?? "") === undefined) continue;
    const isThird = verbOf(words[at]?.lower ?? "") !== words[at]?.lower;
    while (verbOf(words[at]?.lower ?? "") !== undefined) {
      deeds.add(at);
      let next = at + 1;
      while (joiners.has(words[next]?.lower ?? "")) next += 1;
      const verb = words[next]?.lower ?? "";
      if (next === at + 1 || (verbOf(verb) !== verb) !== isThird) break;
      at = next;
    }
  }
  return deeds;
}
