// What a person changed in a proposed plan, as steps that can be taken again on a later plan. Names are compared without
// case; a renamed model or field names its old name in `formerly`, and what refers to it follows.
import { forgetModel, renameField, renameModel } from "./rename-in-plan.ts";
import { type Prd, type PrdField, type PrdModel, type PrdPage } from "./schema.ts";

/** Parts that a step replaces whole. Tasks are the coder's, and endpoints follow from the models. */
const wholeParts = [
  "name",
  "summary",
  "audience",
  "relationships",
  "roles",
  "integrations",
  "theme",
  "assumptions",
  "outOfScope",
  "risks",
  "openQuestions",
  "badges",
  "capabilities",
  "site",
  "access",
  "currency",
  "license",
] as const satisfies readonly (keyof Prd)[];
type WholePart = (typeof wholeParts)[number];

export type PlanEdit =
  | { readonly kind: "add-model"; readonly model: PrdModel }
  | { readonly kind: "remove-model"; readonly model: string }
  | { readonly kind: "rename-model"; readonly from: string; readonly to: string }
  | { readonly kind: "change-model"; readonly model: string; readonly to: Omit<PrdModel, "name" | "fields"> }
  /** A new field, or the one of its name as it is to be. */
  | { readonly kind: "put-field"; readonly model: string; readonly field: PrdField }
  | { readonly kind: "remove-field"; readonly model: string; readonly field: string }
  | { readonly kind: "rename-field"; readonly model: string; readonly from: string; readonly to: string }
  | { readonly kind: "put-page"; readonly page: PrdPage }
  | { readonly kind: "remove-page"; readonly path: string }
  | { readonly kind: "set"; readonly part: WholePart; readonly to: unknown };

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const findNamed = <T extends { readonly name: string }>(items: readonly T[], name: string): T | undefined =>
  items.find((item) => same(item.name, name));
/** What an item was called in the other plan; undefined when it is new there. */
const cameFrom = <T extends { readonly name: string; readonly formerly?: string[] | undefined }>(
  item: T,
  before: readonly T[],
  after: readonly T[],
): T | undefined =>
  findNamed(before, item.name) ??
  before.find((old) => item.formerly?.some((name) => same(name, old.name)) && !findNamed(after, old.name));

/** The steps from a proposed plan to what a person made of it. Empty when nothing that counts was changed. */
export function findPlanEdits(proposed: Prd, edited: Prd): PlanEdit[] {
  const edits: PlanEdit[] = [];
  const stayed = new Set<PrdModel>();
  for (const model of edited.models) {
    const old = cameFrom(model, proposed.models, edited.models);
    if (!old) {
      edits.push({ kind: "add-model", model });
      continue;
    }
    stayed.add(old);
    if (!same(old.name, model.name)) edits.push({ kind: "rename-model", from: old.name, to: model.name });
    edits.push(...findFieldEdits(old, model));
    const { name: _old, fields: _fields, ...before } = old;
    const { name: _name, fields: _its, ...after } = model;
    if (!equal({ ...before, formerly: null }, { ...after, formerly: null }))
      edits.push({ kind: "change-model", model: model.name, to: after });
  }
  for (const model of proposed.models) if (!stayed.has(model)) edits.push({ kind: "remove-model", model: model.name });
  for (const page of edited.pages)
    if (!equal(page, findPage(proposed, page.path))) edits.push({ kind: "put-page", page });
  for (const page of proposed.pages)
    if (!findPage(edited, page.path)) edits.push({ kind: "remove-page", path: page.path });
  // What the steps so far bring about by themselves is no step of its own.
  const reached = applyPlanEdits(proposed, edits);
  const settled = carryReferences(proposed, edited);
  for (const part of wholeParts)
    if (!equal(reached[part], settled[part])) edits.push({ kind: "set", part, to: settled[part] ?? null });
  return edits;
}

function findFieldEdits(old: PrdModel, model: PrdModel): PlanEdit[] {
  const edits: PlanEdit[] = [];
  const stayed = new Set<PrdField>();
  for (const field of model.fields) {
    const before = cameFrom(field, old.fields, model.fields);
    if (before) stayed.add(before);
    if (before && !same(before.name, field.name))
      edits.push({ kind: "rename-field", model: model.name, from: before.name, to: field.name });
    if (!before || !equal({ ...before, name: "", formerly: null }, { ...field, name: "", formerly: null }))
      edits.push({ kind: "put-field", model: model.name, field });
  }
  for (const field of old.fields)
    if (!stayed.has(field)) edits.push({ kind: "remove-field", model: model.name, field: field.name });
  return edits;
}

