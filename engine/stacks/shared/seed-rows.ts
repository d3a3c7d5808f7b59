// Whole example rows whose values fit each other: ends after starts, totals that add up, states that suit their dates.
import type { ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import { startsWord } from "./naming.ts";
import { spreadBadges } from "./seed-badges.ts";
import { at, kindOf, nameOf, saltOf, type SeedContext } from "./seed-kinds.ts";
import { tradeOf } from "./seed-goods.ts";
import { menuOf } from "./seed-menu.ts";
import { fitReviews } from "./seed-reviews.ts";
import { isMoment, placeholderImage, type SeedRow, type SeedValue, seedValue } from "./seed-values.ts";

const isTime = ({ type }: ResolvedField): boolean => type === "date" || type === "dateTime";
const isOptional = ({ required, unique, reference }: ResolvedField): boolean => !required && !unique && !reference;
const comparedBy = (model: ResolvedModel): ReadonlySet<string> =>
  new Set(model.badges.flatMap(({ field, otherField }) => (otherField === undefined ? [field] : [field, otherField])));

const isOffered = (context: SeedContext, model: ResolvedModel): boolean => {
  const label = nameOf(model.label);
  return (
    menuOf(label, context.text) !== undefined ||
    tradeOf(label, context.text) !== undefined ||
    startsWord(/pricing|plan$|tier|testimonial|review/, label)
  );
};

/** The rows of a model without its references. */
export function seedRows(context: SeedContext, model: ResolvedModel, count: number): SeedRow[] {
  const compared = comparedBy(model);
  const rows = Array.from({ length: count }, (_, row) => {
    const values: SeedRow = {};
    for (const field of model.fields) {
      if (field.reference) continue;
      const mayMiss = !field.required && !field.unique && ["longText", "phone", "url"].includes(field.type);
      const isGap =
        (row + saltOf(field.key)) % 5 === 3 &&
        !model.titleFields.includes(field.key) &&
        !compared.has(field.key) &&
        // A menu or a shop with gaps looks unfinished.
        !isOffered(context, model);
      if (field.type === "image" || field.type === "file") values[field.key] = field.required ? placeholderImage : null;
      else values[field.key] = mayMiss && isGap ? null : seedValue(context, model, field, row);
    }
    return values;
  });
  for (const field of model.fields) if (field.unique && field.type === "text") makeDistinct(field.key, rows);
  spreadBadges(model, rows);
  orderTimes(model, rows, compared);
  spreadBadges(model, rows);
  fitStates(model, rows, compared);
  for (const row of rows) addUp(model, row, compared);
  fitReviews(context, model, rows, compared);
  return rows;
}

function makeDistinct(key: string, rows: readonly SeedRow[]): void {
  const seen = new Set<SeedValue>();
  rows.forEach((row, index) => {
    const value = row[key] ?? null;
    if (value !== null && seen.has(value)) row[key] = `${String(value)} ${index + 1}`;
    seen.add(row[key] ?? null);
  });
}

const startPattern =
  /start|begin|from|check in|borrow|issue|order date|departure|kickoff|move in|hired|join|placed|opens|pickup|rented|invoice date|posted|applied/;
const endPattern =
  /end|finish|until|to$|check out|due|deadline|return|expir|arrival|valid|clos|complet|deliver|move out|dropoff/;

/** Days between a start and its end. */
function gapOf(model: ResolvedModel, row: number): number {
  const name = nameOf(model.label);
  if (startsWord(/lease|contract|membership|subscription|polic|insurance/, name)) return 365;
  if (startsWord(/loan|invoice|bill/, name)) return 21;
  if (startsWord(/booking|reservation|stay|trip|rental/, name)) return 2 + (row % 4);
  return startsWord(/project|campaign|course|sprint|goal|season|job/, name) ? 45 + row * 3 : 7 + row;
}

export function timePairs(model: ResolvedModel): readonly (readonly [ResolvedField, ResolvedField])[] {
  const times = model.fields.filter(isTime);
  const start = times.find(({ key }) => startsWord(startPattern, nameOf(key)));
  if (!start) return [];
  return times
    .filter((field) => field !== start && startsWord(endPattern, nameOf(field.key)))
    .map((end) => [start, end] as const);
}

function orderTimes(model: ResolvedModel, rows: readonly SeedRow[], compared: ReadonlySet<string>): void {
  for (const [start, end] of timePairs(model)) {
    rows.forEach((row, index) => {
      const [first, second] = [row[start.key], row[end.key]];
      if (!isMoment(first) || !isMoment(second)) return;
      const gap = gapOf(model, index);
      const isShort =
        start.type === "dateTime" &&
        end.type === "dateTime" &&
        kindOf(model) === "event" &&
        !startsWord(/trip|rental/, nameOf(model.label));
      if (compared.has(end.key)) {
        if (first.days + gap > second.days || gap >= 365)
          row[start.key] = { days: second.days - gap, minutes: first.minutes };
      } else if (isShort)
        row[end.key] = { days: first.days, minutes: Math.min(first.minutes + at([30, 60, 90, 45], index), 1_439) };
      else row[end.key] = { days: first.days + gap, minutes: second.minutes };
    });
  }
}

const closedState =
  /complet|done|deliver|returned|ended|finish|closed|attended|checked out|no show|sold|cancel|lost$|won$|expired|archived|resolved/;
const donePattern = /returned|complet|closed|paid (on|at|date)|resolved|finished|delivered/;

/** Nothing is completed before it happens, and what is overdue is still open. */
function fitStates(model: ResolvedModel, rows: readonly SeedRow[], compared: ReadonlySet<string>): void {
  const state = model.fields.find(({ type, key }) => type === "enum" && startsWord(/status|state|stage/, nameOf(key)));
  const choices = (state?.values ?? []).map(({ value }) => value);
  const closed = choices.filter((value) => startsWord(closedState, nameOf(value)));
  const open = choices.filter((value) => !closed.includes(value));
  // Most of what is past went well.
  const good = closed.filter((value) => !startsWord(/cancel|no show|lost/, nameOf(value)));
  const past = good.length > 0 ? [...good, ...good, ...closed] : [...open, ...open, ...closed];
  const due = model.badges.find(({ operator, label }) => operator === "before-today" && /overdue|late/i.test(label));
  const start =
    kindOf(model) === "event"
      ? model.fields.find(
          (field) => isTime(field) && (timePairs(model).length === 0 || timePairs(model)[0]?.[0] === field),
        )
      : undefined;
  rows.forEach((row, index) => {
    const day = (key: string | undefined): number | undefined => {
      const value = key === undefined ? undefined : row[key];
      return isMoment(value) ? value.days : undefined;
    };
    const isLate = (day(due?.field) ?? 0) < 0;
    const begun = day(start?.key);
    if (state && !compared.has(state.key) && open.length > 0 && closed.length > 0 && row[state.key] !== null) {
      if (isLate || (begun ?? 0) > 0) row[state.key] = at(open, index);
      else if ((begun ?? 0) < 0) row[state.key] = at(past, index);
    }
    if ((begun ?? 0) > 0)
      for (const field of model.fields)
        if (
          startsWord(/(home|away) score|result|score$/, nameOf(field.key)) &&
          isOptional(field) &&
          !compared.has(field.key)
        )
          row[field.key] = null;
    const value = state ? String(row[state.key]) : "";
    if (good.includes(value))
      for (const field of model.fields)
        if (field.type === "boolean" && !compared.has(field.key) && startsWord(donePattern, nameOf(field.key)))
          row[field.key] = true;
    const isOpen = isLate || (state !== undefined && closed.length > 0 && open.includes(String(row[state.key])));
    if (!isOpen) return;
    for (const field of model.fields) {
      if (compared.has(field.key) || !startsWord(donePattern, nameOf(field.key))) continue;
      if (isTime(field) && isOptional(field)) row[field.key] = null;
      if (field.type === "boolean") row[field.key] = false;
    }
  });
}

const isNumber = ({ type }: ResolvedField): boolean => type === "money" || type === "decimal" || type === "integer";
const numberField = (model: ResolvedModel, pattern: RegExp): ResolvedField | undefined =>
  model.fields.find((field) => isNumber(field) && !field.unique && startsWord(pattern, nameOf(field.key)));

function set(row: SeedRow, field: ResolvedField, amount: number): void {
  const value = field.type === "integer" ? Math.round(amount) : Math.round(amount * 100) / 100;
  if (value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity)) row[field.key] = value;
}

