// "Managers approve or reject, finance marks them as paid": what people do to records is a state of these, a word about it
// a field, whoever they are given to a person of theirs.
import type { PrdField, PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import { entitiesFor } from "./catalogue/index.ts";
import { beginnings, type DeedState, deedStates, markable, rankOf } from "./deed-states.ts";
import { enumValuesFor } from "./enum-values.ts";
import { nameAbilities, type Named } from "./name-abilities.ts";
import { modelsIn, nameWords } from "./named-in-text.ts";
import { isPersonNoun } from "./person-nouns.ts";
import { type Ability, readAbilities } from "./read-abilities.ts";
import type { Clause } from "./read-text.ts";
import { roleNouns } from "./role-nouns.ts";
import { singular } from "./words.ts";

interface Deed {
  readonly role: string;
  readonly model: string;
  readonly verb: string;
  readonly state: DeedState;
}

export interface Stated {
  readonly models: PrdModel[];
  readonly relationships: PrdRelationship[];
}

const mostFields = 14;
const optional = { required: false, unique: false } as const;

const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** "Marks them as paid": the word behind "as". */
function markedState(objects: readonly string[]): DeedState | undefined {
  // "Mark themselves as absent": not the record.
  if (objects.some((word) => /sel(?:f|ves)$/.test(word))) return undefined;
  const word = objects[objects.indexOf("as") + 1] ?? "";
  if (!objects.includes("as") || !markable.test(word)) return undefined;
  const value = titled(word);
  const known = Object.values(deedStates).find(({ same }) => same.test(value));
  return { value, rank: rankOf(value), same: known?.same ?? new RegExp(`^${word}$`, "i") };
}

/** What "users" may do lists what the app offers, which is no division of work. */
const anybody = new Set(["User", "Everyone", "Visitor", "Guest"]);

function deedsOf(abilities: readonly Ability[], models: readonly PrdModel[]): Deed[] {
  return abilities.flatMap(({ role, verbs, objects, said, isDenied }) =>
    modelsIn(isDenied || anybody.has(role) ? [] : objects, models).flatMap(({ name: model }) =>
      verbs.flatMap((verb) => {
        const state = verb === "mark" ? markedState(said) : deedStates[verb];
        return state === undefined ? [] : [{ role, model, verb, state }];
      }),
    ),
  );
}

const isStatus = ({ name, type }: PrdField): boolean => type === "enum" && /^(?:status|state|stage)$/i.test(name);

const usual = enumValuesFor("", "status").join();

/** What anything has that nothing is known of. */
const isUsual = (field: PrdField): boolean => isStatus(field) && field.values?.join() === usual;

/** "Paid" as a choice, or as a field of its own. */
const isTold = (fields: readonly PrdField[], { same, value }: DeedState): boolean =>
  fields.some(
    ({ name, type, values }) =>
      values?.some((choice) => same.test(choice)) === true ||
      ((type === "boolean" || type === "date") && name.toLowerCase().startsWith(value.toLowerCase())),
  );

/** A record goes on beginning as it did. */
function insert(values: string[], { value, rank, same }: DeedState): string[] {
  if (values.some((other) => same.test(other))) return values;
  const at = values.findIndex((other) => rankOf(other) > rank);
  return at === -1 ? [...values, value] : values.toSpliced(Math.max(1, at), 0, value);
}

const append = (values: string[], { value, same }: DeedState): string[] =>
  values.some((other) => same.test(other)) ? values : [...values, value];

function withStates(model: PrdModel, deeds: readonly Deed[], text: string): PrdModel {
  const fields = model.fields.filter((field) => !isUsual(field));
  const missing = deeds.map(({ state }) => state).filter((state) => !isTold(fields, state));
  if (missing.length === 0) return model;
  const status = fields.find(isStatus);
  if (status?.values) {
    // Choices that the prompt lists are as they are told.
    if (text.includes(status.name) && status.values.every((value) => text.includes(value.toLowerCase()))) return model;
    const values = missing.reduce(insert, status.values);
    return { ...model, fields: fields.map((field) => (field === status ? { ...field, values } : field)) };
  }
  const isEnough = missing.some(({ isWeak }) => isWeak !== true) || missing.length > 1;
  if (!isEnough || fields.length >= mostFields) return model;
  const first = beginnings.find(([verbs]) => deeds.some(({ verb }) => verbs.has(verb)))?.[1] ?? "New";
  const values = missing.toSorted((a, b) => a.rank - b.rank).reduce(append, [first]);
  return addField({ ...model, fields }, { name: "status", type: "enum", ...optional, values, default: first });
}

/** Before what is long to read, so that lists show it. */
function addField(model: PrdModel, field: PrdField): PrdModel {
  const isLong = ({ type }: PrdField): boolean =>
    type === "longText" || type === "richText" || type === "file" || type === "image";
  const at = model.fields.findIndex((other, index) => index > 0 && isLong(other));
  const place = field.type === "longText" || at === -1 ? model.fields.length : at;
  return { ...model, fields: model.fields.toSpliced(place, 0, field) };
}

/** "Approve or reject with a comment". */
const remarked =
  /\bwith (?:an? |their |the )?(?:optional |short |written |brief )?(comment|note|reason|remark|explanation)\b(?! field)/;

const remarkOf = ({ verbs, said }: Ability): string | undefined =>
  verbs.some((verb) => deedStates[verb] !== undefined) ? remarked.exec(said.join(" "))?.[1] : undefined;

/** Whether a text speaks of comments only as what goes with a decision. */
export function isRemarkOnly(clauses: readonly Clause[], word: string): boolean {
  const uses = clauses.flatMap(({ tokens }) => tokens.filter(({ lower }) => lower === word || lower === `${word}s`));
  const remarks = readAbilities(clauses, new Set()).filter((ability) => remarkOf(ability) === word);
  return uses.length === 1 && remarks.length > 0;
}

function addRemark({ models, relationships }: Stated, name: string, remark: string | undefined): Stated {
  const add = (model: PrdModel): PrdModel => {
    const isThere =
      remark === undefined || model.fields.some((field) => field.type === "longText" && field.name.includes(remark));
    const field = isThere || model.fields.length >= mostFields ? undefined : remark;
    return field === undefined ? model : addField(model, { name: field, type: "longText", ...optional });
  };
  return { models: models.map((model) => (model.name === name ? add(model) : model)), relationships };
}

const isPerson = (name: string): boolean => {
  const noun = nameWords(name).at(-1) ?? "";
  return roleNouns.has(noun) || isPersonNoun(noun);
};

/** Whoever a record is given to: one of those who are kept, else a name. `said`: the words behind "assign". */
function assign(stated: Stated, name: string, role: string, said: readonly string[]): Stated {
  const { models, relationships } = stated;
  const model = models.find((other) => other.name === name);
  if (model === undefined || isPerson(name) || model.fields.some((field) => /assign|holder/i.test(field.name)))
    return stated;
  const spoken = modelsIn(said, models).find((other) => isPerson(other.name));
  const whom = spoken ?? models.find((other) => other.name === role);
  if (whom) {
    if (relationships.some(({ from, to }) => from === whom.name && to === name)) return stated;
    const key = spoken ? whom.name.toLowerCase() : "assignee";
    const given = { from: whom.name, to: name, kind: "one-to-many" as const, name: key, required: false };
    return { models, relationships: [...relationships, given] };
  }
  const noun = said.map(singular).find(isPerson) ?? "assigned to";
  if (model.fields.length >= mostFields || model.fields.some((field) => field.name === noun)) return stated;
  const field: PrdField = { name: noun, type: "text", ...optional };
  return { models: models.map((other) => (other === model ? addField(model, field) : other)), relationships };
}

/** "Agents comment": words of several people about one record. */
function addComments(stated: Stated, name: string): Stated {
  const comment = entitiesFor("comment")[0];
  if (comment === undefined || stated.models.some(({ name }) => /comment|reply|note|message/i.test(name)))
    return stated;
  const fields = comment.fields.filter(({ type }) => type !== "boolean");
  return {
    models: [
      ...stated.models,
      { name: comment.name, plural: "Comments", fields: [...fields], description: comment.about },
    ],
    relationships: [
      ...stated.relationships,
      { from: name, to: comment.name, kind: "one-to-many", name: name.toLowerCase(), required: true },
    ],
  };
}

/** `text`: the prompt in lower case. */
export function planStates(clauses: readonly Clause[], text: string, named: Named): Stated {
  const { models } = named;
  const abilities = nameAbilities(
    readAbilities(clauses, new Set(models.flatMap(({ name }) => nameWords(name)))),
    named,
  );
  const deeds = deedsOf(abilities, models);
  let stated: Stated = {
    models: models.map((model) =>
      withStates(
        model,
        deeds.filter((deed) => deed.model === model.name),
        text,
      ),
    ),
    relationships: [...named.relationships],
  };
  for (const ability of abilities) {
    const { role, verbs } = ability;
    const works = new Set(deeds.filter((deed) => deed.role === role).map(({ model }) => model));
    for (const { name } of modelsIn(ability.objects, models).filter((model) => works.has(model.name))) {
      if (verbs.includes("assign")) stated = assign(stated, name, role, ability.said);
      if (verbs.includes("comment")) stated = addComments(stated, name);
      stated = addRemark(stated, name, remarkOf(ability));
    }
  }
  return stated;
}
