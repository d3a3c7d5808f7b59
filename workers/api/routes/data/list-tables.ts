import { createRoute } from "@hono/zod-openapi";
import { browse } from "../../app-data/browse.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { type DataTables, dataTablesSchema } from "../../schemas/app-data.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

export const listTables = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/data/tables",
    tags: ["data"],
    summary: "Tables of the preview's database",
    request: { params: projectParamsSchema },
    responses: { 200: jsonOf("All of them.", dataTablesSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { project }) {
    return c.json({ items: await browse<DataTables["items"]>(c.env, project, { do: "tables" }) }, 200);
  },
});
