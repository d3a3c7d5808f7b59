import { createRoute } from "@hono/zod-openapi";
import { browse } from "../../app-data/browse.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import {
  dataRowsQuerySchema,
  dataRowsSchema,
  type DataRowsView,
  dataTableParamsSchema,
} from "../../schemas/app-data.ts";

export const listRows = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/data/tables/{table}/rows",
    tags: ["data"],
    summary: "Rows of a table of the preview's database",
    request: { params: dataTableParamsSchema, query: dataRowsQuerySchema },
    responses: { 200: jsonOf("Some of them.", dataRowsSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { project }) {
    const { table } = c.req.valid("param");
    const { limit, offset, q: search, order: column, direction } = c.req.valid("query");
    const order = column === undefined ? null : { column, descending: direction === "desc" };
    const rows = await browse<DataRowsView>(c.env, project, { do: "rows", table, limit, offset, search, order });
    return c.json(rows, 200);
  },
});
