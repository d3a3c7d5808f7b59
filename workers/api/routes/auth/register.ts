import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { newId, randomBase32 } from "#db/ids.ts";
import { registerUser } from "#db/queries/users.ts";
import { slugify } from "#db/slug.ts";
import { isUniqueViolation } from "#db/unique-violation.ts";
import { hashPassword } from "../../auth/password.ts";
import { weaknessOf } from "../../auth/password-rules.ts";
import { answerSignedIn, auditOf, newSession } from "../../auth/sign-in.ts";
import { ApiError } from "../../errors.ts";
import { open } from "../../guard.ts";
import { limitSignIn } from "../../middleware/rate-limit.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { registerSchema, signedInSchema } from "../../schemas/auth.ts";

export const register = operation({
  guard: open,
  route: createRoute({
    method: "post",
    path: "/api/v1/auth/register",
    tags: ["auth"],
    summary: "Create a user and their personal workspace, and sign in",
    request: { body: jsonBody(registerSchema) },
    responses: {
      201: jsonOf("Signed in; the refresh cookie is set.", signedInSchema),
      ...refusals("CONFLICT", "RATE_LIMITED"),
    },
  }),
  async handle(c) {
    await limitSignIn(c);
    const { email, password, name = nameFrom(email) } = c.req.valid("json");
    const weakness = weaknessOf(password, email);
    if (weakness) {
      throw new ApiError("VALIDATION_ERROR", `Field "password": ${weakness}`, {
        details: [{ path: "password", message: weakness }],
      });
    }
    const userId = newId("user");
    const passwordHash = await hashPassword(password);
    const session = await newSession(c, userId);
    try {
      const user = await registerUser(openDatabase(c.env.DB), {
        user: { id: userId, email, name, passwordHash },
        workspaceSlug: `${slugify(name, 30)}-${randomBase32(6)}`,
        session: session.row,
        audit: auditOf(c, { action: "auth.registered", actorId: userId, targetId: session.row.id }),
      });
      return c.json(await answerSignedIn(c, user, session.refresh), 201);
    } catch (error) {
      if (!isUniqueViolation(error, "users.email")) throw error;
      throw new ApiError("CONFLICT", "There is an account with this e-mail address. Sign in instead.");
    }
  },
});

function nameFrom(email: string): string {
  return email.split("@")[0]?.slice(0, 80) || "User";
}
