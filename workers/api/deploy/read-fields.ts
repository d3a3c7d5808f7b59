import type { TargetField } from "#protocol/deploy-targets.ts";
import { ApiError } from "../errors.ts";

/** What was given for a target's fields, without those left empty. Refuses unknown, missing and odd ones by their path. */
export function readFields(
  fields: readonly TargetField[],
  given: Readonly<Record<string, string>>,
  at: "account" | "place",
): Record<string, string> {
  const unknown = Object.keys(given).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined) throw refuseField(`${at}.${unknown}`, "There is no such field.");
  const values: Record<string, string> = {};
  for (const { name, label, optional, format } of fields) {
    const value = given[name] ?? "";
    if (value === "" && optional) continue;
    if (value === "") throw refuseField(`${at}.${name}`, `Enter the ${label.toLowerCase()}.`);
    if (format && !format.pattern.test(value)) throw refuseField(`${at}.${name}`, format.words);
    values[name] = value;
  }
  return values;
}

export function refuseField(field: string, message: string): ApiError {
  return new ApiError("VALIDATION_ERROR", `Field "${field}": ${message}`, { details: [{ path: field, message }] });
}
