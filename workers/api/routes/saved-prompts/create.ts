import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { countSavedPrompts, insertSavedPrompt, mostSavedPrompts } from "#db/queries/saved-prompts.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { ApiError } from "../../errors.ts";
import { workspaceMember } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { createSavedPromptSchema, savedPromptSchema } from "../../schemas/saved-prompts.ts";
import { workspaceParamsSchema } from "../../schemas/workspaces.ts";
import { viewSavedPrompt } from "../../views.ts";

export const createSavedPrompt = operation({
  guard: workspaceMember("member"),
  route: createRoute({
    method: "post",
    path: "/api/v1/workspaces/{id}/prompts",
    tags: ["prompts"],
    summary: "Keep a prompt as a template of the workspace",
    description: "`{{name}}` in its text is asked for whenever it is used.",
    request: { params: workspaceParamsSchema, body: jsonBody(createSavedPromptSchema) },
    responses: { 201: jsonOf("The prompt.", savedPromptSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, workspace }) {
    const { title, prompt } = c.req.valid("json");
    const db = openDatabase(c.env.DB);
    if ((await countSavedPrompts(db, workspace.id)) >= mostSavedPrompts)
      throw new ApiError("CONFLICT", `A workspace keeps at most ${mostSavedPrompts} prompts. Delete one first.`);
    const id = newId("savedPrompt");
    const saved = await insertSavedPrompt(
      db,
      { id, workspaceId: workspace.id, title, prompt, createdBy: caller.userId },
      auditOf(c, {
        action: "saved_prompt.created",
        actorId: caller.userId,
        targetId: workspace.id,
        details: { id, title },
      }),
    );
    return c.json(viewSavedPrompt(saved), 201);
  },
});
