// What registration and sign-in have in common: a session row, the cookie, and the answer.
import type { Context } from "hono";
import { newId } from "#db/ids.ts";
import type { AuditEntry } from "#db/queries/audit.ts";
import type { NewSession } from "#db/queries/sessions.ts";
import type { User } from "#db/schema/index.ts";
import { variables } from "../../env.ts";
import type { ApiEnv } from "../api-env.ts";
import { clientAddress } from "../middleware/rate-limit.ts";
import type { SignedIn, TokenView } from "../schemas/auth.ts";
import { viewUser } from "../views.ts";
import { accessTokenSeconds, signAccessToken } from "./access-token.ts";
import {
  hashRefreshToken,
  newRefreshToken,
  refreshSeconds,
  setRefreshCookie,
  type RefreshToken,
} from "./refresh-token.ts";

export async function newSession(
  c: Context<ApiEnv>,
  userId: string,
): Promise<{ row: NewSession; refresh: RefreshToken }> {
  const refresh = newRefreshToken(newId("family"));
  const now = Date.now();
  const row = {
    id: refresh.familyId,
    userId,
    tokenHash: await hashRefreshToken(refresh.token),
    userAgent: c.req.header("user-agent")?.slice(0, 300) ?? null,
    ip: clientAddress(c),
    rotatedAt: new Date(now).toISOString(),
    expiresAt: refreshExpiry(now),
  };
  return { row, refresh };
}

export function refreshExpiry(now: number): string {
  return new Date(now + refreshSeconds * 1000).toISOString();
}

export async function answerSignedIn(c: Context<ApiEnv>, user: User, refresh: RefreshToken): Promise<SignedIn> {
  setRefreshCookie(c, refresh);
  return { user: viewUser(user), ...(await newAccessToken(c, user.id, refresh.familyId)) };
}

export async function newAccessToken(c: Context<ApiEnv>, userId: string, familyId: string): Promise<TokenView> {
  const accessToken = await signAccessToken(variables(c.env).AUTH_SECRET, { userId, sessionId: familyId });
  return { accessToken, expiresIn: accessTokenSeconds };
}

export function auditOf(
  c: Context<ApiEnv>,
  entry: Pick<AuditEntry, "action" | "actorId" | "targetId" | "details">,
): AuditEntry {
  return {
    ...entry,
    ip: clientAddress(c),
    userAgent: c.req.header("user-agent")?.slice(0, 300) ?? null,
    requestId: c.get("requestId"),
  };
}
