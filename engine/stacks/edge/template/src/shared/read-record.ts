import type { ModelMeta } from "./model.ts";
import { isBlank, readValue } from "./read-value.ts";

export type ReadRecord = { values: Record<string, unknown> } | { problems: Record<string, string> };

/** A whole record, as the schemas of the API read it: what to send, or one message for each wrong field. */
export function readRecord(model: ModelMeta, given: Readonly<Record<string, unknown>>): ReadRecord {
  const values: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  for (const field of model.fields) {
    // A missing value becomes the initial one; one that was emptied stays empty.
    const value = given[field.key] === undefined ? field.initial : given[field.key];
    if (!field.required && isBlank(value)) {
      values[field.key] = null;
      continue;
    }
    const read = readValue(field, value);
    if ("problem" in read) problems[field.key] = read.problem;
    else values[field.key] = read.value;
  }
  return Object.keys(problems).length > 0 ? { problems } : { values };
}
