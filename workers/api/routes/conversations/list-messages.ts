import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listAiMessages } from "#db/queries/ai-conversations.ts";
import { toPage } from "#db/queries/page.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { aiMessageSchema, conversationParamsSchema } from "../../schemas/conversations.ts";
import { pageOf, pageQuerySchema } from "../../schemas/lists.ts";

export const listConversationMessages = operation({
  guard: member("viewer", "generation"),
  route: createRoute({
    method: "get",
    path: "/api/v1/generations/{id}/conversations/{conversation}/messages",
    tags: ["generations"],
    summary: "The transcript of one conversation",
    request: { params: conversationParamsSchema, query: pageQuerySchema },
    responses: { 200: jsonOf("A page of messages, in their order.", pageOf(aiMessageSchema)) },
  }),
  async handle(c, { generation }) {
    const { conversation } = c.req.valid("param");
    const { limit, cursor } = c.req.valid("query");
    const after = Number(cursor ?? 0);
    if (!Number.isInteger(after)) throw new ApiError("VALIDATION_ERROR", "This cursor is none of this list.");
    const input = { generationId: generation.id, conversationId: conversation, after, limit };
    const rows = await listAiMessages(openDatabase(c.env.DB), input);
    if (rows === null) throw new ApiError("NOT_FOUND_ERROR", "This conversation does not exist.");
    return c.json(
      toPage(
        rows,
        limit,
        (row) => String(row.seq),
        (row) => row,
      ),
      200,
    );
  },
});
