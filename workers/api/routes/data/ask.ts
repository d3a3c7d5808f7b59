import { createRoute } from "@hono/zod-openapi";
import { browse } from "../../app-data/browse.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { dataQuerySchema, dataRowsSchema, type DataRowsView } from "../../schemas/app-data.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

export const askData = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/data/query",
    tags: ["data"],
    summary: "Ask the preview's database one SELECT",
    description: "It runs in a transaction that is always undone, where only a SELECT can stand.",
    request: { params: projectParamsSchema, body: jsonBody(dataQuerySchema) },
    responses: { 200: jsonOf("At most 1,000 rows.", dataRowsSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { project }) {
    const { sql } = c.req.valid("json");
    return c.json(await browse<DataRowsView>(c.env, project, { do: "query", sql }), 200);
  },
});
