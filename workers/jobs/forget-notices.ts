// What people were told long ago: nobody reads it any more, and mail holds addresses.
import type { Database } from "#db/client.ts";
import { deleteMailsBefore, deleteNotificationsBefore } from "#db/queries/notifications.ts";

const dayMs = 86_400_000;
export const daysKept = { notifications: 90, mails: 30 };

export async function forgetNotices(db: Database, now: number): Promise<void> {
  const since = (days: number): string => new Date(now - days * dayMs).toISOString();
  await deleteNotificationsBefore(db, since(daysKept.notifications));
  await deleteMailsBefore(db, since(daysKept.mails));
}
