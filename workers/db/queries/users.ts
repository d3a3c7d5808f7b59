import { and, eq, isNull, sql } from "drizzle-orm";
import { prepared, type Database } from "../client.ts";
import { newId } from "../ids.ts";
import { sessions, users, workspaceMembers, workspaces, type User, type UserPreferences } from "../schema/index.ts";
import { auditRow, type AuditEntry } from "./audit.ts";
import type { NewSession } from "./sessions.ts";
import { auditLog } from "../schema/index.ts";

const selectUser = prepared((db) =>
  db
    .select()
    .from(users)
    .where(and(eq(users.id, sql.placeholder("userId")), isNull(users.deletedAt)))
    .prepare(),
);

export async function findUser(db: Database, userId: string): Promise<User | undefined> {
  return selectUser(db).get({ userId });
}

/** `email` is normalised. */
export async function findUserByEmail(db: Database, email: string): Promise<User | undefined> {
  return db
    .select()
    .from(users)
    .where(and(eq(users.email, email), isNull(users.deletedAt)))
    .get();
}

export interface Registration {
  user: { id: string; email: string; name: string; passwordHash: string };
  workspaceSlug: string;
  session: NewSession;
  audit: AuditEntry;
}

/** The user, their personal workspace, the first session and the audit row: all or none. */
export async function registerUser(db: Database, input: Registration): Promise<User> {
  const workspaceId = newId("workspace");
  const userId = input.user.id;
  const signedInAt = new Date().toISOString();
  const [rows] = await db.batch([
    db
      .insert(users)
      .values({ ...input.user, lastLoginAt: signedInAt })
      .returning(),
    db.insert(workspaces).values({
      id: workspaceId,
      slug: input.workspaceSlug,
      name: `${input.user.name}'s workspace`,
      kind: "personal",
      createdBy: userId,
    }),
    db.insert(workspaceMembers).values({ workspaceId, userId, role: "owner" }),
    db.insert(sessions).values(input.session),
    db.insert(auditLog).values(auditRow(input.audit)),
  ]);
  const user = rows[0];
  if (!user) throw new Error("D1 returned no row for the inserted user");
  return user;
}

export interface UserChanges {
  name?: string | undefined;
  username?: string | null | undefined;
  image?: string | null | undefined;
  website?: string | null | undefined;
  preferences?: UserPreferences | undefined;
}

/** Fields that are undefined stay. Throws a unique violation of `users.username`. */
export async function updateUser(db: Database, userId: string, changes: UserChanges): Promise<User | undefined> {
  return db
    .update(users)
    .set({
      ...(changes.name !== undefined && { name: changes.name }),
      ...(changes.username !== undefined && { username: changes.username }),
      ...(changes.image !== undefined && { image: changes.image }),
      ...(changes.website !== undefined && { website: changes.website }),
      ...(changes.preferences !== undefined && { preferences: changes.preferences }),
    })
    .where(and(eq(users.id, userId), isNull(users.deletedAt)))
    .returning()
    .get();
}
