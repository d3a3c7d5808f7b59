import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { resetApp } from "../../../preview/fetch-app.ts";
import { requirePreview } from "../../app-data/browse.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { operation } from "../../operation.ts";
import { projectParamsSchema } from "../../schemas/projects.ts";

export const resetData = operation({
  guard: member("member", "project"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/data/reset",
    tags: ["data"],
    summary: "Make the preview's data anew, with the example rows",
    description: "Rows and uploaded files of the preview are lost. The published app and snapshots keep theirs.",
    request: { params: projectParamsSchema },
    responses: { 204: { description: "It is done." }, ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project }) {
    await requirePreview(c.env, project);
    await resetApp(c.env, { projectId: project.id, environment: "preview" });
    const entry = auditOf(c, { action: "data.reset", actorId: caller.userId, targetId: project.id });
    await recordAudit(openDatabase(c.env.DB), entry);
    return c.body(null, 204);
  },
});
