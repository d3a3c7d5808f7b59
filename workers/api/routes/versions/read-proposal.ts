import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { readKept } from "#db/queries/versions.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { versionFileParamsSchema } from "../../schemas/versions.ts";
import { answerFile, fileResponses } from "./answer-file.ts";

export const readProposal = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}/proposals/:path{.+}",
    tags: ["versions"],
    summary: "The text of a file that gave way to a person's edit, or was set aside",
    request: { params: versionFileParamsSchema },
    responses: fileResponses,
  }),
  async handle(c, { version }) {
    const { path } = c.req.valid("param");
    const kept = await readKept(openDatabase(c.env.DB), version.id);
    const proposal = kept.find((file) => file.path === path)?.proposal;
    if (!proposal) throw notFound("proposal");
    return answerFile(c, path, proposal);
  },
});
