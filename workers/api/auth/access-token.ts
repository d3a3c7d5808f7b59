// Access tokens: JWT HS256, 15 minutes, checked without a database. `aud` and `typ` keep them apart from everything else
// that is signed with the same secret.
import { jwtVerify, SignJWT } from "jose";
import type { Caller } from "../guard.ts";

export const accessTokenSeconds = 15 * 60;
const audience = "nexusgen-api";
const type = "at+jwt";

const keys = new Map<string, CryptoKey>();
/** Tokens that verified, until they expire: a browser sends the same one with every call. */
const verified = new Map<string, { caller: Caller; expiresAt: number }>();
const verifiedLimit = 5_000;

export async function signAccessToken(secret: string, { userId, sessionId }: Caller): Promise<string> {
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: "HS256", typ: type })
    .setSubject(userId)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${accessTokenSeconds}s`)
    .sign(await importKey(secret));
}

/** Undefined for a token that is forged, expired or not an access token. */
export async function verifyAccessToken(secret: string, token: string): Promise<Caller | undefined> {
  const known = verified.get(token);
  if (known) {
    if (known.expiresAt > Date.now()) return known.caller;
    verified.delete(token);
    return undefined;
  }
  try {
    const { payload } = await jwtVerify(token, await importKey(secret), {
      algorithms: ["HS256"],
      audience,
      typ: type,
      requiredClaims: ["sub", "sid", "exp"],
    });
    const { sub, sid, exp } = payload;
    if (!sub || typeof sid !== "string" || exp === undefined) return undefined;
    const caller = { userId: sub, sessionId: sid };
    if (verified.size >= verifiedLimit) verified.clear();
    verified.set(token, { caller, expiresAt: exp * 1000 });
    return caller;
  } catch {
    return undefined;
  }
}

/** Keeps the key, not the promise: a promise belongs to the request that made it. */
async function importKey(secret: string): Promise<CryptoKey> {
  const known = keys.get(secret);
  if (known) return known;
  const key = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign", "verify"],
  );
  keys.set(secret, key);
  return key;
}
