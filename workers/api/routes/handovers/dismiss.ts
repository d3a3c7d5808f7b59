import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { member } from "../../guard.ts";
import { openHandover, settle } from "../../handover/settle.ts";
import { viewHandover } from "../../handover/view-handover.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { generationParamsSchema } from "../../schemas/generations.ts";
import { handoverSchema } from "../../schemas/handovers.ts";

export const dismissHandover = operation({
  guard: member("member", "generation"),
  route: createRoute({
    method: "post",
    path: "/api/v1/generations/{id}/handover/dismiss",
    tags: ["generations"],
    summary: "Leave it as it is",
    request: { params: generationParamsSchema },
    responses: { 200: jsonOf("The account, settled.", handoverSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project, generation }) {
    const db = openDatabase(c.env.DB);
    const handover = await openHandover(db, generation.id);
    const stub = projectStub(c.env, project.id);
    const end = { status: "dismissed", followedBy: null, actorId: caller.userId } as const;
    const row = await settle(db, stub, handover, end);
    return c.json(await viewHandover(db, new BlobStore(c.env.BLOBS), row), 200);
  },
});
