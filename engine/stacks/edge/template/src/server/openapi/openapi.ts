// The few parts of an OpenAPI 3.1 document that this app writes.

export interface Schema {
  readonly [keyword: string]: unknown;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  schema: Schema;
}

export interface Content {
  description: string;
  headers?: Record<string, { description: string; schema: Schema }>;
  content?: Record<string, { schema: Schema }>;
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { required: true; content: Record<string, { schema: Schema }> };
  responses: Record<string, Content | { $ref: string }>;
}

export interface Document {
  openapi: "3.1.0";
  info: { title: string; description: string; version: string };
  servers: { url: string }[];
  tags: { name: string; description?: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, Content> };
}

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

export const json = (description: string, schema: Schema): Content => ({
  description,
  content: { "application/json": { schema } },
});

const codes: Readonly<Record<number, string>> = {
  400: "Some values are missing or not valid; `fields` names them.",
  403: "This is not allowed.",
  404: "There is no such record, or no such address.",
  409: "It would clash with what is stored.",
  413: "The body is larger than 2 MB.",
  500: "Something went wrong on the server.",
};

export const errorResponses: Readonly<Record<string, Content>> = Object.fromEntries(
  Object.entries(codes).map(([status, description]) => [`error-${status}`, json(description, ref("Error"))]),
);

/** 500 and 403 may be answered by every route. */
export const failures = (...statuses: number[]): Operation["responses"] =>
  Object.fromEntries([...statuses, 403, 500].map((status) => [status, { $ref: `#/components/responses/error-${status}` }]));

export const pathParameter = (name: string, description?: string): Parameter => ({
  name,
  in: "path",
  required: true,
  ...(description !== undefined && { description }),
  schema: { type: "string" },
});

export const queryParameter = (name: string, description: string, schema: Schema = { type: "string" }): Parameter => ({
  name,
  in: "query",
  description,
  schema,
});
