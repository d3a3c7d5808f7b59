import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { revokeSession, rotateSession } from "#db/queries/sessions.ts";
import {
  clearRefreshCookie,
  hashRefreshToken,
  newRefreshToken,
  readRefreshCookie,
  requireOwnOrigin,
  setRefreshCookie,
} from "../../auth/refresh-token.ts";
import { auditOf, newAccessToken, refreshExpiry } from "../../auth/sign-in.ts";
import { ApiError } from "../../errors.ts";
import { open } from "../../guard.ts";
import { limitSignIn } from "../../middleware/rate-limit.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { tokenSchema } from "../../schemas/auth.ts";

export const refresh = operation({
  guard: open,
  route: createRoute({
    method: "post",
    path: "/api/v1/auth/refresh",
    tags: ["auth"],
    summary: "Exchange the refresh cookie for a new access token",
    description: "The cookie works once and is replaced. One that comes back a second time ends its whole family.",
    responses: {
      200: jsonOf("A new access token; the cookie is replaced.", tokenSchema),
      ...refusals("AUTHENTICATION_ERROR", "AUTHORIZATION_ERROR", "RATE_LIMITED"),
    },
  }),
  async handle(c) {
    requireOwnOrigin(c);
    await limitSignIn(c);
    const presented = readRefreshCookie(c);
    if (!presented) throw new ApiError("AUTHENTICATION_ERROR", "You are not signed in.");
    const db = openDatabase(c.env.DB);
    const { familyId } = presented;
    const next = newRefreshToken(familyId);
    const now = Date.now();
    const rotated = await rotateSession(db, {
      familyId,
      tokenHash: await hashRefreshToken(presented.token),
      newTokenHash: await hashRefreshToken(next.token),
      now: new Date(now).toISOString(),
      expiresAt: refreshExpiry(now),
    });
    if (!rotated) {
      // A family that still lives, but with a newer token: this one was used before, by its owner or by a thief.
      const victim = await revokeSession(db, familyId, "reuse");
      if (victim) {
        await recordAudit(
          db,
          auditOf(c, { action: "auth.refresh_reused", actorId: victim.userId, targetId: familyId }),
        );
      }
      clearRefreshCookie(c);
      throw new ApiError("AUTHENTICATION_ERROR", "Your session has ended. Sign in again.");
    }
    setRefreshCookie(c, next);
    return c.json(await newAccessToken(c, rotated.userId, familyId), 200);
  },
});
