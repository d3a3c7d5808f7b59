// Building blocks of the schemas in `schemas.ts`: the rules of `read-value.ts`, for zod. The server alone loads them.
import { z } from "zod";
import type { FieldType } from "./model.ts";
import { isBlank, type Rule, readValue } from "./read-value.ts";

// Zod would compile schemas with eval, which the content security policy and the edge refuse.
z.config({ jitless: true });

/** Blank becomes null. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (isBlank(value) ? null : value), schema.nullable());

/** A missing value becomes `value`; a blank one is still checked. */
export const withDefault = <Schema extends z.ZodType>(schema: Schema, value: unknown) =>
  z.preprocess((given) => (given === undefined ? value : given), schema);

const read = <Value>(rule: Rule) =>
  z.preprocess((given, context) => {
    const found = readValue(rule, given);
    if ("value" in found) return found.value;
    context.addIssue({ code: "custom", message: found.problem, input: given });
    return z.NEVER;
  }, z.custom<Value>());

const plain =
  <Value>(type: FieldType) =>
  () =>
    read<Value>({ type });

export type Bounds = Pick<Rule, "min" | "max">;

const bounded =
  (type: FieldType) =>
  (bounds: Bounds = {}) =>
    read<number>({ type, ...bounds });

export const text = plain<string>("text");
export const longText = plain<string>("longText");
export const richText = plain<string>("richText");
export const integer = bounded("integer");
export const decimal = bounded("decimal");
export const money = bounded("money");
export const boolean = plain<boolean>("boolean");
export const date = plain<string>("date");
export const dateTime = plain<string>("dateTime");
export const email = plain<string>("email");
export const url = plain<string>("url");
export const phone = plain<string>("phone");
export const color = plain<string>("color");
export const image = plain<string>("image");
export const file = plain<string>("file");
export const json = plain<object>("json");
export const reference = plain<string>("reference");

export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  read<Values[number]>({ type: "enum", choices: values.map((value) => ({ value, label: value })) });
