import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { readKept } from "#db/queries/versions.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { keptFilesSchema, versionParamsSchema } from "../../schemas/versions.ts";

export const listKept = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}/kept",
    tags: ["versions"],
    summary: "Where a person's edits stand against what the generator wrote",
    request: { params: versionParamsSchema },
    responses: { 200: jsonOf("The files and places, ascending by path.", keptFilesSchema) },
  }),
  async handle(c, { version }) {
    return c.json(await readKept(openDatabase(c.env.DB), version.id), 200);
  },
});
