// Who a request is from. The cookie or the API key is looked up at every request, so that a person who is deactivated, or
// whose role changed, feels it at once.
import { and, eq, gt, lt } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { createMiddleware } from "hono/factory";
import type { Role } from "../../shared/access/access.ts";
import { findRole } from "../../shared/access/roles.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { readSessionToken } from "./cookies.ts";
import { keys, sessions, users } from "./tables.ts";
import { hashToken } from "./tokens.ts";
import { words } from "./words.ts";

export interface Viewer {
  /** Null for visitors. */
  readonly user: { readonly id: string; readonly name: string; readonly email: string } | null;
  readonly role: Role | null;
  readonly sessionId: string | null;
  /** How the audit trail calls them. */
  readonly actor: string;
  /** Work of the app itself, which may read and write everything; see `unlimited`. */
  readonly isApp: boolean;
}

export const visitor: Viewer = { user: null, role: null, sessionId: null, actor: "A visitor", isApp: false };

/** Being seen is written down this often, not at every request. */
const seenEvery = 10 * 60_000;
const earlier = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();

type Database = ReturnType<typeof drizzle>;

const personOf = ({ id, name, email }: typeof users.$inferSelect) => ({ id, name, email });

async function viewerOfSession(db: Database, token: string): Promise<Viewer> {
  const now = new Date().toISOString();
  const [found] = await db
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, await hashToken(token)), gt(sessions.endsAt, now), eq(users.isActive, true)))
    .limit(1);
  const role = found && findRole(found.user.role);
  if (!found || !role) return visitor;
  const { session, user } = found;
  if (session.lastSeenAt < earlier(seenEvery)) {
    await db.batch([
      db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id)),
      db.update(users).set({ lastSeenAt: now }).where(eq(users.id, user.id)),
      db.delete(sessions).where(lt(sessions.endsAt, now)),
    ]);
  }
  return { user: personOf(user), role, sessionId: session.id, actor: user.name, isApp: false };
}

/** A key that is not known is an error: a program should not go on as a visitor. */
async function viewerOfKey(db: Database, token: string): Promise<Viewer> {
  const [found] = await db
    .select({ key: keys, user: users })
    .from(keys)
    .innerJoin(users, eq(users.id, keys.userId))
    .where(and(eq(keys.tokenHash, await hashToken(token)), eq(users.isActive, true)))
    .limit(1);
  const role = found && findRole(found.key.role);
  const isStillTheirs = found && (found.key.role === found.user.role || findRole(found.user.role)?.isAdmin === true);
  if (!found || !role || !isStillTheirs) throw new ApiError("AUTHENTICATION_ERROR", words.unknownKey);
  const { key, user } = found;
  if ((key.lastUsedAt ?? "") < earlier(seenEvery))
    await db.update(keys).set({ lastUsedAt: new Date().toISOString() }).where(eq(keys.id, key.id));
  return { user: personOf(user), role, sessionId: null, actor: `${user.name} (key “${key.name}”)`, isApp: false };
}

/** Where browsers tell where a write comes from, a cookie counts only for writes that come from the app's own pages. */
function isForeignWrite(request: Request): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return false;
  const site = request.headers.get("Sec-Fetch-Site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("Origin");
  const host = request.headers.get("Host") ?? new URL(request.url).host;
  return origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host);
}

export const authenticate = createMiddleware<AppEnv>(async (context, next) => {
  const db = drizzle(context.env.DB);
  const key = /^Bearer\s+(\S+)$/i.exec(context.req.header("Authorization") ?? "")?.[1];
  const token = readSessionToken(context);
  let viewer = visitor;
  if (key !== undefined) viewer = await viewerOfKey(db, key);
  else if (token !== undefined && !isForeignWrite(context.req.raw)) viewer = await viewerOfSession(db, token);
  context.set("viewer", viewer);
  await next();
});
