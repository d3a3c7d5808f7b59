import { formatValue } from "../../shared/format.ts";
import { publishedState } from "../../shared/published.ts";
import type { ApiRecord, FieldMeta, FieldType, ModelMeta } from "../../shared/model.ts";

const plain = (text: string): string =>
  text
    .replace(/^#{1,6}\s.*$/gm, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*`>#]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** Visitors see what is published; that it is goes without saying. */
const firstOf = (model: ModelMeta, record: ApiRecord, types: readonly FieldType[]): FieldMeta | undefined =>
  model.fields.find(
    (field) =>
      types.includes(field.type) && (record[field.key] ?? "") !== "" && field.key !== publishedState(model)?.field.key,
  );

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
  };
}