function addUp(model: ResolvedModel, row: SeedRow, compared: ReadonlySet<string>): void {
  const total = numberField(model, /(grand |line )?total|amount due/);
  const quantity = numberField(model, /quantity|qty|hours/);
  const price = numberField(model, /unit price|price|rate|hourly rate/);
  const [count, each] = [quantity && row[quantity.key], price && row[price.key]];
  if (total && !compared.has(total.key) && typeof count === "number" && typeof each === "number")
    set(row, total, count * each);
  const subtotal = numberField(model, /subtotal|net|amount$/);
  const tax = numberField(model, /tax|vat/);
  const net = subtotal && subtotal !== total ? row[subtotal.key] : undefined;
  if (typeof net !== "number") return;
  const rate = tax && startsWord(/rate|percent/, nameOf(tax.key));
  if (tax && !rate && !compared.has(tax.key)) set(row, tax, net * 0.1);
  const extra = tax && !rate ? row[tax.key] : 0;
  if (total && !compared.has(total.key)) set(row, total, net + (typeof extra === "number" ? extra : 0));
  const max = numberField(model, /max score|max point/);
  const score = numberField(model, /score|point/);
  const [most, got] = [max && row[max.key], score && row[score.key]];
  if (score && score !== max && typeof most === "number" && typeof got === "number" && got > most)
    set(row, score, most);
}

