import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { revokeSession } from "#db/queries/sessions.ts";
import { verifyAccessToken } from "../../auth/access-token.ts";
import { clearRefreshCookie, readRefreshCookie, requireOwnOrigin } from "../../auth/refresh-token.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { variables } from "../../../env.ts";
import { open } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { operation } from "../../operation.ts";

export const logout = operation({
  guard: open,
  route: createRoute({
    method: "post",
    path: "/api/v1/auth/logout",
    tags: ["auth"],
    summary: "End the session of the cookie, or without one, of the access token",
    description: "An access token that is already out stays valid until it expires, at most 15 minutes.",
    responses: { 204: { description: "Signed out, or was not signed in." }, ...refusals("AUTHORIZATION_ERROR") },
  }),
  async handle(c) {
    requireOwnOrigin(c);
    const bearer = c.req.header("authorization")?.replace(/^Bearer /i, "");
    const familyId =
      readRefreshCookie(c)?.familyId ??
      (bearer && (await verifyAccessToken(variables(c.env).AUTH_SECRET, bearer))?.sessionId);
    if (familyId) {
      const db = openDatabase(c.env.DB);
      const ended = await revokeSession(db, familyId, "logout");
      if (ended) {
        await recordAudit(db, auditOf(c, { action: "auth.signed_out", actorId: ended.userId, targetId: familyId }));
      }
    }
    clearRefreshCookie(c);
    return c.body(null, 204);
  },
});
