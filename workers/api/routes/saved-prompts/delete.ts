import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { deleteSavedPrompt as removeSavedPrompt, findSavedPrompt } from "#db/queries/saved-prompts.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { notFound } from "../../errors.ts";
import { workspaceMember } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { savedPromptParamsSchema } from "../../schemas/saved-prompts.ts";

export const deleteSavedPrompt = operation({
  guard: workspaceMember("member"),
  route: createRoute({
    method: "delete",
    path: "/api/v1/workspaces/{id}/prompts/{prompt}",
    tags: ["prompts"],
    summary: "Delete a kept prompt; what was made of it stays",
    request: { params: savedPromptParamsSchema },
    responses: { 204: { description: "It is gone." } },
  }),
  async handle(c, { caller, workspace }) {
    const db = openDatabase(c.env.DB);
    const saved = await findSavedPrompt(db, workspace.id, c.req.valid("param").prompt);
    if (!saved) throw notFound("prompt");
    await removeSavedPrompt(
      db,
      saved,
      auditOf(c, {
        action: "saved_prompt.deleted",
        actorId: caller.userId,
        targetId: workspace.id,
        details: { id: saved.id, title: saved.title },
      }),
    );
    return c.body(null, 204);
  },
});
