import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { cursorOf, listNotifications as queryNotifications } from "#db/queries/notifications.ts";
import { toPage } from "#db/queries/page.ts";
import { authenticated } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { pageOf } from "../../schemas/lists.ts";
import { notificationSchema, notificationsQuerySchema } from "../../schemas/notifications.ts";
import { viewNotification } from "../../views.ts";

export const listNotifications = operation({
  guard: authenticated,
  route: createRoute({
    method: "get",
    path: "/api/v1/notifications",
    tags: ["notifications"],
    summary: "What became of your runs: which are done, wait for you, or stopped; newest first",
    request: { query: notificationsQuerySchema },
    responses: { 200: jsonOf("A page of notifications.", pageOf(notificationSchema)) },
  }),
  async handle(c, { caller }) {
    const { unread, ...query } = c.req.valid("query");
    const asked = { ...query, userId: caller.userId, unread: unread === "true" };
    const rows = await queryNotifications(openDatabase(c.env.DB), asked);
    return c.json(toPage(rows, query.limit, cursorOf, viewNotification), 200);
  },
});
