import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { variables } from "../../../env.ts";
import { previewOrigin, signPreviewUrl } from "../../../preview/access.ts";
import { openLive } from "../../../preview/live/open-live.ts";
import { tellBuilderError } from "../../design/build-marked.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { livePreviewSchema } from "../../schemas/projects.ts";
import { versionParamsSchema } from "../../schemas/versions.ts";

export const openLivePreview = operation({
  guard: member("member", "version"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/versions/{version}/live-preview",
    tags: ["versions"],
    summary: "Run the app's dev server with the files of this version",
    description:
      "One for a project: where it runs already, its files change and pages that are open follow. It ends ten minutes after " +
      "it was last asked for. Its records are examples of its own.",
    request: { params: versionParamsSchema },
    responses: { 200: jsonOf("Its address; the access expires.", livePreviewSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { project, version }) {
    const { id: projectId, stack, hostLabel: label } = project;
    const target = { label, projectId, environment: "preview", view: "live" } as const;
    const host = new URL(previewOrigin(variables(c.env), target)).hostname;
    const opened = await openLive(c.env, openDatabase(c.env.DB), {
      projectId,
      stack,
      versionId: version.id,
      host,
    }).catch(tellBuilderError);
    if ("error" in opened)
      throw new ApiError("CONFLICT", `The dev server did not start: ${opened.error.slice(-1_000)}`);
    const url = await signPreviewUrl(variables(c.env), target);
    return c.json({ url, versionId: version.id, warm: opened.warm }, 200);
  },
});
