import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { markRead as writeRead } from "#db/queries/notifications.ts";
import { authenticated } from "../../guard.ts";
import { jsonBody, operation } from "../../operation.ts";
import { markReadSchema } from "../../schemas/notifications.ts";
import { tellInbox } from "../../../notify/tell-inbox.ts";

export const markRead = operation({
  guard: authenticated,
  route: createRoute({
    method: "post",
    path: "/api/v1/notifications/read",
    tags: ["notifications"],
    summary: "Mark notifications of yours as read",
    request: { body: jsonBody(markReadSchema) },
    responses: { 204: { description: "Those of them that are yours are read." } },
  }),
  async handle(c, { caller }) {
    await writeRead(openDatabase(c.env.DB), caller.userId, c.req.valid("json").ids);
    // Other tabs and devices stop to show them as new.
    await tellInbox(c.env, caller.userId, "notifications");
    return c.body(null, 204);
  },
});
