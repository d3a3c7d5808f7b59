// GET    /            → Session
// POST   /            { email, password } → Session, and the cookie
// POST   /example     { user } → Session: one of a preview's example people, who need no password
// DELETE /            204
import { and, eq } from "drizzle-orm";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { findRole } from "../../../shared/access/roles.ts";
import { connect } from "../../db/client.ts";
import type { AppEnv } from "../../env.ts";
import { ApiError } from "../../errors.ts";
import { emailInput, knownPasswordInput } from "../inputs.ts";
import { isPassword } from "../passwords.ts";
import { readBody } from "../read-body.ts";
import { beginSession, describeSession, endSession } from "../sessions.ts";
import { users } from "../tables.ts";
import { countAttempt, forgetAttempts, limitsOf } from "../throttle.ts";
import { words } from "../words.ts";

const signInSchema = z.strictObject({ email: emailInput, password: knownPasswordInput });
const exampleSchema = z.strictObject({ user: z.string().max(100) });

/** Signs in and says who it is now. */
export async function answerSignedIn(
  context: Context<AppEnv>,
  user: typeof users.$inferSelect,
  status: 200 | 201 = 200,
): Promise<Response> {
  await beginSession(context, user.id);
  const viewer = { user: { id: user.id, name: user.name, email: user.email }, role: findRole(user.role) ?? null };
  return context.json(await describeSession(connect(context), viewer), status);
}

export const sessionRoutes = new Hono<AppEnv>()
  .get("/", async (context) => context.json(await describeSession(connect(context), context.get("viewer"))))
  .post("/", async (context) => {
    const { email, password } = await readBody(context, signInSchema);
    const db = connect(context);
    const limits = await limitsOf(context, email);
    await countAttempt(db, limits);
    const [user] = await db.select().from(users).where(eq(users.email, email)).limit(1);
    const isRight = await isPassword(password, user?.isActive ? user.password : null);
    // One answer for every reason: which addresses have an account is nobody's business.
    if (!user || !isRight) throw new ApiError("AUTHENTICATION_ERROR", words.wrongSignIn);
    await forgetAttempts(db, limits);
    return answerSignedIn(context, user);
  })
  .post("/example", async (context) => {
    const { user: id } = await readBody(context, exampleSchema);
    const isExample = and(eq(users.id, id), eq(users.isExample, true), eq(users.isActive, true));
    const [user] = await connect(context).select().from(users).where(isExample).limit(1);
    if (!user) throw new ApiError("NOT_FOUND_ERROR", words.noExample);
    return answerSignedIn(context, user);
  })
  .delete("/", async (context) => {
    await endSession(context);
    return context.body(null, 204);
  });
