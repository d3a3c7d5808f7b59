// What each route of resource-routes.ts does, in words: by method and path.
import { inSentence } from "../../shared/format.ts";
import { linkSides } from "../../shared/lookup.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { largestBatch } from "../resource/batch.ts";
import { largestPage } from "../resource/list.ts";
import { inputName, pageName, trashPage } from "./model-schemas.ts";
import {
  failures,
  json,
  type Operation,
  type Parameter,
  pathParameter,
  queryParameter,
  ref,
  type Schema,
} from "./openapi.ts";

type Described = Omit<Operation, "operationId" | "tags">;

const one = (model: ModelMeta): string => inSentence(model.label);
const many = (model: ModelMeta): string => inSentence(model.pluralLabel);

const id = pathParameter("id");
const pages: Parameter[] = [
  queryParameter("page", "Which page, from 1.", { type: "integer", minimum: 1, default: 1 }),
  queryParameter("pageSize", "Records a page.", { type: "integer", minimum: 1, maximum: largestPage, default: 20 }),
];
const match: Parameter = {
  name: "If-Match",
  in: "header",
  description: "The ETag of the version that was edited. When the record is another by now, the answer is 409 with it.",
  schema: { type: "string" },
};

const body = (schema: Schema): Pick<Operation, "requestBody"> => ({
  requestBody: { required: true, content: { "application/json": { schema } } },
});

const recordAnswer = (model: ModelMeta, description: string) => ({
  ...json(description, ref(model.key)),
  headers: { ETag: { description: "The version, for If-Match.", schema: { type: "string" } } },
});

const done = { 204: { description: "Done." } };

function filters(model: ModelMeta): Parameter[] {
  return model.fields.flatMap((field) => {
    const isRange = ["integer", "decimal", "money", "date", "dateTime"].includes(field.type);
    const several = field.type === "enum" || field.type === "reference" ? "; several with commas" : "";
    return [
      queryParameter(field.key, `Only where ${inSentence(field.label)} is this${several}.`),
      ...(isRange
        ? [
            queryParameter(`${field.key}.from`, `Only where ${inSentence(field.label)} is this or more.`),
            queryParameter(`${field.key}.to`, `Only where ${inSentence(field.label)} is this or less.`),
          ]
        : []),
    ];
  });
}

function listParameters(model: ModelMeta): Parameter[] {
  const sortable = [...model.fields.map(({ key }) => key), "createdAt", "updatedAt"];
  return [
    queryParameter("q", "Words that all have to occur in the record or in the name of one it points to."),
    queryParameter("sort", "Ascending by a field, or descending with a minus before it.", {
      type: "string",
      enum: sortable.flatMap((key) => [key, `-${key}`]),
      default: model.order ?? "-createdAt",
    }),
    ...pages,
    ...(model.badges.length > 0
      ? [
          queryParameter("badge", "Only where this badge holds.", {
            type: "string",
            enum: model.badges.map(({ slug }) => slug),
          }),
        ]
      : []),
    ...filters(model),
  ];
}

function linkParameters(model: ModelMeta): Parameter[] {
  const slugs = [...new Set(linkSides(model).map(({ link }) => link.slug))];
  return [
    id,
    { ...pathParameter("link", "The relationship."), schema: { type: "string", ...(slugs.length > 0 && { enum: slugs }) } },
    queryParameter("side", "The end that the record stands at, where the model is linked to itself.", {
      type: "string",
      enum: ["from", "to"],
    }),
  ];
}

