// A model's records as JSON Schema: what the API answers, and what it accepts.
import { modelOf } from "../../shared/lookup.ts";
import { inSentence } from "../../shared/format.ts";
import type { FieldMeta, FieldType, ModelMeta } from "../../shared/model.ts";
import { ref, type Schema } from "./openapi.ts";

const kinds: Readonly<Record<FieldType, Schema>> = {
  text: { type: "string", minLength: 1, maxLength: 200 },
  longText: { type: "string", minLength: 1, maxLength: 20_000 },
  richText: { type: "string", minLength: 1, maxLength: 20_000, contentMediaType: "text/markdown" },
  integer: { type: "integer" },
  decimal: { type: "number" },
  money: { type: "number", multipleOf: 0.01 },
  boolean: { type: "boolean" },
  date: { type: "string", format: "date" },
  dateTime: { type: "string", format: "date-time" },
  email: { type: "string", format: "email" },
  url: { type: "string", format: "uri" },
  phone: { type: "string" },
  color: { type: "string", pattern: "^#[0-9a-fA-F]{6}$" },
  enum: { type: "string" },
  image: { type: "string", format: "uri-reference" },
  file: { type: "string", format: "uri-reference" },
  json: { type: ["object", "array"] },
  reference: { type: "string" },
};

function fieldSchema(field: FieldMeta): Schema {
  const { type, ...rest } = kinds[field.type];
  const values = field.choices?.map(({ value }) => value);
  const target = field.reference && `The id of a ${inSentence(modelOf(field.reference.model).label)}.`;
  const isNumber = ["integer", "decimal", "money"].includes(field.type);
  return {
    type: field.required ? type : [type, "null"].flat(),
    ...rest,
    title: field.label,
    ...((field.help ?? target) !== undefined && { description: [field.help, target].filter(Boolean).join(" ") }),
    ...(values && { enum: field.required ? values : [...values, null] }),
    ...(isNumber && field.min !== undefined && { minimum: field.min }),
    ...(isNumber && field.max !== undefined && { maximum: field.max }),
    ...(field.initial !== undefined && { default: field.initial }),
  };
}

const properties = (model: ModelMeta): Record<string, Schema> =>
  Object.fromEntries(model.fields.map((field) => [field.key, fieldSchema(field)]));

export const inputName = (model: ModelMeta): string => `${model.key}.input`;
export const pageName = (model: ModelMeta): string => `${model.key}.page`;

const page = (item: Schema): Schema => ({
  type: "object",
  required: ["items", "total", "page", "pageSize"],
  properties: {
    items: { type: "array", items: item },
    total: { type: "integer" },
    page: { type: "integer" },
    pageSize: { type: "integer" },
  },
});

export function modelSchemas(model: ModelMeta): Record<string, Schema> {
  const own = properties(model);
  return {
    [model.key]: {
      type: "object",
      title: model.label,
      ...(model.description !== "" && { description: model.description }),
      required: ["id", "createdAt", "updatedAt", "_label", "_refs", ...Object.keys(own)],
      properties: {
        id: { type: "string" },
        createdAt: { type: "string", format: "date-time" },
        updatedAt: { type: "string", format: "date-time" },
        ...own,
        _label: { type: "string", description: "What the record is called." },
        _refs: {
          type: "object",
          description: "Names of the records that its reference fields point to, by field.",
          additionalProperties: ref("Label"),
        },
      },
    },
    [inputName(model)]: {
      type: "object",
      title: `${model.label}, as it is sent`,
      required: model.fields.filter(({ required, initial }) => required && initial === undefined).map(({ key }) => key),
      properties: own,
      additionalProperties: false,
    },
    [pageName(model)]: page(ref(model.key)),
  };
}

const text: Schema = { type: "string" };

/** What every model's answers share; no key of a model begins with a capital. */
export const sharedSchemas: Readonly<Record<string, Schema>> = {
  Error: {
    type: "object",
    required: ["error"],
    properties: {
      error: {
        type: "object",
        required: ["code", "message"],
        properties: {
          code: text,
          message: { ...text, description: "For whoever uses the app." },
          fields: { type: "object", additionalProperties: text, description: "One message for each wrong field." },
          current: { type: "object", description: "The record as it is now, when somebody changed it meanwhile." },
          requestId: text,
        },
      },
    },
  },
  Label: { type: "object", required: ["id", "label"], properties: { id: text, label: text } },
  Options: {
    type: "object",
    required: ["items"],
    properties: { items: { type: "array", items: ref("Label") } },
  },
  Dependents: {
    type: "object",
    required: ["items"],
    properties: {
      items: {
        type: "array",
        items: {
          type: "object",
          required: ["model", "onDelete", "count"],
          properties: { model: text, onDelete: { enum: ["cascade", "set null"] }, count: { type: "integer" } },
        },
      },
    },
  },
  BatchResults: {
    type: "object",
    required: ["results"],
    properties: {
      results: {
        type: "array",
        description: "One for each record sent, in their order.",
        items: {
          oneOf: [
            { type: "object", required: ["id"], properties: { id: text } },
            {
              type: "object",
              required: ["message", "fields"],
              properties: { message: text, fields: { type: "object", additionalProperties: text } },
            },
          ],
        },
      },
    },
  },
};

/** A page of the trash: records with when they were deleted. */
export const trashPage = (model: ModelMeta): Schema =>
  page({
    allOf: [
      ref(model.key),
      {
        type: "object",
        required: ["_deletedAt", "_deletedToo"],
        properties: {
          _deletedAt: { type: "string", format: "date-time" },
          _deletedToo: { type: "integer", description: "How many other records come back with it." },
        },
      },
    ],
  });
