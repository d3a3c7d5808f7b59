import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { readManifest } from "#db/queries/versions.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { versionFileParamsSchema } from "../../schemas/versions.ts";
import { answerFile, fileResponses } from "./answer-file.ts";

export const readFile = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}/files/:path{.+}",
    tags: ["versions"],
    summary: "The bytes of one file",
    request: { params: versionFileParamsSchema },
    responses: fileResponses,
  }),
  async handle(c, { version }) {
    const { path } = c.req.valid("param");
    const manifest = await readManifest(openDatabase(c.env.DB), version.id);
    const file = Object.hasOwn(manifest, path) ? manifest[path] : undefined;
    if (!file) throw notFound("file");
    return answerFile(c, path, file);
  },
});
