// "Sorted by due date", "in alphabetical order", "the newest first": how a list is ordered until someone chooses otherwise.
import type { PrdField, PrdModel, PrdOrder } from "#engine/prd/schema.ts";
import { fieldOf } from "./changes/named-parts.ts";
import type { Decision } from "./decisions.ts";
import { namedModels } from "./named-models.ts";
import { pluralPhrase } from "./words.ts";

type Direction = PrdOrder["direction"];

/** What a phrase asks for: fields by what they are called or what they are, most telling first, and which end comes first. */
interface Phrase {
  readonly at: number;
  readonly fields: readonly Wanted[];
  readonly direction: Direction | undefined;
  /** It names a field, which tells whose order is meant. */
  readonly isOwn?: boolean;
}
type Wanted =
  | { readonly called: string }
  | { readonly like: (field: PrdField, model: PrdModel) => boolean }
  | "createdAt";

export interface OrderWish {
  readonly model: string;
  readonly order: PrdOrder;
}

/** Models as they are, and how their lists are ordered where the text says so. */
export function applyOrderWishes(
  text: string,
  models: readonly PrdModel[],
): { models: PrdModel[]; decisions: Decision[] } {
  const wanted = new Map<string, PrdOrder>();
  for (const sentence of text.split(/[.!?;\n]+/))
    for (const { model, order } of readOrder(sentence, models)) if (!wanted.has(model)) wanted.set(model, order);
  return {
    models: models.map((model) => {
      const order = wanted.get(model.name);
      return order === undefined ? model : { ...model, order };
    }),
    decisions: models.flatMap((model) => {
      const order = wanted.get(model.name);
      if (!order) return [];
      return [
        {
          question: `How is the list of ${pluralPhrase(model.name)} ordered at first?`,
          choice: sayOrder(order, model),
          reason: "the request says so; a click on a column's name orders by that one",
        },
      ];
    }),
  };
}

/** "By due date, earliest first". */
export function sayOrder({ field: name, direction }: PrdOrder, model: PrdModel): string {
  const ascends = direction === "ascending";
  const field = model.fields.find((candidate) => candidate.name === name);
  if (!field) return ascends ? "Oldest first" : "Newest first";
  const ends: readonly [string, string] =
    isDay(field) || isNumber(field)
      ? isDay(field)
        ? ["earliest first", "latest first"]
        : ["smallest first", "largest first"]
      : field.type === "enum"
        ? [`${field.values?.[0] ?? "its first choice"} first`, `${field.values?.at(-1) ?? "its last choice"} first`]
        : field.type === "boolean"
          ? ["no before yes", "yes before no"]
          : ["from A to Z", "from Z to A"];
  return `By ${name}, ${ends[ascends ? 0 : 1]}`;
}

/** What people may do is no order of ours; "by default" is one, whatever else is offered. */
const offers =
  /\b(?:can|could|may|able|allow(?:s|ed|ing)?|lets?|enabl\w+|options?|abilit\w+|filter(?:s|ed|able|ing)?|sortable|choose|toggle|(?:want|wish|like|need) to)\b/;
const isOffer = (sentence: string): boolean => offers.test(sentence) && !/\bdefault\b/.test(sentence);

/** The orders that a sentence asks for, at most one for each model. */
export function readOrder(told: string, models: readonly PrdModel[]): OrderWish[] {
  const sentence = told.toLowerCase().trim();
  if (isOffer(sentence)) return [];
  const wishes = new Map<string, OrderWish>();
  for (const phrase of findPhrases(sentence)) {
    const wish = wishOf(phrase, namedModels(sentence, phrase.at, models), models);
    if (wish && !wishes.has(wish.model)) wishes.set(wish.model, wish);
  }
  return [...wishes.values()];
}

/** What is named stands close to "sorted by"; what the plan calls otherwise is found by a field that is its own. */
function wishOf(phrase: Phrase, named: readonly PrdModel[], models: readonly PrdModel[]): OrderWish | undefined {
  const of = (model: PrdModel, fields = phrase.fields): OrderWish[] => {
    const order = orderOf({ ...phrase, fields }, model);
    return order ? [{ model: model.name, order }] : [];
  };
  const [nearest] = named.flatMap((model) => of(model));
  if (nearest || (named.length > 0 && !phrase.isOwn)) return nearest;
  // "The newest first" of an app is what it is about; "by due date" is whatever has one.
  const tries = phrase.isOwn ? phrase.fields.map((wanted) => [wanted]) : [phrase.fields];
  return tries.flatMap((fields) => models.flatMap((model) => of(model, fields)))[0];
}

