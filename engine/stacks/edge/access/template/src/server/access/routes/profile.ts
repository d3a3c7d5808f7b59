// PATCH  /profile    { name } or { currentPassword, email?, password? } → Session
// GET    /sessions   → { items: SessionView[] }
// POST   /profile/deletion  { currentPassword } → 204: the account goes; its records stay, and belong to nobody
// DELETE /sessions   204: every other device is signed out
import { and, desc, eq, ne, or } from "drizzle-orm";
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { SessionView } from "../../../shared/access/access.ts";
import { adminRole } from "../../../shared/access/roles.ts";
import { connect } from "../../db/client.ts";
import type { AppEnv } from "../../env.ts";
import { ApiError } from "../../errors.ts";
import { anotherAdmin } from "../another-admin.ts";
import { emailInput, knownPasswordInput, nameInput, passwordInput } from "../inputs.ts";
import { hashPassword, isPassword } from "../passwords.ts";
import { readBody } from "../read-body.ts";
import { clearSessionToken } from "../cookies.ts";
import { describeSession, endSessions } from "../sessions.ts";
import { sessions, users } from "../tables.ts";
import { traceUser } from "../trace-user.ts";
import { countAttempt, forgetAttempts, limitsOf } from "../throttle.ts";
import { words } from "../words.ts";

const profileSchema = z.union([
  z.strictObject({ name: nameInput }),
  z.strictObject({
    currentPassword: knownPasswordInput,
    email: emailInput.optional(),
    password: passwordInput.optional(),
  }),
]);

const deletionSchema = z.strictObject({ currentPassword: knownPasswordInput });

const personOf = (context: Context<AppEnv>) => {
  const { user, sessionId } = context.get("viewer");
  if (!user || sessionId === null) throw new ApiError("AUTHENTICATION_ERROR", words.signInFirst);
  return { user, sessionId };
};

/** Whoever finds an open browser cannot take the account over: this needs the password once more. */
async function checkPassword(context: Context<AppEnv>, password: string): Promise<void> {
  const { user } = personOf(context);
  const db = connect(context);
  const limits = await limitsOf(context, user.email);
  await countAttempt(db, limits);
  const [found] = await db.select({ password: users.password }).from(users).where(eq(users.id, user.id));
  const message = words.wrongPassword;
  if (!(await isPassword(password, found?.password ?? null)))
    throw new ApiError("VALIDATION_ERROR", message, { currentPassword: message });
  await forgetAttempts(db, limits);
}

async function changeAccount(context: Context<AppEnv>, input: { email?: string; password?: string }): Promise<void> {
  const db = connect(context);
  const { user, sessionId } = personOf(context);
  const { email, password } = input;
  try {
    await db
      .update(users)
      .set({
        ...(email !== undefined && { email }),
        ...(password !== undefined && { password: await hashPassword(password) }),
      })
      .where(eq(users.id, user.id));
  } catch (error) {
    const [other] = await db
      .select({ id: users.id })
      .from(users)
      .where(eq(users.email, email ?? ""))
      .limit(1);
    if (!other) throw error;
    const message = words.emailRefused;
    throw new ApiError("CONFLICT", message, { email: message });
  }
  if (password !== undefined) await endSessions(db, user.id, sessionId);
}

export const profileRoutes = new Hono<AppEnv>()
  .patch("/profile", async (context) => {
    const input = await readBody(context, profileSchema);
    const db = connect(context);
    const { user } = personOf(context);
    if ("name" in input) await db.update(users).set({ name: input.name }).where(eq(users.id, user.id));
    else {
      await checkPassword(context, input.currentPassword);
      const { email, password } = input;
      if (email !== undefined || password !== undefined)
        await changeAccount(context, {
          ...(email !== undefined && { email }),
          ...(password !== undefined && { password }),
        });
    }
    const [changed] = await db
      .select({ id: users.id, name: users.name, email: users.email })
      .from(users)
      .where(eq(users.id, user.id));
    return context.json(await describeSession(db, { user: changed ?? user, role: context.get("viewer").role }));
  })
  .post("/profile/deletion", async (context) => {
    const { currentPassword } = await readBody(context, deletionSchema);
    await checkPassword(context, currentPassword);
    const { user } = personOf(context);
    // Sessions, keys and what says whose a record is go with it; the audit trail stays.
    const [gone] = await connect(context)
      .delete(users)
      .where(and(eq(users.id, user.id), or(ne(users.role, adminRole), anotherAdmin(user.id))))
      .returning({ id: users.id });
    if (!gone) throw new ApiError("CONFLICT", words.lastAdmin);
    await traceUser(context, user, "delete");
    clearSessionToken(context);
    return context.body(null, 204);
  })
  .get("/sessions", async (context) => {
    const { user, sessionId } = personOf(context);
    const rows = await connect(context)
      .select()
      .from(sessions)
      .where(eq(sessions.userId, user.id))
      .orderBy(desc(sessions.lastSeenAt))
      .limit(100);
    const items: SessionView[] = rows.map(({ id, createdAt, lastSeenAt, device }) => ({
      id,
      createdAt,
      lastSeenAt,
      device,
      isThis: id === sessionId,
    }));
    return context.json({ items });
  })
  .delete("/sessions", async (context) => {
    const { user, sessionId } = personOf(context);
    await endSessions(connect(context), user.id, sessionId);
    return context.body(null, 204);
  });
