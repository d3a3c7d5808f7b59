import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findSavedPrompt, updateSavedPrompt as writeSavedPrompt } from "#db/queries/saved-prompts.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { notFound } from "../../errors.ts";
import { workspaceMember } from "../../guard.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { savedPromptParamsSchema, savedPromptSchema, updateSavedPromptSchema } from "../../schemas/saved-prompts.ts";
import { viewSavedPrompt } from "../../views.ts";

export const updateSavedPrompt = operation({
  guard: workspaceMember("member"),
  route: createRoute({
    method: "patch",
    path: "/api/v1/workspaces/{id}/prompts/{prompt}",
    tags: ["prompts"],
    summary: "Rename a kept prompt, or change its text",
    request: { params: savedPromptParamsSchema, body: jsonBody(updateSavedPromptSchema) },
    responses: { 200: jsonOf("The prompt.", savedPromptSchema) },
  }),
  async handle(c, { caller, workspace }) {
    const db = openDatabase(c.env.DB);
    const before = await findSavedPrompt(db, workspace.id, c.req.valid("param").prompt);
    if (!before) throw notFound("prompt");
    const changes = c.req.valid("json");
    const saved = await writeSavedPrompt(
      db,
      before,
      changes,
      auditOf(c, {
        action: "saved_prompt.changed",
        actorId: caller.userId,
        targetId: workspace.id,
        details: { id: before.id, from: before.title, to: changes.title ?? before.title },
      }),
    );
    if (!saved) throw notFound("prompt");
    return c.json(viewSavedPrompt(saved), 200);
  },
});
