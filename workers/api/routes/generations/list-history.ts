import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listHistory as queryHistory } from "#db/queries/generations.ts";
import { toPage } from "#db/queries/page.ts";
import { authenticated } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { historyEntrySchema, historyQuerySchema } from "../../schemas/history.ts";
import { pageOf } from "../../schemas/lists.ts";

export const listHistory = operation({
  guard: authenticated,
  route: createRoute({
    method: "get",
    path: "/api/v1/generations",
    tags: ["generations"],
    summary: "What was asked in the projects you may see, newest first",
    request: { query: historyQuerySchema },
    responses: { 200: jsonOf("A page of generations, each with its project's name.", pageOf(historyEntrySchema)) },
  }),
  async handle(c, { caller }) {
    const query = c.req.valid("query");
    const rows = await queryHistory(openDatabase(c.env.DB), { ...query, userId: caller.userId });
    return c.json(
      toPage(
        rows,
        query.limit,
        (row) => row.id,
        (row) => row,
      ),
      200,
    );
  },
});
