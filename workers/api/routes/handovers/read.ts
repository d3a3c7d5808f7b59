import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { readHandover as queryHandover } from "#db/queries/handovers.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { viewHandover } from "../../handover/view-handover.ts";
import { jsonOf, operation } from "../../operation.ts";
import { generationParamsSchema } from "../../schemas/generations.ts";
import { handoverSchema } from "../../schemas/handovers.ts";

export const readHandover = operation({
  guard: member("viewer", "generation"),
  route: createRoute({
    method: "get",
    path: "/api/v1/generations/{id}/handover",
    tags: ["generations"],
    summary: "What was tried on a generation that was handed back",
    description: "There is one for generations that ended as `escalated`.",
    request: { params: generationParamsSchema },
    responses: { 200: jsonOf("The account, and what can be done now.", handoverSchema) },
  }),
  async handle(c, { generation }) {
    const db = openDatabase(c.env.DB);
    const row = await queryHandover(db, generation.id);
    if (!row) throw notFound("account of repairs");
    return c.json(await viewHandover(db, new BlobStore(c.env.BLOBS), row), 200);
  },
});
