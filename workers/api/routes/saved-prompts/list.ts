import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { toPage } from "#db/queries/page.ts";
import { listSavedPrompts as querySavedPrompts } from "#db/queries/saved-prompts.ts";
import { workspaceMember } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { pageOf, pageQuerySchema } from "../../schemas/lists.ts";
import { savedPromptSchema } from "../../schemas/saved-prompts.ts";
import { workspaceParamsSchema } from "../../schemas/workspaces.ts";
import { viewSavedPrompt } from "../../views.ts";

export const listSavedPrompts = operation({
  guard: workspaceMember("viewer"),
  route: createRoute({
    method: "get",
    path: "/api/v1/workspaces/{id}/prompts",
    tags: ["prompts"],
    summary: "Prompts that the workspace keeps as templates, oldest first",
    request: { params: workspaceParamsSchema, query: pageQuerySchema },
    responses: { 200: jsonOf("A page of prompts.", pageOf(savedPromptSchema)) },
  }),
  async handle(c, { workspace }) {
    const query = c.req.valid("query");
    const rows = await querySavedPrompts(openDatabase(c.env.DB), { ...query, workspaceId: workspace.id });
    return c.json(
      toPage(rows, query.limit, (row) => row.id, viewSavedPrompt),
      200,
    );
  },
});
