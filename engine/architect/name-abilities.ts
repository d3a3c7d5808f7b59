// What the verbs of a sentence are about, as models: "them" is what was named before, "book classes" leaves bookings of
// classes, "see who is coming" are those bookings, "approve or reject" goes on with what was spoken of.
import type { PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import { actionsOf } from "./ability-verbs.ts";
import { modelsIn, nameWords } from "./named-in-text.ts";
import { isPersonNoun } from "./person-nouns.ts";
import type { Ability } from "./read-abilities.ts";
import { singular } from "./words.ts";

export interface Discussed {
  readonly threads: string;
  readonly replies: string;
}

export interface Named {
  readonly models: readonly PrdModel[];
  readonly relationships: readonly PrdRelationship[];
  readonly talk?: Discussed;
  /** What people leave behind when they book, order or sign up. */
  readonly entries: readonly string[];
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** What people call discussions and replies, whatever the plan calls them. */
const discussed: readonly (readonly [keyof Discussed, ReadonlySet<string>])[] = [
  ["threads", set("thread discussion topic post question")],
  ["replies", set("reply comment answer response")],
];
const pronouns = set("them it these those one ones");
/** Done to what is spoken of, also where the sentence does not say it again. */
const deciding = set(
  "approve reject accept decline deny refuse authorise authorize confirm cancel close resolve assign ship pack deliver pay reimburse sign publish review verify test fix repair complete prepare dispatch schedule award comment settle escalate mark",
);
const entering = set("book reserve order buy apply register enrol enroll borrow request");
const left: Readonly<Record<string, RegExp>> = {
  book: /^(?:booking|reservation|appointment)$/,
  reserve: /^(?:booking|reservation)$/,
  order: /^order$/,
  buy: /^order$/,
  apply: /^(?:application|candidate|applicant)$/,
  borrow: /^(?:loan|borrowing)$/,
};
const coming =
  /\b(?:coming|comes|attends?|attending|going|signed|registered|booked|enrolled|paid|confirmed|replied|there)\b/;

/** The model that holds who books, orders or borrows what was named. */
function entriesOf(verb: string, targets: readonly PrdModel[], named: Named): string | undefined {
  if (!entering.has(verb) && verb !== "sign up") return undefined;
  const around = named.relationships.filter(({ from }) => targets.some(({ name }) => name === from));
  const isLeft = (name: string): boolean => left[verb]?.test(nameWords(name).at(-1) ?? "") === true;
  const near = around.find(({ to }) => named.entries.includes(to) || isLeft(to))?.to;
  const isTarget = (name: string): boolean => targets.some((target) => target.name === name);
  return near ?? named.entries.find((name) => isLeft(name) && !isTarget(name));
}

/** Of what a sentence has named so far the last that is nobody. */
function lastNamed(context: readonly string[], models: readonly PrdModel[]): readonly string[] {
  const things = modelsIn(context, models).filter(({ name }) => !isPersonNoun(nameWords(name).at(-1) ?? ""));
  const place = (words: readonly string[]): number =>
    ` ${context.map(singular).join(" ")} `.lastIndexOf(` ${words.map(singular).join(" ")} `);
  const last = things.map(({ name }) => wordsOf(name)).toSorted((a, b) => place(b) - place(a))[0];
  return last ?? [];
}

const wordsOf = (name: string): readonly string[] => name.toLowerCase().split(" ");

/** Whether words name a field, in the plural or the singular. */
const isAbout = (objects: readonly string[], field: string): boolean =>
  ` ${objects.map(singular).join(" ")} `.includes(` ${field.toLowerCase().split(" ").map(singular).join(" ")} `);

export function nameAbilities(abilities: readonly Ability[], named: Named): readonly Ability[] {
  const { models, talk } = named;
  let before: readonly string[] = [];
  return abilities.flatMap((ability): readonly Ability[] => {
    let { objects } = ability;
    // "File a request with amount and vendor": the request.
    const among = objects.indexOf("with");
    if (among > 0) objects = objects.slice(0, among);
    // Whoever something is given to is not what is spoken of: "assigns a contractor", "assigns laptops to employees".
    const to = objects.indexOf("to");
    if (ability.verbs.includes("assign") && to > 0) objects = objects.slice(0, to);
    if (talk && modelsIn(objects, models).length === 0)
      objects = objects.map((word) => {
        const part = discussed.find(([, words]) => words.has(singular(word)))?.[0];
        return part === undefined ? word : talk[part].toLowerCase();
      });
    if (before.length === 0) before = lastNamed(ability.context, models);
    const targets = modelsIn(objects, models).filter(
      ({ name }) =>
        before.length === 0 || !ability.verbs.includes("assign") || !isPersonNoun(nameWords(name).at(-1) ?? ""),
    );
    if (targets.length === 0) {
      if (objects.includes("who") && coming.test(objects.join(" "))) {
        objects = [...before, ...named.entries.flatMap(wordsOf)];
        return [{ ...ability, objects }];
      }
      // "The lab enters results": what is told is a part of the tests.
      const whole = modelsIn(before, models).find(({ fields }) => fields.some(({ name }) => isAbout(objects, name)));
      if (whole && !ability.actions.includes("read")) return [{ ...ability, objects: before, actions: ["update"] }];
      // "Candidates apply"
      const [entry, ...others] = named.entries;
      const isEntered = ability.verbs.some((verb) => entering.has(verb) || verb === "sign up");
      // "Assign, comment and close": a comment is made, and the rest is done to what was spoken of.
      const made = models.find(({ name }) => ability.verbs.includes(name.toLowerCase()));
      const besides = ability.verbs.filter((verb) => verb !== made?.name.toLowerCase());
      if (made && before.length > 0 && besides.length > 0)
        return [
          { ...ability, verbs: besides, actions: besides.flatMap((verb) => actionsOf(verb) ?? []), objects: before },
          { ...ability, verbs: ["add"], actions: ["create", "read"], objects: wordsOf(made.name) },
        ];
      const own = models.find(({ name }) => ability.verbs.includes(nameWords(name).at(-1) ?? ""));
      if (own) before = objects = wordsOf(own.name);
      else if (entry !== undefined && others.length === 0 && isEntered) before = objects = wordsOf(entry);
      else if (
        ability.own ||
        objects.some((word) => pronouns.has(word)) ||
        ability.verbs.every((verb) => deciding.has(verb))
      )
        objects = before.length > 0 ? before : objects;
      return [{ ...ability, objects }];
    }
    before = objects;
    const entries = ability.verbs.map((verb) => entriesOf(verb, targets, named)).find((name) => name !== undefined);
    if (entries === undefined) return [{ ...ability, objects }];
    // Who books a class sees the classes.
    before = wordsOf(entries);
    return [
      { ...ability, objects: before },
      { ...ability, objects, actions: ["read"], verbs: ["see"] },
    ];
  });
}
