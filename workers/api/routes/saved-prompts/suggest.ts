import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { suggestForPrompt as askModels } from "../../../models/suggest-for-prompt.ts";
import { workspaceMember } from "../../guard.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { promptSuggestionsSchema, suggestSchema } from "../../schemas/saved-prompts.ts";
import { workspaceParamsSchema } from "../../schemas/workspaces.ts";

/** Whoever asked has gone on typing by then. */
const longestMs = 20_000;

export const suggestForPrompt = operation({
  guard: workspaceMember("member"),
  route: createRoute({
    method: "post",
    path: "/api/v1/workspaces/{id}/prompt-suggestions",
    tags: ["prompts"],
    summary: "What a prompt could say too, by a model of the workspace",
    description:
      "One small call, counted against the workspace's monthly budget. Where no model is set up the list is empty; " +
      "leaving before the answer ends the call.",
    request: { params: workspaceParamsSchema, body: jsonBody(suggestSchema) },
    responses: { 200: jsonOf("At most four, the best first.", promptSuggestionsSchema) },
  }),
  async handle(c, { caller, workspace }) {
    const { prompt } = c.req.valid("json");
    const signal = AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(longestMs)]);
    const asked = { workspaceId: workspace.id, userId: caller.userId, prompt, signal };
    const suggested = await askModels(c.env, openDatabase(c.env.DB), asked);
    if (suggested === null) return c.json({ items: [], hasModel: false, problem: null }, 200);
    return c.json(
      suggested.kind === "suggested"
        ? { items: [...suggested.items], hasModel: true, problem: null }
        : { items: [], hasModel: true, problem: suggested.error.message },
      200,
    );
  },
});
