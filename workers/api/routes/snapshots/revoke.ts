import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { revokeSnapshot as revoke } from "#db/queries/snapshots.ts";
import { thawApp } from "../../../preview/fetch-app.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { operation } from "../../operation.ts";
import { snapshotParamsSchema } from "../../schemas/snapshots.ts";

export const revokeSnapshot = operation({
  guard: member("member", "project"),
  route: createRoute({
    method: "delete",
    path: "/api/v1/projects/{id}/snapshots/{snapshot}",
    tags: ["snapshots"],
    summary: "Withdraw a snapshot: its link opens nothing any more, its data is deleted",
    request: { params: snapshotParamsSchema },
    responses: { 204: { description: "It is withdrawn." }, ...refusals("NOT_FOUND_ERROR") },
  }),
  async handle(c, { caller, project }) {
    const db = openDatabase(c.env.DB);
    const { snapshot } = c.req.valid("param");
    const row = await revoke(db, project.id, snapshot);
    if (!row) throw notFound("snapshot");
    await thawApp(c.env, { projectId: project.id, environment: "preview" }, row.id);
    const details = { snapshot: row.id };
    await recordAudit(
      db,
      auditOf(c, { action: "snapshot.revoked", actorId: caller.userId, targetId: project.id, details }),
    );
    return c.body(null, 204);
  },
});
