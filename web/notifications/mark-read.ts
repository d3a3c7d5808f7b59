import type { AppNotification, List } from "../lib/api-types.ts";
import { notificationsQuery } from "../lib/dashboard-queries.ts";
import { queryClient } from "../lib/query-client.ts";
import { api } from "../session/session.ts";

/** Shown as read at once; if the server does not hear of it, the next answer says so again. */
export function markRead(items: readonly AppNotification[]): void {
  const ids = items.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  if (ids.length === 0) return;
  const readAt = new Date().toISOString();
  queryClient.setQueryData(
    notificationsQuery.queryKey,
    (list: List<AppNotification> | undefined) =>
      list && { ...list, items: list.items.map((item) => (ids.includes(item.id) ? { ...item, readAt } : item)) },
  );
  void api.send("POST", "/api/v1/notifications/read", { ids }).catch(() => undefined);
}
