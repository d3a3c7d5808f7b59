// Finding the field that plays a part ("price", "stock") among a model's fields, by type and by the words of its name.
import type { ResolvedApp, ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import { singularize, words } from "../../shared/naming.ts";

const numbers: readonly string[] = ["integer", "decimal", "money"];

const identity = (name: string): string =>
  words(name)
    .map((word, at, all) => (at === all.length - 1 ? singularize(word) : word))
    .join(" ");

/** The model that a PRD means by a name; models are resolved in the PRD's order. */
export function modelNamed(app: ResolvedApp, name: string): ResolvedModel | undefined {
  const at = app.prd.models.findIndex((model) => identity(model.name) === identity(name));
  return at === -1 ? undefined : app.models[at];
}

const has = (field: ResolvedField, pattern: RegExp): boolean => words(field.key).some((word) => pattern.test(word));

export const numberField = (model: ResolvedModel, pattern: RegExp): ResolvedField | undefined =>
  model.fields.find((field) => numbers.includes(field.type) && has(field, pattern));

export const textField = (model: ResolvedModel, pattern: RegExp): ResolvedField | undefined =>
  model.fields.find((field) => field.type === "text" && has(field, pattern));

export const fieldOfType = (model: ResolvedModel, ...types: ResolvedField["type"][]): ResolvedField | undefined =>
  model.fields.find((field) => types.includes(field.type));

export const referenceTo = (model: ResolvedModel, target: ResolvedModel): ResolvedField | undefined =>
  model.fields.find((field) => field.reference?.model === target.key);
