import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findCheck } from "#db/queries/version-checks.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { checkParamsSchema } from "../../schemas/checks.ts";

export const readCheckReport = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/versions/{version}/checks/{kind}/report",
    tags: ["versions"],
    summary: "All that a check found: the log of a build, or JSON of a browser check or audit",
    request: { params: checkParamsSchema },
    responses: { 200: { description: "The report.", content: { "text/plain": {} } } },
  }),
  async handle(c, { version }) {
    const check = await findCheck(openDatabase(c.env.DB), version.id, c.req.valid("param").kind);
    if (!check?.reportSha) throw notFound("report");
    const blob = await new BlobStore(c.env.BLOBS).open(check.reportSha);
    if (!blob) throw new Error(`Blob ${check.reportSha} of a check is missing`);
    // The app under test wrote into it: inert on this origin.
    return c.body(blob.body, 200, { "content-type": "text/plain; charset=utf-8" });
  },
});
