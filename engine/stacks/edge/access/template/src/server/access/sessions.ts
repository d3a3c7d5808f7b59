// Sessions begin and end here.
import { and, eq, lt, ne, or } from "drizzle-orm";
import type { Context } from "hono";
import type { Session } from "../../shared/access/access.ts";
import { reachOf } from "../../shared/access/access.ts";
import { findRole, signUp } from "../../shared/access/roles.ts";
import { models } from "../../shared/models.ts";
import { connect, type Db } from "../db/client.ts";
import { newId } from "../db/columns.ts";
import type { AppEnv } from "../env.ts";
import { clearSessionToken, readSessionToken, writeSessionToken } from "./cookies.ts";
import { sessions, users } from "./tables.ts";
import { hashToken, newToken } from "./tokens.ts";
import type { Viewer } from "./viewer.ts";
import { words } from "./words.ts";

const days = 30;

/** "Firefox on Linux": enough to recognise one's own devices. */
function deviceOf(agent: string): string {
  const browser =
    ["Edg", "OPR", "Firefox", "Chrome", "Safari"].find((name) => agent.includes(name)) ?? words.anotherProgram;
  const system = ["Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS", "Linux"].find((name) =>
    agent.includes(name),
  );
  const names: Record<string, string> = { Edg: "Edge", OPR: "Opera" };
  return `${names[browser] ?? browser}${system === undefined ? "" : ` on ${system}`}`;
}

/** A new token at every sign-in; the one the browser had before ends. */
export async function beginSession(context: Context<AppEnv>, userId: string): Promise<void> {
  const db = connect(context);
  const token = newToken();
  const now = new Date();
  const time = now.toISOString();
  const former = readSessionToken(context);
  await db.batch([
    db
      .delete(sessions)
      .where(
        or(lt(sessions.endsAt, time), eq(sessions.tokenHash, former === undefined ? "" : await hashToken(former))),
      ),
    db.insert(sessions).values({
      id: newId(),
      tokenHash: await hashToken(token),
      userId,
      createdAt: time,
      endsAt: new Date(now.getTime() + days * 86_400_000).toISOString(),
      lastSeenAt: time,
      device: deviceOf(context.req.header("User-Agent") ?? ""),
    }),
    db.update(users).set({ lastSeenAt: time }).where(eq(users.id, userId)),
  ]);
  writeSessionToken(context, token, days * 86_400);
}

export async function endSession(context: Context<AppEnv>): Promise<void> {
  const { sessionId } = context.get("viewer");
  if (sessionId !== null) await connect(context).delete(sessions).where(eq(sessions.id, sessionId));
  clearSessionToken(context);
}

/** Every session of a person, but perhaps one. */
export const endSessions = (db: Db, userId: string, except: string | null) =>
  db.delete(sessions).where(and(eq(sessions.userId, userId), except === null ? undefined : ne(sessions.id, except)));

const actions = ["read", "create", "update", "delete"] as const;

/** What the browser has to know about who asks. */
export async function describeSession(db: Db, { user, role }: Pick<Viewer, "user" | "role">): Promise<Session> {
  const [real, examples] = await db.batch([
    db.select({ id: users.id }).from(users).where(eq(users.isExample, false)).limit(1),
    db
      .select({ id: users.id, name: users.name, role: users.role })
      .from(users)
      .where(and(eq(users.isExample, true), eq(users.isActive, true)))
      .orderBy(users.createdAt),
  ]);
  return {
    user: user && role && { ...user, role: { key: role.key, label: role.label }, isAdmin: role.isAdmin },
    may: Object.fromEntries(
      models.map(({ key }) => [
        key,
        Object.fromEntries(actions.map((action) => [action, reachOf(role, key, action)])) as Session["may"][string],
      ]),
    ),
    signUp: real.length === 0 ? "first" : signUp,
    examples: examples.flatMap(({ id, name, role: key }) => {
      const found = findRole(key);
      return found ? [{ id, name, role: { key: found.key, label: found.label } }] : [];
    }),
  };
}
