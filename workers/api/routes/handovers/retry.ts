import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findVersion } from "#db/queries/versions.ts";
import { ApiError, unwrap } from "../../errors.ts";
import { member } from "../../guard.ts";
import { openHandover, settle } from "../../handover/settle.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { generationParamsSchema, generationSchema } from "../../schemas/generations.ts";
import { retryHandoverSchema } from "../../schemas/handovers.ts";

export const retryHandover = operation({
  guard: member("member", "generation"),
  route: createRoute({
    method: "post",
    path: "/api/v1/generations/{id}/handover/retry",
    tags: ["generations"],
    summary: "Mend the failed version again, with a hint",
    description:
      "Starts a generation that builds the newest version, as it failed or as you edited it since. Where there is a " +
      "model it may mend it, and reads the hint.",
    request: { params: generationParamsSchema, body: { ...jsonBody(retryHandoverSchema), required: false } },
    responses: { 202: jsonOf("The generation; follow it by its events.", generationSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project, generation }) {
    const { hint = "", budgetUsd } = c.req.valid("json");
    if (project.status === "archived")
      throw new ApiError("CONFLICT", "This project is archived. Take it out of the archive first.");
    const db = openDatabase(c.env.DB);
    const handover = await openHandover(db, generation.id);
    const newest = await findVersion(db, project.id, "latest");
    if (!newest || handover.account.failed == null)
      throw new ApiError("CONFLICT", "There is no version to mend. Start a generation with a prompt.");
    if (newest.status === "green")
      throw new ApiError("CONFLICT", `Version ${newest.number} is newer and works. There is nothing to mend.`);
    const stub = projectStub(c.env, project.id);
    const started = unwrap(
      await stub.startGeneration({
        projectId: project.id,
        projectName: project.name,
        actorId: caller.userId,
        prompt: `Repair version ${newest.number}${hint === "" ? "" : `: ${hint}`}`,
        mode: project.settings.mode ?? "auto",
        stack: project.stack,
        provider: project.settings.provider ?? null,
        budgetUsd: budgetUsd ?? project.settings.budgetUsd ?? null,
        versionId: newest.id,
        mayMend: true,
      }),
    );
    await settle(db, stub, handover, { status: "retried", followedBy: started.id, actorId: caller.userId });
    return c.json(started, 202);
  },
});
