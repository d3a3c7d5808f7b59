// From a list item ("due date", "price: decimal", "status (open, closed)") to a field.
import type { FieldType, PrdField } from "#engine/prd/schema.ts";
import { entitiesFor } from "./catalogue/index.ts";
import { enumValuesFor } from "./enum-values.ts";
import { conventionFor, isUniqueName } from "./field-conventions.ts";
import type { ListItem } from "./read-phrases.ts";
import { sanitiseName } from "./sanitise.ts";
import { isPlural, singularPhrase } from "./words.ts";

export const typeWords: Readonly<Record<string, FieldType>> = {
  string: "text",
  text: "text",
  varchar: "text",
  "short text": "text",
  "long text": "longText",
  textarea: "longText",
  markdown: "richText",
  "rich text": "richText",
  integer: "integer",
  int: "integer",
  number: "decimal",
  numeric: "decimal",
  float: "decimal",
  double: "decimal",
  decimal: "decimal",
  money: "money",
  currency: "money",
  usd: "money",
  eur: "money",
  bool: "boolean",
  boolean: "boolean",
  "yes no": "boolean",
  checkbox: "boolean",
  date: "date",
  datetime: "dateTime",
  "date time": "dateTime",
  timestamp: "dateTime",
  email: "email",
  url: "url",
  link: "url",
  phone: "phone",
  image: "image",
  photo: "image",
  file: "file",
  upload: "file",
  json: "json",
  color: "color",
  colour: "color",
};

const requiredWords = new Set(["required", "mandatory"]);
const optionalWords = new Set(["optional", "nullable"]);
const uniqueWords = new Set(["unique"]);
const typePlain = new Set(["enum", "select", "dropdown", "choice", "field", "pk", "primary", "primary key"]);
const scale = /^(\d{1,3}) ?(?:-|to|–) ?(\d{1,3})$/;

const pronouns = new Set(
  "whether i i've we we've you they it it's is are was were been be has have had or not the user them there a an".split(
    " ",
  ),
);
/** "… and belong to a warehouse", "… and can be archived": another clause, not a field. */
const clauseVerbs = new Set(
  "belong belongs belonging relate relates related link links linked assign assigns assigned associated have has can may must should will need needs".split(
    " ",
  ),
);
/** "…, share them, collect responses, print or save as PDF": what people do, in a list that began with fields. */
const actingVerbs = new Set(
  "add adds apply applies book books browse browses buy buys borrow calculate calculates choose cook chooses collect collects compare compares create creates delete deletes download downloads edit edits enter enters estimate estimates export exports find finds generate generates get gets give gives invite invites keep keeps leave leaves let lets log logs make makes manage manages mark marks match pay plan pays pick picks post posts print prints read reads receive receives register registers remove removes save saves scale search searches see sees select selects sell sells send sends share shares show shows submit submits track tracks update updates upload uploads use uses verify verifies view views vote write writes".split(
    " ",
  ),
);
/** After such a verb: the rest is what it is done to. "print size", "log level" and "read time" stay names. */
const objects =
  /^(it|them|this|that|these|those|all|any|each|every|or|and|a|an|the|your|their|my|our|new|as|to|by|with|for|from|in|on)$|s$/;
/** Said of people alone: "close date" and "check in" stay names. */
const decidingVerbs = new Set(
  "approve reject assign close confirm check sign handle review pick accept decline resolve deliver clean drive fix answer teach lead prepare cook serve".split(
    " ",
  ),
);
const isActing = (words: readonly string[], entity: string): boolean => {
  const [first = "", ...rest] = words;
  // "…, managers assign contractors": the next sentence.
  if (rest.length > 1 && isPlural(first) && (actingVerbs.has(rest[0] ?? "") || decidingVerbs.has(rest[0] ?? "")))
    return true;
  const stem = first.endsWith("ing") ? first.slice(0, -3) : first;
  if (stem !== first && rest.length > 0 && isPlural(rest.at(-1) ?? ""))
    return actingVerbs.has(stem) || actingVerbs.has(`${stem}e`);
  if (!actingVerbs.has(first) || rest.length === 0) return false;
  return (
    rest.some((word) => objects.test(word) || entity.includes(word)) || rest.every((word) => actingVerbs.has(word))
  );
};

