import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { keptSince, listDeletedProjects as queryDeleted } from "#db/queries/deleted-projects.ts";
import { authenticated } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { deletedProjectsSchema } from "../../schemas/projects.ts";
import { viewDeletedProject } from "../../views.ts";

export const listDeletedProjects = operation({
  guard: authenticated,
  route: createRoute({
    method: "get",
    path: "/api/v1/deleted-projects",
    tags: ["projects"],
    summary: "Projects that you may bring back, the last deleted first",
    responses: { 200: jsonOf("At most 100; each can be restored for 30 days.", deletedProjectsSchema) },
  }),
  async handle(c, { caller }) {
    const rows = await queryDeleted(openDatabase(c.env.DB), caller.userId, keptSince(Date.now()));
    return c.json({ items: rows.map(viewDeletedProject) }, 200);
  },
});
