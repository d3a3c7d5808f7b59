import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { variables } from "../../../env.ts";
import { signPreviewUrl } from "../../../preview/access.ts";
import { findApp } from "../../../preview/find-app.ts";
import { buildMarked, tellBuilderError } from "../../design/build-marked.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { markedPreviewSchema } from "../../schemas/elements.ts";
import { versionParamsSchema } from "../../schemas/versions.ts";

export const openMarked = operation({
  guard: member("member", "version"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/versions/{version}/marked-preview",
    tags: ["elements"],
    summary: "Build a preview whose elements say where they stand in the source",
    description:
      "Without types, lint and tests, and with the preview's data. Takes seconds at first, then a fraction of one.",
    request: { params: versionParamsSchema },
    responses: { 200: jsonOf("Its address.", markedPreviewSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { project, version }) {
    const db = openDatabase(c.env.DB);
    const label = project.hostLabel;
    const deployed = (await findApp(db, { label, environment: "preview" }))?.revision ?? null;
    if (deployed === null) throw new ApiError("CONFLICT", "There is no preview yet.");
    const { id: projectId, stack } = project;
    const wanted = { projectId, stack, versionId: version.id, deployed };
    const revision = await buildMarked(c.env, db, wanted).catch(tellBuilderError);
    const url = await signPreviewUrl(variables(c.env), { label, projectId, environment: "preview", revision });
    return c.json({ url, versionId: version.id }, 200);
  },
});
