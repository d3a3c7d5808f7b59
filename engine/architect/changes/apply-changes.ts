// Takes the steps of later requests on a plan, and keeps them right when a later request gives things other names.
import { applyPlanEdits } from "#engine/prd/plan-edits.ts";
import type { Prd } from "#engine/prd/schema.ts";
import type { RenameBatch } from "../renames/rename.ts";
import type { ChangeStep } from "./change.ts";

export function applyChanges(prd: Prd, steps: readonly ChangeStep[]): Prd {
  if (steps.length === 0) return prd;
  const changed = steps.reduce(applyStep, prd);
  const fields = new Map(changed.models.map(({ name, fields }) => [name, new Set(fields.map((field) => field.name))]));
  const isThere = (model: string, field: string | undefined): boolean =>
    field === undefined || fields.get(model)?.has(field) === true;
  return {
    ...changed,
    summary: changed.name === prd.name ? changed.summary : changed.summary.replaceAll(prd.name, changed.name),
    ...(changed.badges && {
      badges: changed.badges.filter(
        ({ model, field, otherField, unless }) =>
          isThere(model, field) && isThere(model, otherField) && isThere(model, unless?.field),
      ),
    }),
  };
}

function applyStep(prd: Prd, step: ChangeStep): Prd {
  switch (step.kind) {
    case "set-view":
      return {
        ...prd,
        models: prd.models.map((model) => (model.name === step.model ? { ...model, view: step.view } : model)),
      };
    case "set-order":
      return {
        ...prd,
        models: prd.models.map((model) => (model.name === step.model ? { ...model, order: step.order } : model)),
      };
    case "part":
      return {
        ...prd,
        relationships: prd.relationships.filter(({ from, to }) => !(to === step.model && from === step.from)),
      };
    default:
      return applyPlanEdits(prd, [step]);
  }
}

/** The same steps in the names that a batch of renames gives. */
export function renameInSteps(steps: readonly ChangeStep[], batch: RenameBatch): ChangeStep[] {
  const modelNow = (name: string): string =>
    batch.find((rename) => rename.kind === "model" && rename.from === name)?.to ?? name;
  return steps.map((step): ChangeStep => {
    if (step.kind === "set") return step;
    const model = modelNow(step.model);
    const was = fieldOfStep(step);
    const now = batch.find(
      (rename) => rename.kind === "field" && rename.model === step.model && rename.from === was,
    )?.to;
    if (step.kind === "part") return { ...step, model, from: modelNow(step.from) };
    if (step.kind === "set-view" || now === undefined) return { ...step, model };
    if (step.kind === "set-order") return { ...step, model, order: { ...step.order, field: now } };
    if (step.kind === "remove-field") return { ...step, model, field: now };
    const formerly = [...(step.field.formerly ?? []), was];
    return { ...step, model, field: { ...step.field, name: now, formerly } };
  });
}

function fieldOfStep(step: ChangeStep): string {
  switch (step.kind) {
    case "put-field":
      return step.field.name;
    case "remove-field":
      return step.field;
    case "set-order":
      return step.order.field;
    default:
      return "";
  }
}
