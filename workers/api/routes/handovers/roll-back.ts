import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findVersion } from "#db/queries/versions.ts";
import { rollBackTo } from "../../edit/roll-back-to.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { openHandover, settle } from "../../handover/settle.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { generationParamsSchema } from "../../schemas/generations.ts";
import { versionSchema } from "../../schemas/versions.ts";
import { viewVersion } from "../../views.ts";

export const rollBackHandover = operation({
  guard: member("member", "generation"),
  route: createRoute({
    method: "post",
    path: "/api/v1/generations/{id}/handover/rollback",
    tags: ["generations"],
    summary: "Go on from the last version that works",
    description: "Makes a new version with its files, so that the next edit or generation starts from them.",
    request: { params: generationParamsSchema },
    responses: { 201: jsonOf("The new version.", versionSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project, generation }) {
    const db = openDatabase(c.env.DB);
    const handover = await openHandover(db, generation.id);
    const { standsAt } = handover.account;
    const target = standsAt === null ? undefined : await findVersion(db, project.id, standsAt.versionId);
    if (!target) throw new ApiError("CONFLICT", "There is no version that works yet.");
    const version = await rollBackTo(c, { caller, project, target });
    const stub = projectStub(c.env, project.id);
    await settle(db, stub, handover, { status: "rolled-back", followedBy: null, actorId: caller.userId });
    return c.json(viewVersion(version), 201);
  },
});