const dropFirst = new Set([
  "its",
  "their",
  "basic",
  "unique",
  "required",
  "optional",
  "name's",
  "full",
  "estimated",
  "personal",
  "current",
  "specific",
  "detailed",
]);
const dropLast = new Set(["field", "fields", "information", "info", "details", "detail", "data", "input", "column"]);
const keepPlural = new Set(
  "ingredients instructions notes comments skills symptoms directions hours minutes calories servings bedrooms bathrooms pages measurements dimensions interests hobbies requirements benefits tags keywords guests seats points wins losses draws goals likes views reps sets steps stars remarks terms allergies lyrics units lives series species sales is has news address status".split(
    " ",
  ),
);

export function isTypeWord(text: string): boolean {
  return (
    Object.hasOwn(typeWords, text) ||
    requiredWords.has(text) ||
    optionalWords.has(text) ||
    uniqueWords.has(text) ||
    typePlain.has(text)
  );
}

const pictures = new Set(["photo", "photos", "picture", "pictures", "image", "images"]);

export function fieldName(words: readonly string[]): string {
  // "photos of how they grow"
  let parts = pictures.has(words[0] ?? "") && words[1] === "of" ? words.slice(0, 1) : [...words];
  while (parts.length > 1 && dropFirst.has(parts[0] ?? "")) parts = parts.slice(1);
  while (parts.length > 1 && dropLast.has(parts[parts.length - 1] ?? "")) parts = parts.slice(0, -1);
  return sanitiseName(parts.join(" "), 40, "");
}

/** "Products with a cart": what the app can do with records is no field of theirs. */
const abilities =
  /^(shopping )?(cart|basket|checkout)$|^(wish ?list|favou?rites?|bookmarks?|likes?|(?:up|down)?votes?|shares?|comments? section|search|filters?|pagination|dashboards?|charts?|graphs?|reports?|navigation|side ?bar|layout|grid|cards?)$/;

const measured: ReadonlySet<FieldType> = new Set(["integer", "money", "date", "dateTime"]);

/** Whether words name what the app can do with records, not something kept: "upvotes", "a cart". */
export const isAbility = (words: readonly string[]): boolean => abilities.test(words.join(" "));

export interface ReadField {
  readonly field: PrdField;
  readonly certain: boolean;
}

