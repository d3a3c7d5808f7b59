// What a request calls a model or a field, found in the plan as it stands.
import type { Prd, PrdField, PrdModel } from "#engine/prd/schema.ts";
import { isSameField } from "../models.ts";
import { singularPhrase, splitIdentifier } from "../words.ts";

export interface NamedField {
  readonly model: PrdModel;
  readonly field: PrdField;
}

const leading =
  /^(?:(?:the|a|an|my|our|your|their|its|each|every|all|any|every single|list of|field|column|new|current|existing)\s+)+/i;
const trailing =
  /\s+(?:fields?|columns?|attributes?|form|page|pages|list|table|records?|entries|entity|model|screen|options?|choices|values|as well|too|please|now|also)$/i;

/** Without articles and the words for what every app has: forms, lists, columns. */
export function bareName(phrase: string): string {
  let text = phrase
    .trim()
    .replaceAll(/["“”]/g, "")
    .replace(/[.!?,;:]+$/, "");
  text = text.replace(leading, "");
  for (let shorter = text.replace(trailing, ""); shorter !== text; shorter = text.replace(trailing, "")) text = shorter;
  return text.trim();
}

const keyOf = (phrase: string): string => singularPhrase(splitIdentifier(phrase).split(" "));

export function findModel(prd: Prd, phrase: string): PrdModel | undefined {
  const key = keyOf(bareName(phrase));
  if (key === "") return undefined;
  const exact = prd.models.find(({ name, plural }) => keyOf(name) === key || (plural && keyOf(plural) === key));
  if (exact) return exact;
  const ending = prd.models.filter(({ name }) => keyOf(name).endsWith(` ${key}`));
  return ending.length === 1 ? ending[0] : undefined;
}

/** "Customers and dogs": all of them, or none when one is no model. */
export function findModels(prd: Prd, phrase: string): PrdModel[] {
  const whole = findModel(prd, phrase);
  if (whole) return [whole];
  const found = phrase.split(/\s*,\s*(?:and\s+)?|\s+and\s+/).map((part) => findModel(prd, part));
  return found.every((model) => model !== undefined) ? found : [];
}

export function fieldOf(model: PrdModel, phrase: string): PrdField | undefined {
  const key = keyOf(bareName(phrase));
  const own = `${keyOf(model.name)} ${key}`;
  return (
    model.fields.find(({ name }) => keyOf(name) === key || keyOf(name) === own) ??
    model.fields.find(({ name }) => isSameField(name, key))
  );
}

/** "The weight of dogs", "dog weight", "the customer's e-mail", "weight" where one model has it. */
export function findField(prd: Prd, phrase: string): NamedField | undefined {
  const text = phrase.trim();
  for (const match of text.matchAll(/ (?:of|for|on|in|from) /g)) {
    const model = findModel(prd, text.slice(match.index + match[0].length));
    const field = model && fieldOf(model, text.slice(0, match.index));
    if (model && field) return { model, field };
  }
  const words = bareName(text).replaceAll(/'s?\b/g, "").split(" ");
  for (let at = 1; at < words.length; at += 1) {
    const model = findModel(prd, words.slice(0, at).join(" "));
    const field = model && fieldOf(model, words.slice(at).join(" "));
    if (model && field) return { model, field };
  }
  const key = keyOf(bareName(text));
  const owners = prd.models.filter((model) => model.fields.some(({ name }) => keyOf(name) === key));
  const [model] = owners;
  const field = model?.fields.find(({ name }) => keyOf(name) === key);
  return owners.length === 1 && model && field ? { model, field } : undefined;
}
