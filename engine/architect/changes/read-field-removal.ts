// "Remove the weight from dogs", "we don't need the notes field", "remove Cancelled from the status of appointments".
import type { Prd, PrdField, PrdModel } from "#engine/prd/schema.ts";
import { plural } from "../words.ts";
import type { Change, ChangeReader, ChangeStep } from "./change.ts";
import { bareName, fieldOf, findField, findModel } from "./named-parts.ts";

const removing =
  /^(?:remove|delete|drop|hide|get rid of|take (?:out|away)|leave out|(?:i|we) (?:do not|don't|no longer) (?:need|want)(?: to (?:see|have|store))?)\s+(?<what>.+)$/i;

export const readFieldRemoval: ChangeReader = (sentence, prd) => {
  const what = removing.exec(sentence)?.groups?.["what"];
  if (what === undefined) return null;
  const whole = /\b(?:field|column)s?$/i.test(what.trim()) ? undefined : findModel(prd, what);
  if (whole) return { retold: `No ${plural(whole.name.toLowerCase())}.` };
  const splits = [...what.matchAll(/\s+(?:from|of|in|on|for)\s+/gi)].toReversed().map((split) => {
    return { left: what.slice(0, split.index), right: what.slice(split.index + split[0].length) };
  });
  for (const { left, right } of splits) {
    const choice = findField(prd, right);
    const value = choice?.field.values?.find((one) => one.toLowerCase() === bareName(left).toLowerCase());
    if (choice && value !== undefined && (choice.field.values?.length ?? 0) > 1)
      return { steps: [withoutChoice(choice.model, choice.field, value)] };
  }
  for (const { left, right } of splits) {
    const model = findModel(prd, right);
    if (model) return removeFrom(prd, model, left);
  }
  const found = findField(prd, what);
  if (found) return removeFrom(prd, found.model, found.field.name);
  const everywhere = prd.models.filter((model) => fieldOf(model, what));
  if (everywhere.length === 0) return null;
  return { steps: everywhere.flatMap((model) => stepsOf(removeFrom(prd, model, what))) };
};

const stepsOf = (change: Change | null): readonly ChangeStep[] => (change && "steps" in change ? change.steps : []);

function withoutChoice(model: PrdModel, field: PrdField, value: string): ChangeStep {
  const values = (field.values ?? []).filter((one) => one !== value);
  const start = field.default === value ? { default: values[0] ?? null } : {};
  return { kind: "put-field", model: model.name, field: { ...field, values, ...start } };
}

function removeFrom(prd: Prd, model: PrdModel, what: string): Change | null {
  const steps: ChangeStep[] = [];
  for (const part of what.split(/\s*,\s*(?:and\s+)?|\s+and\s+/)) {
    const field = fieldOf(model, part);
    const other = field ? undefined : findModel(prd, part);
    const isPointedTo = prd.relationships.some(({ from, to }) => to === model.name && from === other?.name);
    if (field === model.fields[0] && field)
      return { refusal: `${plural(model.name.toLowerCase())} are known by their "${field.name}", so it stays` };
    if (field) steps.push({ kind: "remove-field", model: model.name, field: field.name });
    else if (other && isPointedTo) steps.push({ kind: "part", model: model.name, from: other.name });
    else return null;
  }
  return { steps };
}