/** Takes over what the record pointed to says: an order line has its product's name and price. */
export function copyFromParent(
  model: ResolvedModel,
  field: ResolvedField,
  row: SeedRow,
  parent: ResolvedModel,
  values: SeedRow,
): void {
  const name = nameOf(parent.label);
  const compared = comparedBy(model);
  for (const own of model.fields) {
    if (own.unique || compared.has(own.key)) continue;
    const title = values[parent.titleFields[0] ?? ""];
    if (
      own.type === "text" &&
      typeof title === "string" &&
      ([`${name} name`, `${name} title`, `${nameOf(field.key)} name`].includes(nameOf(own.key)) ||
        (startsWord(/(product|item|article) (name|title)$/, nameOf(own.key)) && numberField(parent, /price/)))
    )
      row[own.key] = title;
    const price = own.type === "money" && nameOf(own.key) === "unit price" ? numberField(parent, /price/) : undefined;
    const amount = price && values[price.key];
    if (typeof amount === "number") set(row, own, amount);
  }
  addUp(model, row, compared);
}

/** Sets a parent's total to the sum of its lines. */
export function sumLines(parent: ResolvedModel, values: SeedRow, model: ResolvedModel, rows: readonly SeedRow[]): void {
  const total = parent.fields.find(({ key, type }) => type === "money" && startsWord(/total/, nameOf(key)));
  const quantity = numberField(model, /quantity|qty/);
  const price = numberField(model, /unit price/);
  if (!total || !quantity || !price || total.unique || comparedBy(parent).has(total.key)) return;
  const sum = rows.reduce((amount, row) => amount + Number(row[quantity.key] ?? 0) * Number(row[price.key] ?? 0), 0);
  if (rows.length > 0) set(values, total, sum);
}

export type { SeedRow };
