import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listSnapshots as readSnapshots } from "#db/queries/snapshots.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";
import { snapshotsSchema } from "../../schemas/snapshots.ts";
import { viewSnapshot } from "./view.ts";

export const listSnapshots = operation({
  // The links open the app for anyone: viewers may use the app, and hand out no access to it.
  guard: member("member", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/snapshots",
    tags: ["snapshots"],
    summary: "Snapshots that were not withdrawn, newest first",
    request: { params: projectParamsSchema },
    responses: { 200: jsonOf("All of them.", snapshotsSchema) },
  }),
  async handle(c, { project }) {
    const rows = await readSnapshots(openDatabase(c.env.DB), project.id);
    return c.json({ items: rows.map((row) => viewSnapshot(c.env, row)) }, 200);
  },
});
