// "Alert when below minimum", "reorder level", "running low": stock that is compared with a number of its own.
import type { PrdField, PrdModel } from "#engine/prd/schema.ts";

const threshold =
  /\b(?:below|under|less than|reach(?:es)?|hits?) (?:the |a |its |their |some |our )?(?:minimum|min|threshold|reorder|safety stock|par)\b|\b(?:minimum|min|reorder|safety|par) (?:stock|quantit(?:y|ies)|levels?|points?|amounts?)\b|\blow[- ](?:on )?(?:stock|supplies|inventory)\b|\b(?:run(?:ning|s)?|get(?:ting|s)?) (?:low|out|short)\b|\brestock/;
const counted =
  /^(?:quantity|stock|stock quantity|quantity in stock|in stock|on hand|quantity on hand|stock level|units|amount|count)$/;
const least = /^(?:min(?:imum)?\b|reorder\b|threshold$|par level$|safety stock$)/;
/** What moves stock has a quantity too, and no minimum. */
const moving =
  /\b(?:movement|transaction|line|order|(?:order|cart) item|sale|issue|receipt|delivery|usage|harvest|donation|booking|request|ingredient)$/;

/** `text`: the prompt in lower case. */
export const asksForThreshold = (text: string): boolean => threshold.test(text);

/** How much of it there is; undefined for what only moves stock. */
export function stockField({ name, fields }: PrdModel): PrdField | undefined {
  const noun = name.toLowerCase();
  if (moving.test(noun)) return undefined;
  return fields.find((field) => isNumber(field) && counted.test(field.name.toLowerCase()));
}

export const minimumOf = ({ fields }: PrdModel): PrdField | undefined =>
  fields.find((field) => isNumber(field) && least.test(field.name.toLowerCase()));

export const newMinimum: PrdField = {
  name: "minimum quantity",
  type: "integer",
  required: false,
  unique: false,
  min: 0,
  default: 5,
};

const isNumber = ({ type }: PrdField): boolean => type === "integer" || type === "decimal";