const byField =
  /(?:\b(?:sorted|ordered|ranked|arranged|listed)\b[^,;:]{0,40}? by|(?:^|[,;:] ?|\band )(?:please )?(?:sort|order|rank|arrange|list)s?\b(?: [^,;:]{1,50}?)? by) (?:default by )?(?:the |their |its )?(?<by>[^,;:()]+)(?<rest>[,(][^;:]*)?/g;
const alphabetical =
  /\b(?:(?<reverse>reverse )?alphabetical(?:ly| order)|(?:from )?(?:a (?:to|-) z|a-z)\b|(?<back>from z to a))/g;
const chronological = /\b(?<reverse>reverse[- ]|inverse )?chronological(?:ly| order)/g;

/** "The newest posts first", "cheapest at the top", "starting with the oldest". */
const superlative =
  /\b(?:(?<word>newest|latest|most recent(?:ly added)?|oldest|earliest|soonest|upcoming|next|cheapest|most expensive|priciest|(?:best|top|highest)[- ]rated|best|highest|lowest|largest|biggest|smallest|longest|shortest|most urgent)(?: (?<of>[\p{L}-]+(?: [\p{L}-]+)?))? (?:first\b(?! name)|(?:at|on|to) (?:the )?top\b)|(?:starting|beginning) with the (?<start>newest|latest|most recent|oldest|earliest|cheapest|most expensive))/gu;

/** Fields that most records have. */
const isCommon = /^(?:name|title|date|day|time|status|type|category|price|created|creation|when)\b/;

const descending =
  /\b(?:descending|desc|reverse|newest|latest|most recent|recent first|highest|largest|biggest|longest|best|most|z to a|high(?:est)? to low)/;
const ascending =
  /\b(?:ascending|asc|oldest|earliest|soonest|lowest|cheapest|smallest|shortest|a to z|low(?:est)? to high)/;

const directionIn = (words: string): Direction | undefined =>
  descending.test(words) ? "descending" : ascending.test(words) ? "ascending" : undefined;

function findPhrases(sentence: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const { index, groups = {} } of sentence.matchAll(byField)) {
    // "Sort the tasks by due date and the events by seats": the verb is said once.
    const parts = (groups["by"] ?? "").split(/ and (?=[^,]* by )/);
    let at = index;
    for (const [nth, part] of parts.entries()) {
      const by = nth === 0 ? part : part.slice(part.indexOf(" by ") + 4);
      const rest = nth === parts.length - 1 ? (groups["rest"] ?? "") : "";
      if (nth > 0) at = sentence.indexOf(part, at);
      // Two to choose from are an offer.
      if (!/ or /.test(by))
        phrases.push({ at, fields: fieldsIn(by), direction: directionIn(`${by} ${rest}`), isOwn: !isCommon.test(by) });
    }
  }
  for (const { index, groups = {} } of sentence.matchAll(alphabetical)) {
    const isBack = groups["reverse"] !== undefined || groups["back"] !== undefined;
    phrases.push({ at: index, fields: [{ like: isTitle }], direction: isBack ? "descending" : "ascending" });
  }
  for (const { index, groups = {} } of sentence.matchAll(chronological))
    phrases.push({
      at: index,
      fields: [{ like: isDay }, "createdAt"],
      direction: groups["reverse"] === undefined ? "ascending" : "descending",
    });
  for (const { index, groups = {} } of sentence.matchAll(superlative)) {
    const word = groups["word"] ?? groups["start"] ?? "";
    phrases.push({ at: index, ...superlativeFields(word, groups["of"] ?? "") });
  }
  return phrases.toSorted((a, b) => a.at - b.at);
}

/** "due date ascending", "price from low to high", "date added": what it may be called, longest first. */
function fieldsIn(by: string): Wanted[] {
  if (
    /^(?:date added|creation(?: date| time)?|created(?: at| on| date)?|when (?:they|it) w(?:ere|as) added)\b/.test(by)
  )
    return [{ called: by }, "createdAt"];
  const words = by
    .trim()
    .replace(/^(?:number|amount|count) of /, "")
    .split(/[\s-]+/);
  const named = Array.from({ length: Math.min(3, words.length) }, (_, at): Wanted => ({
    called: words.slice(0, Math.min(3, words.length) - at).join(" "),
  }));
  const [first = ""] = words;
  const alike: Wanted[] = first === "name" || first === "title" ? [{ like: isTitle }] : [];
  if (/^(?:date|day|time)$/.test(first)) alike.push({ like: isDay });
  if (/^(?:price|cost)$/.test(first)) alike.push({ like: ({ type }) => type === "money" });
  if (/^(?:rating|score|stars)$/.test(first)) alike.push({ like: isRating });
  // "Promised date" is the date that there is.
  if (words.includes("date") && first !== "date") alike.push({ like: isOnlyDay });
  if (/^(?:deadline|due)$/.test(first)) alike.push({ like: ({ name }) => /\b(?:due|deadline)\b/.test(name) });
  return [...named, ...alike];
}

