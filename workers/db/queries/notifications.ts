import { and, desc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import type { Database } from "../client.ts";
import { generations, mails, notifications, projects, users, type Mail, type Notification } from "../schema/index.ts";
import { isVisibleTo } from "./visible-projects.ts";

export type NotificationRow = Notification & { projectName: string };

const cursorMark = "~";
/** Ids of notifications come from generations, so a page is cut at its time and id. */
export const cursorOf = ({ createdAt, id }: Notification): string => `${createdAt}${cursorMark}${id}`;

function before(cursor: string) {
  const [time = "", id = ""] = cursor.split(cursorMark);
  return or(lt(notifications.createdAt, time), and(eq(notifications.createdAt, time), lt(notifications.id, id)));
}

/** A user's own, of projects they may still see; newest first, one row more than `limit`. */
export async function listNotifications(
  db: Database,
  input: { userId: string; unread: boolean; cursor?: string | undefined; limit: number },
): Promise<NotificationRow[]> {
  const rows = await db
    .select({ notification: notifications, projectName: projects.name })
    .from(notifications)
    .innerJoin(projects, eq(projects.id, notifications.projectId))
    .where(
      and(
        eq(notifications.userId, input.userId),
        isVisibleTo(db, input.userId),
        input.unread ? isNull(notifications.readAt) : undefined,
        input.cursor === undefined ? undefined : before(input.cursor),
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(input.limit + 1);
  return rows.map(({ notification, projectName }) => ({ ...notification, projectName }));
}

/** Those of other people, and those read before, stay as they are. `ids`: at most 90. */
export async function markRead(db: Database, userId: string, ids: readonly string[]): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: new Date().toISOString() })
    .where(and(eq(notifications.userId, userId), inArray(notifications.id, [...ids]), isNull(notifications.readAt)));
}

/** Whom a notice of a generation is for; undefined when they or the project are gone. */
export async function findRecipient(db: Database, generationId: string) {
  return db
    .select({
      userId: users.id,
      email: users.email,
      name: users.name,
      preferences: users.preferences,
      projectId: projects.id,
      projectName: projects.name,
    })
    .from(generations)
    .innerJoin(projects, eq(projects.id, generations.projectId))
    .innerJoin(users, eq(users.id, generations.createdBy))
    .where(
      and(
        eq(generations.id, generationId),
        isNull(projects.deletedAt),
        isNull(users.deletedAt),
        eq(users.kind, "human"),
      ),
    )
    .get();
}

export async function insertNotification(db: Database, row: typeof notifications.$inferInsert): Promise<void> {
  await db.insert(notifications).values(row).onConflictDoNothing();
}

/** The mail as it stands: a second attempt finds the first one's row. */
export async function putMail(db: Database, row: typeof mails.$inferInsert): Promise<Mail> {
  await db.insert(mails).values(row).onConflictDoNothing();
  const stored = await db.select().from(mails).where(eq(mails.id, row.id)).get();
  if (!stored) throw new Error(`Mail ${row.id} could not be written.`);
  return stored;
}

export async function settleMail(
  db: Database,
  id: string,
  outcome: Partial<Pick<Mail, "status" | "error" | "providerId" | "sentAt">>,
): Promise<void> {
  await db.update(mails).set(outcome).where(eq(mails.id, id));
}

/** Newest first. */
export async function newestMails(db: Database, limit: number): Promise<Mail[]> {
  return db.select().from(mails).orderBy(desc(mails.createdAt), desc(mails.id)).limit(limit);
}

/** A sweep deletes no more than these at a time; the next one goes on. */
const mostAtOnce = 500;

export async function deleteNotificationsBefore(db: Database, time: string): Promise<void> {
  const old = db.select({ id: notifications.id }).from(notifications);
  await db
    .delete(notifications)
    .where(inArray(notifications.id, old.where(lt(notifications.createdAt, time)).limit(mostAtOnce)));
}

/** Also of the outbox: whether they went out or not, nobody sends them any more. */
export async function deleteMailsBefore(db: Database, time: string): Promise<void> {
  const old = db.select({ id: mails.id }).from(mails).where(lt(mails.createdAt, time)).limit(mostAtOnce);
  await db.delete(mails).where(inArray(mails.id, old));
}
