import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { countFixes, listFixes as queryFixes } from "#db/queries/fixes.ts";
import { toPage } from "#db/queries/page.ts";
import { workspaceMember } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { fixesSchema, fixQuerySchema } from "../../schemas/fixes.ts";
import { workspaceParamsSchema } from "../../schemas/workspaces.ts";
import { viewFix } from "../../view-fix.ts";

export const listFixes = operation({
  guard: workspaceMember("viewer"),
  route: createRoute({
    method: "get",
    path: "/api/v1/workspaces/{id}/fixes",
    tags: ["workspaces"],
    summary: "What the workspace's fix cache knows and how often it helped, newest first",
    request: { params: workspaceParamsSchema, query: fixQuerySchema },
    responses: { 200: jsonOf("A page of fixes, and sums over all of them.", fixesSchema) },
  }),
  async handle(c, { workspace, memberRole }) {
    const { limit, cursor, state, origin } = c.req.valid("query");
    const db = openDatabase(c.env.DB);
    const [rows, totals] = await Promise.all([
      queryFixes(db, { workspaceId: workspace.id, state, origin, cursor, limit }),
      countFixes(db, workspace.id),
    ]);
    const seesAll = memberRole === "owner" || memberRole === "admin";
    const page = toPage(
      rows,
      limit,
      (row) => row.id,
      (row) => viewFix(row, seesAll),
    );
    return c.json({ ...page, totals }, 200);
  },
});