/** The edited plan, with everything that refers to a renamed model following it, and nothing left that refers to none. */
export function carryReferences(proposed: Prd, edited: Prd): Prd {
  let prd = edited;
  for (const model of edited.models) {
    const old = cameFrom(model, proposed.models, edited.models);
    if (old && !same(old.name, model.name)) prd = renameModel(prd, old.name, model.name);
  }
  for (const { name } of proposed.models) if (!findNamed(prd.models, name)) prd = forgetModel(prd, name);
  return prd;
}

/** Steps that no longer fit (a field of a model that the new plan does not have) are passed over. */
export function applyPlanEdits(prd: Prd, edits: readonly PlanEdit[]): Prd {
  return edits.reduce(applyEdit, prd);
}

function applyEdit(prd: Prd, edit: PlanEdit): Prd {
  switch (edit.kind) {
    case "add-model":
      return findNamed(prd.models, edit.model.name) ? prd : { ...prd, models: [...prd.models, edit.model] };
    case "remove-model":
      // A plan without a model is none.
      return prd.models.length === 1 ? prd : forgetModel(prd, edit.model);
    case "rename-model":
      return findNamed(prd.models, edit.to) ? prd : renameModel(prd, edit.from, edit.to);
    case "change-model":
      return withModel(prd, edit.model, ({ name, fields, formerly }) => ({ ...edit.to, name, fields, formerly }));
    case "put-field":
      return withModel(prd, edit.model, (model) => ({ ...model, fields: putField(model.fields, edit.field) }));
    case "remove-field":
      return withModel(prd, edit.model, ({ order, ...model }) => ({
        ...model,
        ...(order && !same(order.field, edit.field) && { order }),
        fields: model.fields.filter((field) => !same(field.name, edit.field)),
      }));
    case "rename-field":
      return renameField(prd, edit.model, edit.from, edit.to);
    case "put-page": {
      const at = prd.pages.findIndex((page) => page.path === edit.page.path);
      return { ...prd, pages: at < 0 ? [...prd.pages, edit.page] : prd.pages.with(at, edit.page) };
    }
    case "remove-page":
      return { ...prd, pages: prd.pages.filter((page) => page.path !== edit.path) };
    case "set": {
      const { [edit.part]: _before, ...rest } = prd;
      return (edit.to === null ? rest : { ...rest, [edit.part]: edit.to }) as Prd;
    }
    default:
      return edit satisfies never;
  }
}

/** In its old place, under its old names. */
function putField(fields: readonly PrdField[], field: PrdField): PrdField[] {
  const at = fields.findIndex(({ name }) => same(name, field.name));
  const before = fields[at];
  if (!before) return [...fields, field];
  const formerly = before.formerly ?? field.formerly;
  return fields.with(at, { ...field, ...(formerly ? { formerly } : {}) });
}

function withModel(prd: Prd, name: string, change: (model: PrdModel) => PrdModel): Prd {
  return { ...prd, models: prd.models.map((model) => (same(model.name, name) ? change(model) : model)) };
}

const findPage = (prd: Prd, path: string): PrdPage | undefined => prd.pages.find((page) => page.path === path);

/** For people, one line a step. */
export function describePlanEdit(edit: PlanEdit): string {
  switch (edit.kind) {
    case "add-model":
      return `Added ${edit.model.name}`;
    case "remove-model":
      return `Removed ${edit.model}`;
    case "rename-model":
      return `Renamed ${edit.from} to ${edit.to}`;
    case "change-model":
      return `Changed ${edit.model}`;
    case "put-field": {
      const { name, type, required } = edit.field;
      return `${edit.model}: ${name} is ${type}${required ? ", required" : ""}`;
    }
    case "remove-field":
      return `${edit.model}: removed ${edit.field}`;
    case "rename-field":
      return `${edit.model}: renamed ${edit.from} to ${edit.to}`;
    case "put-page":
      return `Page ${edit.page.path}: ${edit.page.title}`;
    case "remove-page":
      return `Removed the page ${edit.path}`;
    case "set":
      return edit.part === "name" ? `Named it ${String(edit.to)}` : `Changed ${edit.part}`;
    default:
      return edit satisfies never;
  }
}