/** `entity` is the entity's name; null when the item cannot be a field's name. */
export function readField(entity: string, item: ListItem): ReadField | null {
  let words = withoutEntity(item.words, entity);
  if (clauseVerbs.has(words[0] ?? "") || isActing(words, entity.toLowerCase()) || isAbility(words)) return null;
  const unique = words[0] === "unique";
  const asksWhether = words[0] === "whether";
  if (asksWhether) words = words.filter((word) => !pronouns.has(word));
  let type: FieldType | undefined;
  if (asksWhether) type = "boolean";
  let low: number | undefined;
  let high: number | undefined;
  let required = item.words[0] === "required";
  let isUnique = unique;
  let choices: string[] = [];
  const bounds = scale.exec(words.slice(-3).join(" ")) ?? scale.exec(words[words.length - 1] ?? "");
  if (bounds !== null) {
    [low, high] = [Number(bounds[1]), Number(bounds[2])];
    words = words.slice(0, words.length - (bounds[0].includes(" ") ? 3 : 1));
    if (words[words.length - 1] === "from") words = words.slice(0, -1);
  }
  const choicePair = item.detail.map((detail) => detail.words.join(" ")).join(" ");
  if (choicePair === "yes no" || choicePair === "true false" || choicePair === "y n") type = "boolean";
  for (const detail of item.detail) {
    const text = detail.words.join(" ");
    const range = scale.exec(text);
    if (range !== null) [low, high] = [Number(range[1]), Number(range[2])];
    else if (Object.hasOwn(typeWords, text)) type ??= typeWords[text];
    else if (requiredWords.has(text)) required = true;
    else if (uniqueWords.has(text)) isUnique = true;
    else if (!optionalWords.has(text) && !typePlain.has(text)) choices.push(text);
  }
  const tail = words[words.length - 1] ?? "";
  if (
    type === undefined &&
    words.length > 1 &&
    ["string", "varchar", "integer", "int", "boolean", "bool", "datetime", "decimal", "float", "timestamp"].includes(
      tail,
    )
  ) {
    type = typeWords[tail];
    words = words.slice(0, -1);
  }
  const name = fieldName(words);
  if (name === "" || !/\p{L}/u.test(name)) return null;
  const convention = conventionFor(singularUnlessKept(name));
  // "monthly limits": the number that the singular says, once for each record.
  const one = singularPhrase(name.split(" "));
  const isThing = entitiesFor(one.split(" ").at(-1) ?? "").length > 0;
  const counted = convention.certain || words.length < 2 || isThing ? null : conventionFor(one);
  if (counted?.certain === true && measured.has(counted.type))
    return readField(entity, { ...item, words: one.split(" ") });
  const chosen =
    type ??
    (choices.length >= 2 &&
    (convention.type === "enum" || !convention.certain || convention.type === "text" || convention.type === "integer")
      ? "enum"
      : convention.type);
  if (chosen !== "enum" || type === "boolean") choices = [];
  const final = convention.certain && chosen === "text" && type === undefined ? convention.type : chosen;
  const actual = choices.length >= 2 ? "enum" : final;
  const values =
    actual === "enum"
      ? choices.length >= 2
        ? choices.map(capital)
        : enumValuesFor(entity, singularUnlessKept(name))
      : undefined;
  const min = low ?? (type === undefined || type === convention.type ? convention.min : undefined);
  const max = high ?? (low === undefined ? convention.max : undefined);
  const numeric = actual === "integer" || actual === "decimal" || actual === "money";
  const isPoints = actual === "text" || words.at(-1) === "value";
  const ranged = low !== undefined && isPoints ? ("integer" as const) : actual;
  return {
    certain: convention.certain || type !== undefined || choices.length > 1,
    field: {
      name: convention.type === "longText" || convention.type === "integer" ? name : singularUnlessKept(name),
      type: ranged,
      required,
      unique: isUnique || (ranged === "text" && isUniqueName(name)),
      ...(values === undefined ? {} : { values: dedupe(values), default: values[0] ?? null }),
      ...(ranged === "boolean" ? { default: false } : {}),
      ...((numeric || ranged === "integer") && min !== undefined ? { min } : {}),
      ...((numeric || ranged === "integer") && max !== undefined && (min === undefined || max >= min) ? { max } : {}),
    },
  };
}

/** "patient name" of Patient is its name; "medicine name" of Prescription stays. */
function withoutEntity(words: readonly string[], entity: string): string[] {
  const own = entity.toLowerCase().split(" ");
  const starts = own.every((word, index) => words[index] === word);
  if (!starts || words.length <= own.length) return [...words];
  const rest = words.slice(own.length);
  return [
    "name",
    "title",
    "status",
    "type",
    "date",
    "number",
    "photo",
    "image",
    "description",
    "category",
    "color",
    "size",
  ].includes(rest.join(" "))
    ? rest
    : [...words];
}

function singularUnlessKept(name: string): string {
  const words = name.split(" ");
  const last = words[words.length - 1] ?? "";
  if (keepPlural.has(last)) return name;
  // "Tasks with priorities": one choice for each.
  const one = singularPhrase(words);
  if (conventionFor(one).type === "enum") return one;
  return [
    "photos",
    "images",
    "prices",
    "dates",
    "names",
    "titles",
    "links",
    "files",
    "documents",
    "attachments",
    "statuses",
    "categories",
    "types",
    "emails",
    "phones",
    "descriptions",
    "addresses",
  ].includes(last)
    ? [
        ...words.slice(0, -1),
        last === "statuses"
          ? "status"
          : last === "categories"
            ? "category"
            : last === "addresses"
              ? "address"
              : last.slice(0, -1),
      ].join(" ")
    : name;
}

function capital(text: string): string {
  const clean = sanitiseName(text, 40, "Other");
  if (/^(?:\d?x{1,3}[sl]|[sml])$/.test(clean)) return clean.toUpperCase();
  return clean.charAt(0).toUpperCase() + clean.slice(1);
}

function dedupe(values: readonly string[]): string[] {
  return [...new Set(values)].slice(0, 30);
}
