// Valid values for any model, and the records it needs to exist first.
import { modelOf } from "../src/shared/lookup.ts";
import type { FieldMeta, ModelMeta } from "../src/shared/model.ts";
import type { TestApp } from "./app.ts";

let made = 0;

/** No number may be beyond it, in either direction. */
const largest = 1_000_000_000;

/** Cycles through what the bounds allow, in steps of one from the lower bound. */
function numberFor({ min, max = largest }: FieldMeta, count: number): number {
  const low = min ?? Math.max(-largest, Math.min(0, max - 1_000));
  return low + (count % Math.max(1, Math.floor(max - low)));
}

function valueFor(field: FieldMeta, count: number): unknown {
  switch (field.type) {
    case "integer":
    case "decimal":
    case "money":
      return numberFor(field, count);
    case "boolean":
      return field.initial ?? count % 2 === 0;
    case "date":
      return new Date(Date.UTC(2026, 0, 1 + count)).toISOString().slice(0, 10);
    case "dateTime":
      return new Date(Date.UTC(2026, 0, 1 + count, 9, count % 60)).toISOString();
    case "email":
      return `person${count}@example.com`;
    case "url":
      return `https://example.com/${count}`;
    case "phone":
      return `+1 555 ${String(1_000_000 + count)}`;
    case "color":
      return `#${count.toString(16).padStart(6, "0")}`;
    case "enum":
      return field.choices?.[count % field.choices.length]?.value;
    case "image":
    case "file":
      return `https://example.com/files/${count}.png`;
    case "json":
      return { count };
    default:
      return `${field.label} ${count}`.trim().slice(0, 150);
  }
}

/** Values for every field; required references point to records made for them. */
export async function sampleValues(app: TestApp, model: ModelMeta): Promise<Record<string, unknown>> {
  made += 1;
  const count = made;
  const values: Record<string, unknown> = {};
  for (const field of model.fields) {
    if (!field.reference) values[field.key] = valueFor(field, count);
    else if (field.required) values[field.key] = await createSample(app, modelOf(field.reference.model));
  }
  return values;
}

/** The id of a new valid record. */
export async function createSample(app: TestApp, model: ModelMeta): Promise<string> {
  const { status, body } = await app.call("POST", `/${model.slug}`, await sampleValues(app, model));
  if (status !== 201) throw new Error(`Could not create a ${model.label}: ${JSON.stringify(body)}`);
  return body.id;
}