function superlativeFields(word: string, of: string): Pick<Phrase, "fields" | "direction"> {
  const named: Wanted[] = of === "" ? [] : [{ called: of }, { called: of.split(" ")[0] ?? "" }];
  if (/newest|latest|recent/.test(word))
    return { fields: [...named, { like: isPublished }, "createdAt"], direction: "descending" };
  if (word === "oldest") return { fields: [...named, { like: isPublished }, "createdAt"], direction: "ascending" };
  if (/earliest|soonest|upcoming|next/.test(word))
    return { fields: [...named, { like: isDay }], direction: "ascending" };
  if (word === "cheapest") return { fields: [{ like: isPrice }], direction: "ascending" };
  if (/expensive|priciest/.test(word)) return { fields: [{ like: isPrice }], direction: "descending" };
  if (/best|rated/.test(word)) return { fields: [{ like: isRating }], direction: "descending" };
  if (word === "most urgent") return { fields: [{ like: isUrgency }], direction: "descending" };
  return { fields: named, direction: /lowest|smallest|shortest/.test(word) ? "ascending" : "descending" };
}

const isDay = ({ type }: PrdField): boolean => type === "date" || type === "dateTime";
const isOnlyDay = (field: PrdField, { fields }: PrdModel): boolean => isDay(field) && fields.filter(isDay).length === 1;
const isNumber = ({ type }: PrdField): boolean => type === "integer" || type === "decimal" || type === "money";
const isPrice = ({ type, name }: PrdField): boolean =>
  type === "money" || (type === "decimal" && /price|cost/i.test(name));
const isRating = (field: PrdField): boolean => isNumber(field) && /\b(?:rating|score|stars|points)\b/i.test(field.name);
const isUrgency = ({ type, name }: PrdField): boolean => type === "enum" && /priority|urgency|severity/i.test(name);
const isPublished = (field: PrdField): boolean =>
  isDay(field) && /^(?:date|day|published|posted|released?|publication|issued?|sent|received)\b/i.test(field.name);
const isTitle = (field: PrdField, { fields }: PrdModel): boolean =>
  field ===
  (fields.find(({ type, name }) => type === "text" && /\b(?:name|title|headline)$/i.test(name)) ??
    fields.find(({ type }) => type === "text"));

const unordered = new Set<PrdField["type"]>(["reference", "image", "file", "json", "richText"]);

function orderOf({ fields, direction }: Phrase, model: PrdModel): PrdOrder | undefined {
  for (const wanted of fields) {
    if (wanted === "createdAt") return { field: "createdAt", direction: direction ?? "descending" };
    const field =
      "called" in wanted
        ? (fieldOf(model, wanted.called) ?? fieldStarting(model, wanted.called))
        : model.fields.find((candidate) => wanted.like(candidate, model));
    if (field && !unordered.has(field.type)) return { field: field.name, direction: turn(field, direction) };
  }
  return undefined;
}

/** "Next watering" is the next watering date. */
const fieldStarting = ({ fields }: PrdModel, called: string): PrdField | undefined =>
  called.includes(" ") ? fields.find(({ name }) => name.toLowerCase().startsWith(`${called} `)) : undefined;

/** Which end of a field comes first where nothing is said, and which end of choices is the high one. */
function turn(field: PrdField, direction: Direction | undefined): Direction {
  if (isUrgency(field)) {
    const growsDown = /^(?:urgent|critical|high|highest|severe|blocker|p0|p1)\b/i.test(field.values?.[0] ?? "");
    const isHighFirst = direction !== "ascending";
    return isHighFirst === growsDown ? "ascending" : "descending";
  }
  if (direction !== undefined) return direction;
  if (isRating(field) || (isNumber(field) && /\b(?:votes|likes|views|popularity|sales|wins)\b/i.test(field.name)))
    return "descending";
  return isPublished(field) && !/^(?:date|day)\b/i.test(field.name) ? "descending" : "ascending";
}
