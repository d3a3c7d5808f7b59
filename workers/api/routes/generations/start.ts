import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findAttachments } from "../../assets/find-attachments.ts";
import { ApiError, unwrap } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { projectStub } from "../../project-stub.ts";
import { generationSchema, startGenerationSchema } from "../../schemas/generations.ts";

export const startGeneration = operation({
  guard: member("member", "body"),
  // A prompt that is far too long still gets the answer that says so, not one about bytes.
  bodyLimit: 400 * 1024,
  route: createRoute({
    method: "post",
    path: "/api/v1/generations",
    tags: ["generations"],
    summary: "Start building what the prompt describes",
    request: { body: jsonBody(startGenerationSchema) },
    responses: { 202: jsonOf("The generation; follow it by its events.", generationSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project }) {
    const { prompt, mode, provider, budgetUsd, attachmentIds = [], selection = null } = c.req.valid("json");
    if (project.status === "archived") {
      throw new ApiError("CONFLICT", "This project is archived. Take it out of the archive first.");
    }
    const { settings } = project;
    const attachments = await findAttachments(openDatabase(c.env.DB), c.env.BLOBS, project.id, attachmentIds);
    const generation = unwrap(
      await projectStub(c.env, project.id).startGeneration({
        projectId: project.id,
        projectName: project.name,
        actorId: caller.userId,
        prompt,
        mode: mode ?? settings.mode ?? "auto",
        stack: project.stack,
        provider: provider ?? settings.provider ?? null,
        budgetUsd: budgetUsd ?? settings.budgetUsd ?? null,
        versionId: null,
        attachments,
        selection,
      }),
    );
    return c.json(generation, 202);
  },
});
