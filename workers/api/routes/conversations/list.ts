import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listAiConversations } from "#db/queries/ai-conversations.ts";
import { toPage } from "#db/queries/page.ts";
import { member } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { conversationSchema } from "../../schemas/conversations.ts";
import { generationParamsSchema } from "../../schemas/generations.ts";
import { pageOf, pageQuerySchema } from "../../schemas/lists.ts";

export const listConversations = operation({
  guard: member("viewer", "generation"),
  route: createRoute({
    method: "get",
    path: "/api/v1/generations/{id}/conversations",
    tags: ["generations"],
    summary: "What the agents said to their models, oldest first",
    request: { params: generationParamsSchema, query: pageQuerySchema },
    responses: { 200: jsonOf("A page of conversations.", pageOf(conversationSchema)) },
  }),
  async handle(c, { generation }) {
    const query = c.req.valid("query");
    const rows = await listAiConversations(openDatabase(c.env.DB), { ...query, generationId: generation.id });
    return c.json(
      toPage(
        rows,
        query.limit,
        (row) => row.id,
        (row) => ({ ...row, generationId: generation.id }),
      ),
      200,
    );
  },
});
