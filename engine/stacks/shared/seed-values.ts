// A value for a field of the n-th example row. Deterministic: no clock, no chance; times are said relative to the day the
// seed is applied, so that example data never looks stale.
import type { ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import { largestNumber } from "#engine/prd/resolve-field.ts";
import { startsWord } from "./naming.ts";
import { at, kindOf, nameOf, saltOf, type SeedContext } from "./seed-kinds.ts";
import { tradeOf } from "./seed-goods.ts";
import { menuOf } from "./seed-menu.ts";
import { colors } from "./seed-names.ts";
import { emailValue, textValue, titleText, urlValue } from "./seed-texts.ts";
import { sqlText } from "./source-text.ts";

/** A day counted from the one the seed is applied on, and minutes after its midnight (UTC). */
export interface Moment {
  readonly days: number;
  readonly minutes: number;
}

/** Numbers are in the unit people read: money in the major one. */
export type SeedValue = string | number | boolean | Moment | null;

export type SeedRow = Record<string, SeedValue>;

export const isMoment = (value: SeedValue | undefined): value is Moment => typeof value === "object" && value !== null;

/** Spreads rows over a range without looking like a count: the fractional part of multiples of the golden ratio. */
const spread = (row: number, salt: number): number => ((((row + 1) * 0.618034 + salt * 0.381966) % 1) + 1) % 1;

const numberRanges: readonly [RegExp, number, number][] = [
  [/reorder|minimum|threshold|min stock/, 8, 14],
  [/max score|max point|total point/, 100, 100],
  [/founded|established/, 1_908, 1_996],
  [/published year|publication/, 1_968, 2_023],
  [/year/, 2_016, 2_025],
  [/mileage|odometer|kilomet/, 12_000, 148_000],
  [/page/, 120, 480],
  [/copies/, 1, 6],
  [/bedroom|bathroom|guest|party size|people/, 1, 4],
  [/serving/, 2, 6],
  [/floor/, 0, 5],
  [/area|square/, 38, 160],
  [/height/, 164, 196],
  [/jersey|shirt/, 1, 23],
  [/goal|win|loss|draw|assist/, 0, 9],
  [/(home|away) score/, 0, 4],
  [/set/, 3, 5],
  [/rep/, 6, 15],
  [/week/, 4, 16],
  [/quantity|stock|on hand/, 12, 90],
  [/rating|stars/, 3, 5],
  [/point/, 1, 5],
  [/score|percent|progress|probability/, 20, 98],
  [/age/, 21, 64],
  [/(duration )?second/, 140, 320],
  [/minute|duration|time/, 15, 90],
  [/hour(?!ly)/, 1, 12],
  [/capacity|seat/, 10, 120],
  [/priority|level/, 1, 5],
  [/monthly rent|rent/, 720, 2_400],
  [/deposit/, 900, 3_000],
  [/hourly/, 35, 95],
  [/per night/, 79, 240],
  [/fine/, 1, 9],
  [/salary/, 32_000, 88_000],
  [/budget|revenue|value|goal|target/, 1_200, 48_000],
  [/price|cost|fee|rate/, 4, 180],
  [/amount|total|balance|spent|limit/, 20, 900],
  [/weight/, 1, 40],
  [/latitude|lat$/, 36, 58],
  [/lon|lng/, -9, 18],
];

const bedrooms: readonly (readonly [RegExp, number])[] = [
  [/.*studio|bedsit/, 1],
  [/.*two-bedroom/, 2],
  [/.*(family|villa|farmhouse)/, 4],
];

const planPrices = [9, 19, 29, 49, 79, 99, 149, 199];

function numberValue(context: SeedContext, model: ResolvedModel, field: ResolvedField, row: number): number {
  const { min, max } = field;
  const name = nameOf(field.key);
  const isHome =
    field.type === "money" &&
    startsWord(/price/, name) &&
    startsWord(/propert|house|apartment|home|listing|villa|real estate/, nameOf(model.label));
  const beside = (pattern: RegExp): boolean => model.fields.some(({ key }) => startsWord(pattern, nameOf(key)));
  const isFew =
    (startsWord(/quantity/, name) && beside(/unit price/)) ||
    (startsWord(/seat/, name) && startsWord(/table/, nameOf(model.label))) ||
    (startsWord(/capacity/, name) && beside(/price per night|bed/));
  const sold = field.type === "money" ? tradeOf(nameOf(model.label), context.text) : undefined;
  const dishes =
    field.type === "money" && startsWord(/price/, name) ? menuOf(nameOf(model.label), context.text) : undefined;
  const asked = dishes && at(dishes, row).price;
  if (asked !== undefined && !field.unique && asked >= (min ?? 0) && asked <= (max ?? Infinity)) return asked;
  const [, low, high] = isHome
    ? ["", 180_000, 640_000]
    : field.type === "money" && startsWord(/meal/, nameOf(model.label))
      ? ["", 3, 19]
      : isFew
        ? ["", 1, 5]
        : sold && startsWord(/price/, name)
          ? ["", ...sold.prices]
          : (numberRanges.find(([pattern]) => startsWord(pattern, name)) ?? ["", 1, 60]);
  // What costs more comes later, as on a page of prices.
  if (field.type === "money" && startsWord(/pricing|plan|tier|membership/, nameOf(model.label)) && min === undefined)
    return at(planPrices, row) + (row < planPrices.length ? 0 : row);
  if (startsWord(/bedroom/, name)) {
    const title = titleText(context, model, row).toLowerCase();
    const [, rooms] = bedrooms.find(([called]) => startsWord(called, title)) ?? [];
    if (rooms !== undefined && rooms >= (min ?? 0) && rooms <= (max ?? Infinity)) return rooms;
  }
  // Steps of one away from a bound: distinct, and inside, since a unique field's bounds leave room for many values.
  if (field.unique) return max !== undefined && min === undefined ? Math.min(low, max) - row : (min ?? low) + row;
  const from = Math.max(min ?? -largestNumber, Math.min(low, max ?? low));
  const to = Math.max(from, Math.min(max ?? largestNumber, Math.max(high, from + high - low)));
  const exact = from + (to - from) * spread(row, saltOf(field.key));
  const value =
    startsWord(/duration|minute/, name) && to - from > 30
      ? Math.min(to, Math.max(from, Math.round(exact / 15) * 15))
      : exact;
  const inside = (number: number): number => Math.min(to, Math.max(from, number));
  if (field.type === "integer") return Math.round(value);
  if (field.type === "money")
    return inside(to > 1_000 ? Math.round(value / 10) * 10 : Math.floor(value) + at([0.5, 0.95, 0, 0.25], row));
  return inside(Math.round(value * 10) / 10);
}

const pastWords =
  /birth|joined|hired|purchase|received|created|published|posted|issued|paid|order|last|date of|since|visit|complet|enrol|register|borrow|returned|graded|applied|founded|acquired|move in/;
const futureWords = /due|deadline|end|expir|next|renew|schedul|delivery|arrival|return|until|follow|expected/;
const startWords = /start|begin|check in|kickoff|departure|appointment|event/;

const clocks = [540, 810, 615, 960, 705, 1_110, 870, 660];

function moment(model: ResolvedModel, field: ResolvedField, row: number): Moment {
  const name = nameOf(field.key);
  const minutes = at(clocks, row);
  if (startsWord(/birth/, name)) {
    const isYoung = startsWord(/student|pupil|child/, nameOf(model.label));
    if (startsWord(/pet$|animal|dog|cat$/, nameOf(model.label))) return { days: -(410 + row * 337), minutes };
    return { days: isYoung ? -(3_700 + row * 211) : -(8_400 + row * 1_031), minutes };
  }
  if (startsWord(/next|follow|renew/, name)) return { days: row * 9 + 12, minutes };
  if (startsWord(/release/, name) && startsWord(/album|song|track|film|movie|book/, nameOf(model.label)))
    return { days: -(290 + row * 431), minutes };
  // An answer comes after what it answers, whichever that is.
  if (!field.unique && startsWord(pastWords, name) && startsWord(/reply|response/, nameOf(model.label)))
    return { days: -1, minutes };
  if (startsWord(pastWords, name)) return { days: -(row * 5 + 2 + (saltOf(field.key) % 4)), minutes };
  if (startsWord(futureWords, name)) return { days: row * 4 + 3, minutes };
  if (startsWord(startWords, name) || kindOf(model) === "event") return { days: row * 3 - 7, minutes };
  // Sales and payments of a season, so that there is something to compare.
  return { days: -(row * (kindOf(model) === "transaction" ? 17 : 2)), minutes };
}

/** What is called so is of this kind, where the field has it: a cake is no starter. */
const tellingTitles: readonly (readonly [RegExp, RegExp])[] = [
  [/which ways of paying|is there a discount/, /pay|price|pricing|billing|order|booking/],
  [/can i change or cancel|how long does it take/, /order|booking|deliver|shipping|service/],
  [/what happens to my data/, /account|privacy|security|data/],
  [/how can i reach|where can i find|do you also work/, /general|contact|visit|about|other/],
  [/soup|salad|mushroom toast|bruschetta|dumpling/, /starter|appeti[sz]er|first course/],
  [/flat white|iced|coffee|espresso|tea$|.*(juice|lemonade|latte)|smoothie|wine|beer/, /drink|beverage/],
  [/.*(cake|croissant|brownie|crumble|pancake|tart|pudding)|ice cream|tiramisu/, /dessert|sweet|pastr|bakery/],
  [/.*(pizza|burger|sandwich|risotto|curry|chicken|pasta|stew|salmon|linguine|lasagne|pie$)/, /main|lunch|dinner/],
];

/** Of a field that is neither a reference nor an attachment. */
export function seedValue(context: SeedContext, model: ResolvedModel, field: ResolvedField, row: number): SeedValue {
  switch (field.type) {
    case "text":
    case "longText":
    case "richText":
      return textValue(context, model, field, row);
    case "integer":
    case "decimal":
    case "money":
      return Number(numberValue(context, model, field, row).toFixed(6));
    case "boolean":
      // Of what is rare, one example tells enough.
      if (startsWord(/pinned|sticky/, nameOf(field.key))) return row === 2;
      if (startsWord(/closed|locked/, nameOf(field.key))) return row === 5;
      if (startsWord(/anonymous/, nameOf(field.key))) return row % 6 === 4;
      if (startsWord(/active|available/, nameOf(field.key)) && startsWord(/pricing|plan|tier/, nameOf(model.label)))
        return true;
      return field.default === true || startsWord(/active|available|approved/, nameOf(field.key))
        ? row % 5 !== 3
        : row % 3 === 1;
    case "date":
    case "dateTime":
      return moment(model, field, row);
    case "email":
      return emailValue(context, model, field, row);
    case "url":
      return urlValue(context, model, field, row);
    case "phone":
      return `+1 555 01${String(((saltOf(`${model.key}.${field.key}`) + row * 7) % 90) + 10)} ${String(1_000 + ((saltOf(model.key) * 7 + row * 613) % 9_000))}`.slice(
        0,
        24,
      );
    case "color":
      return row < colors.length || !field.unique
        ? at(colors, row)
        : `#${(0x336699 + row * 4_099).toString(16).slice(0, 6)}`;
    case "enum": {
      const choices = field.values ?? [];
      // Offers stand side by side: billed alike, and for sale.
      if (startsWord(/pricing|plan|tier|membership|package/, nameOf(model.label))) {
        const usual = choices.find(({ label }) => startsWord(/month|active|published|available/, label.toLowerCase()));
        if (usual) return usual.value;
      }
      const title = titleText(context, model, row);
      const [, fitting] = tellingTitles.find(([titles]) => startsWord(titles, title.toLowerCase())) ?? [];
      const course = menuOf(nameOf(model.label), context.text)?.find((dish) => dish.title === title)?.course;
      const served = course && choices.find(({ label }) => startsWord(course, label.toLowerCase()));
      if (served) return served.value;
      const told = fitting && choices.find(({ label }) => startsWord(fitting, label.toLowerCase()));
      const published = choices.find(({ label }) => label.toLowerCase() === "published");
      // Visitors see these alone; a site with three of eight articles looks abandoned.
      if (published && row % 4 !== 3) return published.value;
      return told?.value ?? at(choices, row + (row > 4 ? 1 : 0)).value;
    }
    case "json":
      return JSON.stringify({ source: "example", position: row + 1 });
    case "image":
    case "file":
    case "reference":
      return null;
  }
}

/** The value as an SQL expression. */
export function seedExpression(field: ResolvedField, value: SeedValue): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return sqlText(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "number") return String(field.type === "money" ? Math.round(value * 100) : value);
  if (field.type === "date") return `date('now', '${value.days} days')`;
  const clock = [Math.floor(value.minutes / 60), value.minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `strftime('%Y-%m-%dT${clock.join(":")}:00.000Z', 'now', '${value.days} days')`;
}

/** A drawing's address, for an image that must be there. */
export const placeholderImage = "https://images.example.com/placeholder.png";
