// Badges a prompt asks for ("low-stock badges", "mark overdue tasks"), and those nobody would do without.
import type { PrdBadge, PrdField, PrdModel } from "#engine/prd/schema.ts";
import type { DraftEntity } from "./draft.ts";
import { isSameField } from "./models.ts";
import { asksForThreshold, minimumOf, newMinimum, stockField } from "./read-threshold.ts";

export interface BadgePlan {
  readonly badges: PrdBadge[];
  /** Fields a badge compares that the prompt's own list did not hold. */
  readonly added: { readonly model: string; readonly field: string }[];
}

/** `text` is the prompt in lower case. May append to the models' fields what a requested badge needs. */
export function planBadges(text: string, models: readonly PrdModel[], entities: readonly DraftEntity[]): BadgePlan {
  const plan: BadgePlan = { badges: [], added: [] };
  for (const model of models) {
    const entity = entities.find((candidate) => candidate.name === model.name);
    const known = entity?.catalogue?.badges ?? [];
    for (const { cues = [], ...badge } of known) {
      const asked = cues.some((cue) => text.includes(cue)) || (badge.label === lowStock && asksForThreshold(text));
      const field = matching(model, badge.field) ?? (asked ? borrow(plan, model, entity, badge.field) : undefined);
      const other =
        badge.otherField === undefined
          ? undefined
          : (matching(model, badge.otherField) ?? (asked ? borrow(plan, model, entity, badge.otherField) : undefined));
      if (field === undefined || (badge.otherField !== undefined && other === undefined)) continue;
      const isCentral = ["Low stock", "Overdue", "Expired"].includes(badge.label);
      if (!asked && !isCentral) continue;
      if (badge.operator === "=" && typeof badge.value === "string" && field.values?.includes(badge.value) !== true)
        continue;
      plan.badges.push({
        ...badge,
        model: model.name,
        field: field.name,
        ...(other === undefined ? {} : { otherField: other.name }),
      });
    }
    const reserved = new Set(known.map((badge) => badge.field));
    plan.badges.push(...generalBadges(plan, text, model).filter((badge) => !reserved.has(badge.field)));
  }
  return { ...plan, badges: plan.badges.slice(0, 20).map((badge) => withException(badge, models)) };
}

const lowStock = "Low stock";
const mostFields = 14;

const settled =
  /^(done|complete|completed|closed|cancelled|canceled|paid|returned|resolved|delivered|finished|archived|fulfilled|rejected|declined|withdrawn|won|lost|void|refunded|retired|collected)$/i;
const settledField = /\b(done|completed|complete|paid|returned|closed|resolved|finished|delivered)\b/i;

/** What is done is not overdue, however long ago it was due. */
export function withException(badge: PrdBadge, models: readonly PrdModel[]): PrdBadge {
  const fields = models.find(({ name }) => name === badge.model)?.fields ?? [];
  if (badge.operator !== "before-today" || !/overdue|late|due|expired/i.test(badge.label)) return badge;
  const status = fields.find(({ type, values }) => type === "enum" && values?.some((value) => settled.test(value)));
  if (status)
    return {
      ...badge,
      unless: { field: status.name, values: (status.values ?? []).filter((value) => settled.test(value)) },
    };
  const flag = fields.find(({ name, type }) => type === "boolean" && settledField.test(name));
  if (flag) return { ...badge, unless: { field: flag.name, values: [true] } };
  const day = fields.find(
    ({ name, type }) => (type === "date" || type === "dateTime") && name !== badge.field && settledField.test(name),
  );
  return day ? { ...badge, unless: { field: day.name } } : badge;
}

function matching(model: PrdModel, name: string): PrdField | undefined {
  return (
    model.fields.find((field) => field.name === name) ?? model.fields.find((field) => isSameField(field.name, name))
  );
}

function borrow(plan: BadgePlan, model: PrdModel, entity: DraftEntity | undefined, name: string): PrdField | undefined {
  const field = entity?.catalogue?.fields.find((candidate) => candidate.name === name);
  if (field === undefined || model.fields.length >= mostFields) return undefined;
  model.fields.push(field);
  plan.added.push({ model: model.name, field: name });
  return field;
}

/** The model's own threshold, or one that it is given. */
function minimumField(plan: BadgePlan, model: PrdModel): PrdField | undefined {
  const known = minimumOf(model);
  if (known !== undefined || model.fields.length >= mostFields) return known;
  model.fields.push(newMinimum);
  plan.added.push({ model: model.name, field: newMinimum.name });
  return newMinimum;
}

/** For entities the catalogue has no badge for: the words "overdue" and "expired" beside a fitting date. */
function generalBadges(plan: BadgePlan, text: string, model: PrdModel): PrdBadge[] {
  const known = plan.badges;
  const has = (label: string): boolean => known.some((badge) => badge.model === model.name && badge.label === label);
  const dated = (names: readonly string[]): PrdField | undefined =>
    model.fields.find(
      (field) =>
        (field.type === "date" || field.type === "dateTime") &&
        names.some((part) => field.name.toLowerCase().includes(part)),
    );
  const made: PrdBadge[] = [];
  const due = dated(["due", "deadline"]);
  if (due !== undefined && !has("Overdue"))
    made.push({ model: model.name, label: "Overdue", tone: "danger", field: due.name, operator: "before-today" });
  const expiry = dated(["expir", "valid until", "best before", "use by"]);
  if (
    expiry !== undefined &&
    !has("Expired") &&
    !known.some((badge) => badge.model === model.name && badge.field === expiry.name)
  )
    made.push({ model: model.name, label: "Expired", tone: "danger", field: expiry.name, operator: "before-today" });
  const stock = stockField(model);
  if (stock !== undefined && !known.some((badge) => badge.label === lowStock) && asksForThreshold(text)) {
    const minimum = minimumField(plan, model);
    const against = minimum === undefined ? { value: 5 } : { otherField: minimum.name };
    made.push({ model: model.name, label: lowStock, tone: "warning", field: stock.name, operator: "<=", ...against });
  }
  const priority = model.fields.find((field) => field.type === "enum" && field.name === "priority");
  const top = priority?.values?.find((value) => value === "Urgent" || value === "High");
  if (
    priority !== undefined &&
    top !== undefined &&
    !has("Urgent") &&
    (text.includes("badge") || text.includes("highlight")) &&
    text.includes(top.toLowerCase())
  )
    made.push({ model: model.name, label: top, tone: "danger", field: priority.name, operator: "=", value: top });
  return made;
}