export const resourceOperations: Readonly<Record<string, (model: ModelMeta) => Described>> = {
  "GET /": (model) => ({
    summary: `List ${many(model)}`,
    description: "Newest first. Every field is a filter; unknown parameters are ignored.",
    parameters: listParameters(model),
    responses: { 200: json("A page of records.", ref(pageName(model))), ...failures() },
  }),
  "POST /": (model) => ({
    summary: `Create a ${one(model)}`,
    ...body(ref(inputName(model))),
    responses: { 201: json("The new record.", ref(model.key)), ...failures(400, 409, 413) },
  }),
  "POST /batch": (model) => ({
    summary: `Create several ${many(model)}`,
    description: "Each by itself: one that is refused leaves the others standing.",
    ...body({
      type: "object",
      required: ["create"],
      properties: { create: { type: "array", minItems: 1, maxItems: largestBatch, items: ref(inputName(model)) } },
    }),
    responses: { 200: json("What became of each.", ref("BatchResults")), ...failures(400, 413) },
  }),
  "GET /options": (model) => ({
    summary: `Find ${many(model)} by name`,
    parameters: [queryParameter("q", "Words of the name.")],
    responses: { 200: json("At most 20 names.", ref("Options")), ...failures() },
  }),
  "GET /trash": (model) => ({
    summary: `List deleted ${many(model)}`,
    parameters: pages,
    responses: { 200: json("A page of records, the last deleted first.", trashPage(model)), ...failures() },
  }),
  "DELETE /trash": (model) => ({
    summary: `Delete for good what the trash of ${many(model)} holds`,
    description: "A part at a time; ask again while `left` is more than 0.",
    responses: {
      200: json("How many went.", {
        type: "object",
        required: ["erased", "left"],
        properties: { erased: { type: "integer" }, left: { type: "integer" } },
      }),
      ...failures(),
    },
  }),
  "GET /:id": (model) => ({
    summary: `Read a ${one(model)}`,
    parameters: [id],
    responses: { 200: recordAnswer(model, "The record."), ...failures(404) },
  }),
  "PUT /:id": (model) => ({
    summary: `Replace a ${one(model)}`,
    parameters: [id, match],
    ...body(ref(inputName(model))),
    responses: { 200: recordAnswer(model, "The changed record."), ...failures(400, 404, 409, 413) },
  }),
  "PATCH /:id": (model) => ({
    summary: `Change fields of a ${one(model)}`,
    parameters: [id, match],
    ...body({ ...ref(inputName(model)), description: "Any of its fields; what is not sent stays." }),
    responses: { 200: recordAnswer(model, "The changed record."), ...failures(400, 404, 409, 413) },
  }),
  "DELETE /:id": (model) => ({
    summary: `Delete a ${one(model)}`,
    description: "Into the trash, with what belongs to it.",
    parameters: [
      id,
      queryParameter("permanent", "With `true` for good, also from the trash.", { type: "string", enum: ["true"] }),
    ],
    responses: { ...done, ...failures(404) },
  }),
  "POST /:id/restore": (model) => ({
    summary: `Restore a deleted ${one(model)}`,
    description: "With what its deletion took along. Clashing unique values, or something it belongs to that is still in the trash, answer 409.",
    parameters: [id],
    responses: { 200: json("The record.", ref(model.key)), ...failures(404, 409) },
  }),
  "GET /:id/dependents": (model) => ({
    summary: `Ask what the deletion of a ${one(model)} would take along`,
    parameters: [id],
    responses: { 200: json("Records that point to it, by model.", ref("Dependents")), ...failures(404) },
  }),
  "GET /:id/links/:link": (model) => ({
    summary: `List what a ${one(model)} is linked to`,
    parameters: linkParameters(model),
    responses: {
      200: json("At most 100 records of the model at the other end.", {
        type: "object",
        required: ["items", "total"],
        properties: { items: { type: "array", items: { type: "object" } }, total: { type: "integer" } },
      }),
      ...failures(404),
    },
  }),
  "POST /:id/links/:link": (model) => ({
    summary: `Link a ${one(model)} to another record`,
    description: "Twice is once.",
    parameters: linkParameters(model),
    ...body({ type: "object", required: ["id"], properties: { id: { type: "string" } } }),
    responses: { ...done, ...failures(400, 404) },
  }),
  "DELETE /:id/links/:link/:otherId": (model) => ({
    summary: `Take a link of a ${one(model)} away`,
    parameters: [...linkParameters(model), pathParameter("otherId")],
    responses: { ...done, ...failures(404) },
  }),
};
