// POST /sign-up              { name, email, password } or { token, name, password } → 201 Session, and the cookie
// GET  /invitations/:token   → { email, name }
import { and, eq, gt, sql } from "drizzle-orm";
import { Hono } from "hono";
import { z } from "zod";
import { adminRole, defaultRole, signUp } from "../../../shared/access/roles.ts";
import { connect, type Db } from "../../db/client.ts";
import { newId } from "../../db/columns.ts";
import type { AppEnv } from "../../env.ts";
import { ApiError } from "../../errors.ts";
import { emailInput, nameInput, passwordInput } from "../inputs.ts";
import { hashPassword } from "../passwords.ts";
import { readBody } from "../read-body.ts";
import { endSessions } from "../sessions.ts";
import { users } from "../tables.ts";
import { countAttempt, limitsOf } from "../throttle.ts";
import { hashToken } from "../tokens.ts";
import { answerSignedIn } from "./session.ts";
import { words } from "../words.ts";

const signUpSchema = z.union([
  z.strictObject({ name: nameInput, password: passwordInput, token: z.string().min(1).max(100) }),
  z.strictObject({ name: nameInput, password: passwordInput, email: emailInput }),
]);

async function findInvited(db: Db, token: string): Promise<typeof users.$inferSelect> {
  const now = new Date().toISOString();
  const isInvited = and(
    eq(users.inviteHash, await hashToken(token)),
    gt(users.inviteEndsAt, now),
    eq(users.isActive, true),
  );
  const [user] = await db.select().from(users).where(isInvited).limit(1);
  if (!user) throw new ApiError("NOT_FOUND_ERROR", words.linkExpired);
  return user;
}

/** Chooses the password of an account that was made for this person, or whose password was forgotten. */
async function acceptInvitation(db: Db, token: string, name: string, password: string) {
  const user = await findInvited(db, token);
  const changed = { name, password: await hashPassword(password), inviteHash: null, inviteEndsAt: null };
  // The link works once, also when two requests bring it at the same time.
  const [accepted] = await db
    .update(users)
    .set(changed)
    .where(and(eq(users.id, user.id), eq(users.inviteHash, user.inviteHash ?? "")))
    .returning();
  if (!accepted) throw new ApiError("NOT_FOUND_ERROR", words.linkUsed);
  await endSessions(db, user.id, null);
  return accepted;
}

const isFirst = sql`not exists (select 1 from ${users} where ${users.isExample} = 0)`;

async function createAccount(db: Db, name: string, email: string, password: string) {
  const id = newId();
  const hash = await hashPassword(password);
  // Who is first is decided inside the database, so that two at once do not both administrate.
  const mayJoin = signUp === "open" ? sql`1 = 1` : isFirst;
  await db.run(sql`
    insert or ignore into ${users}
      ("id", "created_at", "email", "name", "role", "password", "is_example", "is_active")
    select ${id}, ${new Date().toISOString()}, ${email}, ${name},
      case when ${isFirst} then ${adminRole} else ${defaultRole} end, ${hash}, 0, 1
    where ${mayJoin}`);
  const [user] = await db.select().from(users).where(eq(users.id, id)).limit(1);
  if (user) return user;
  if (signUp === "open")
    throw new ApiError("CONFLICT", words.emailRefusedSignIn, {
      email: words.emailRefused,
    });
  throw new ApiError("AUTHORIZATION_ERROR", words.byInvitation);
}

export const signUpRoutes = new Hono<AppEnv>()
  .post("/sign-up", async (context) => {
    const input = await readBody(context, signUpSchema);
    const db = connect(context);
    // Making accounts costs as much as guessing passwords, and tells as much about addresses.
    await countAttempt(db, await limitsOf(context, "token" in input ? input.token : `sign-up ${input.email}`));
    const user =
      "token" in input
        ? await acceptInvitation(db, input.token, input.name, input.password)
        : await createAccount(db, input.name, input.email, input.password);
    return answerSignedIn(context, user, 201);
  })
  .get("/invitations/:token", async (context) => {
    const { email, name } = await findInvited(connect(context), context.req.param("token"));
    return context.json({ email, name });
  });
