import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { readManifest } from "#db/queries/versions.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { versionFilesSchema, versionParamsSchema } from "../../schemas/versions.ts";

export const listFiles = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}/files",
    tags: ["versions"],
    summary: "The manifest of a version, ascending by path",
    request: { params: versionParamsSchema },
    responses: { 200: jsonOf("Every file of the version.", versionFilesSchema) },
  }),
  async handle(c, { version }) {
    const manifest = await readManifest(openDatabase(c.env.DB), version.id);
    const files = Object.entries(manifest).map(([path, { size, sha256 }]) => ({ path, size, sha256 }));
    return c.json(
      files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      200,
    );
  },
});
