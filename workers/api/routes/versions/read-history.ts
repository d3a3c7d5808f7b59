import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { changesOfFile, readFileHistory } from "#db/queries/file-history.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { fileHistorySchema, versionFileParamsSchema } from "../../schemas/versions.ts";
import { viewFileVersion } from "../../views.ts";

/** Versions looked at; older ones are not followed. */
export const mostFollowed = 300;

export const readHistory = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}/history/:path{.+}",
    tags: ["versions"],
    summary: "The versions that changed one file, newest first",
    request: { params: versionFileParamsSchema },
    responses: { 200: jsonOf("Empty for a file that never was.", fileHistorySchema) },
  }),
  async handle(c, { version }) {
    const { path } = c.req.valid("param");
    const line = await readFileHistory(openDatabase(c.env.DB), {
      projectId: version.projectId,
      versionId: version.id,
      path,
      limit: mostFollowed,
    });
    const items = changesOfFile(line).map(({ version: changed, before }) => ({
      ...viewFileVersion(changed),
      change:
        changed.file === null ? ("deleted" as const) : before === null ? ("added" as const) : ("modified" as const),
    }));
    return c.json({ items }, 200);
  },
});
