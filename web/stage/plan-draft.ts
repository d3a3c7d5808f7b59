// A plan while a person changes it: what the form shows, and the PRD that comes of it. Pure. A renamed model or field
// names its old name in `formerly`; the server lets what refers to it follow.
import type { FieldType, Prd, PrdField, PrdModel } from "#engine/prd/schema.ts";

export interface FieldDraft {
  readonly key: string;
  /** Null: added here. */
  readonly original: PrdField | null;
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Of an enum, separated by commas. */
  readonly choices: string;
  /** Of a reference: the key of a model. */
  readonly target: string;
}

export interface ModelDraft {
  readonly key: string;
  readonly original: PrdModel | null;
  readonly name: string;
  readonly fields: readonly FieldDraft[];
}

export interface PageDraft {
  readonly path: string;
  readonly title: string;
  readonly purpose: string;
}

export interface PlanDraft {
  readonly name: string;
  readonly models: readonly ModelDraft[];
  readonly pages: readonly PageDraft[];
  /** For keys of what is added. */
  readonly added: number;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export function startDraft(prd: Prd): PlanDraft {
  const keyOf = (name: string): string => {
    const at = prd.models.findIndex((model) => same(model.name, name));
    return at < 0 ? "" : `model-${at}`;
  };
  return {
    name: prd.name,
    added: 0,
    pages: prd.pages.map(({ path, title, purpose }) => ({ path, title, purpose })),
    models: prd.models.map((model, at) => ({
      key: `model-${at}`,
      original: model,
      name: model.name,
      fields: model.fields.map((field, index) => ({
        key: `field-${at}-${index}`,
        original: field,
        name: field.name,
        type: field.type,
        required: field.required,
        choices: (field.values ?? []).join(", "),
        target: field.type === "reference" ? keyOf(field.target ?? field.name) : "",
      })),
    })),
  };
}

export function addModel(draft: PlanDraft): PlanDraft {
  const model: ModelDraft = { key: `new-model-${draft.added}`, original: null, name: "", fields: [newField(draft, 0)] };
  return { ...draft, added: draft.added + 1, models: [...draft.models, model] };
}

export function addField(draft: PlanDraft, modelKey: string): PlanDraft {
  const changed = changeModel(draft, modelKey, (model) => ({
    ...model,
    fields: [...model.fields, newField(draft, 1)],
  }));
  return { ...changed, added: draft.added + 1 };
}

function newField({ added }: PlanDraft, salt: number): FieldDraft {
  const key = `new-field-${added}-${salt}`;
  return { key, original: null, name: "", type: "text", required: false, choices: "", target: "" };
}

export function changeModel(draft: PlanDraft, key: string, change: (model: ModelDraft) => ModelDraft): PlanDraft {
  return { ...draft, models: draft.models.map((model) => (model.key === key ? change(model) : model)) };
}

export function changeField(draft: PlanDraft, modelKey: string, key: string, over: Partial<FieldDraft>): PlanDraft {
  return changeModel(draft, modelKey, (model) => ({
    ...model,
    fields: model.fields.map((field) => (field.key === key ? { ...field, ...over } : field)),
  }));
}

export function removeField(draft: PlanDraft, modelKey: string, key: string): PlanDraft {
  return changeModel(draft, modelKey, (model) => ({
    ...model,
    fields: model.fields.filter((field) => field.key !== key),
  }));
}

/** What has to be mended before it can be sent: key of the item → what is wrong. */
export function findDraftProblems(draft: PlanDraft): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  if (draft.name.trim() === "") problems.set("name", "Enter a name.");
  nameAll(draft.models, problems);
  for (const model of draft.models) {
    nameAll(model.fields, problems);
    for (const { key, type, choices, target } of model.fields) {
      if (problems.has(key)) continue;
      if (type === "enum" && readChoices(choices).length === 0) problems.set(key, "Name its choices.");
      if (type === "reference" && !draft.models.some((other) => other.key === target))
        problems.set(key, "Choose what it refers to.");
    }
  }
  for (const { path, title } of draft.pages) if (title.trim() === "") problems.set(path, "Enter a title.");
  return problems;
}

function nameAll(items: readonly { key: string; name: string }[], problems: Map<string, string>): void {
  for (const [at, { key, name }] of items.entries()) {
    if (name.trim() === "") problems.set(key, "Enter a name.");
    else if (items.slice(0, at).some((other) => same(other.name, name)))
      problems.set(key, "This name is there already.");
  }
}

/** `proposed`: the plan that the draft was started from. */
export function finishDraft(draft: PlanDraft, proposed: Prd): Prd {
  return {
    ...proposed,
    name: draft.name.trim(),
    models: draft.models.map((model) => ({
      ...model.original,
      ...renamed(model),
      fields: model.fields.map((field) => finishField(field, draft.models)),
    })),
    pages: draft.pages.flatMap(({ path, title, purpose }) => {
      const page = proposed.pages.find((candidate) => candidate.path === path);
      return page ? [{ ...page, title: title.trim(), purpose: purpose.trim() }] : [];
    }),
  };
}

function finishField(field: FieldDraft, models: readonly ModelDraft[]): PrdField {
  const { original, type, required, choices, target } = field;
  const retyped = original !== null && original.type !== type;
  const {
    default: _default,
    values: _values,
    min: _min,
    max: _max,
    target: _target,
    ...kept
  } = original ?? {
    unique: false,
  };
  const whole = original !== null && !retyped ? original : kept;
  const pointed = models.find(({ key }) => key === target);
  // A target that was not touched keeps its old name: what is renamed with it is the server's to say.
  const untouched =
    original?.type === "reference" && same(original.target ?? original.name, pointed?.original?.name ?? "");
  return {
    ...whole,
    unique: original?.unique ?? false,
    ...renamed(field),
    type,
    required,
    ...(type === "enum" && { values: readChoices(choices) }),
    ...(type === "reference" && !untouched && pointed && { target: pointed.name.trim() }),
  };
}

function renamed(item: { name: string; original: { name: string; formerly?: string[] | undefined } | null }) {
  const name = item.name.trim();
  const { original } = item;
  if (original === null || same(original.name, name)) return { name: original?.name ?? name };
  return { name, formerly: [...(original.formerly ?? []), original.name].slice(-20) };
}

const readChoices = (text: string): string[] => [
  ...new Set(
    text
      .split(",")
      .map((choice) => choice.trim())
      .filter((choice) => choice !== ""),
  ),
];
