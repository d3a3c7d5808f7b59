import { formatValue } from "../../shared/format.ts";
import { isInternal } from "../../shared/published.ts";
import type { ApiRecord, FieldMeta, FieldType, ModelMeta } from "../../shared/model.ts";

const plain = (text: string): string =>
  text
    .replace(/^#{1,6}\s.*$/gm, "")
    // A list in one line.
    .replace(/^\s*(?:[-+*]|\d+\.)\s+/gm, "· ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*`>#]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s·]+|\s+$/g, "")
    .replace(/^./u, (first) => first.toUpperCase());

const firstOf = (model: ModelMeta, record: ApiRecord, types: readonly FieldType[]): FieldMeta | undefined =>
  model.fields.find((field) => types.includes(field.type) && (record[field.key] ?? "") !== "" && !isInternal(field));

/** Of use to those who keep the record alone. */
const untold = /stock|quantity|reorder|position|order|rank|views|likes|number$|code/i;

/** What a card or a page shows of a record; parts that it lacks are undefined. */
export function recordParts(model: ModelMeta, record: ApiRecord) {
  const read = (...types: FieldType[]): string | undefined => {
    const field = firstOf(
      model,
      record,
      types.filter((type) => type !== "reference"),
    );
    return field && formatValue(field, record[field.key]);
  };
  const text = firstOf(model, record, ["longText", "richText"]);
  const writer = model.fields.find(
    ({ key, type }) => type === "text" && /author|reviewer|customer|guest|client|^name$/i.test(key),
  );
  const person = model.fields.find((field) => field.reference && record._refs[field.key]);
  const image = firstOf(model, record, ["image"]);
  return {
    price: read("money"),
    date: read("date", "dateTime"),
    choice: read("enum"),
    related: person && record._refs[person.key]?.label,
    picture: image && String(record[image.key]),
    text: text && plain(String(record[text.key])),
    long: text,
    /** What little a record says that has no text: "12:00" and "21:00" of a day. */
    facts: model.fields
      .filter(({ key, type }) => type === "text" && !model.titleFields.includes(key) && (record[key] ?? "") !== "")
      .slice(0, 2)
      .map(({ key }) => String(record[key])),
    /** What is counted of it, such as its bedrooms. */
    counts: model.fields
      .filter((field) => field.type === "integer" && (record[field.key] ?? "") !== "" && !untold.test(field.key))
      .slice(0, 2)
      .map((field) => `${field.label}: ${formatValue(field, record[field.key])}`),
    /** Who said it. */
    writer: writer && String(record[writer.key] ?? ""),
  };
}
