import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { openSession } from "#db/queries/sessions.ts";
import { findUserByEmail } from "#db/queries/users.ts";
import { verifyPassword } from "../../auth/password.ts";
import { answerSignedIn, auditOf, newSession } from "../../auth/sign-in.ts";
import { ApiError } from "../../errors.ts";
import { open } from "../../guard.ts";
import { limitSignIn } from "../../middleware/rate-limit.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { loginSchema, signedInSchema } from "../../schemas/auth.ts";

export const login = operation({
  guard: open,
  route: createRoute({
    method: "post",
    path: "/api/v1/auth/login",
    tags: ["auth"],
    summary: "Sign in",
    request: { body: jsonBody(loginSchema) },
    responses: {
      200: jsonOf("Signed in; the refresh cookie is set.", signedInSchema),
      ...refusals("AUTHENTICATION_ERROR", "RATE_LIMITED"),
    },
  }),
  async handle(c) {
    const { email, password } = c.req.valid("json");
    await limitSignIn(c, email);
    const db = openDatabase(c.env.DB);
    const user = await findUserByEmail(db, email);
    if (!(await verifyPassword(password, user?.passwordHash)) || !user) {
      // Whether the account exists shows in the audit log alone.
      await recordAudit(
        db,
        auditOf(c, { action: "auth.sign_in_failed", actorId: null, targetId: user?.id ?? null, details: { email } }),
      );
      throw new ApiError("AUTHENTICATION_ERROR", "E-mail address or password is wrong.");
    }
    const session = await newSession(c, user.id);
    await openSession(
      db,
      session.row,
      auditOf(c, { action: "auth.signed_in", actorId: user.id, targetId: session.row.id }),
    );
    return c.json(await answerSignedIn(c, { ...user, lastLoginAt: session.row.rotatedAt }, session.refresh), 200);
  },
});
