// The door of a snapshot: whoever has its address, and its password where it has one. Each visitor gets a cookie that
// names a copy of the frozen data, so that they can use the app and nobody sees what another did.
import { jwtVerify, SignJWT } from "jose";
import { openDatabase } from "#db/client.ts";
import { randomBase32 } from "#db/ids.ts";
import { countVisit, findOpenSnapshot } from "#db/queries/snapshots.ts";
import type { Snapshot } from "#db/schema/index.ts";
import type { SnapshotVisit } from "../../../durable-objects/app-data/app-data-do.ts";
import { verifyPassword } from "../../api/auth/password.ts";
import { type Env, variables } from "../../env.ts";
import type { FoundApp } from "../find-app.ts";
import { noticeResponse } from "../notice-page.ts";
import { passwordPage } from "./password-page.ts";

export interface SnapshotEntry {
  app: FoundApp & { revision: string; snapshotVisit: SnapshotVisit };
  /** To be set on the answer; null where the visitor has one. */
  cookie: string | null;
}

export const enterPath = "/__nexus/enter";
const cookieName = "nx_snapshot";
const lifetimeSeconds = 12 * 60 * 60;
const audience = "snapshot-cookie";

export async function enterSnapshot(
  request: Request,
  env: Env,
  ctx: ExecutionContext,
  key: string,
): Promise<Response | SnapshotEntry> {
  const { APP_ORIGIN, AUTH_SECRET } = variables(env);
  const db = openDatabase(env.DB);
  const snapshot = await findOpenSnapshot(db, key);
  if (!snapshot) {
    // The same words for each reason: whether there ever was one is nobody's business.
    return noticeResponse(request, {
      status: 404,
      code: "NOT_FOUND_ERROR",
      title: "There is no snapshot here",
      text: "The link is wrong, it has expired, or it was withdrawn.",
      link: { href: APP_ORIGIN, label: "Go to NexusGen" },
    });
  }
  const url = new URL(request.url);
  const known = await readVisitor(request, AUTH_SECRET, snapshot);
  if (known !== null) return { app: appOf(snapshot, known), cookie: null };
  const visitor = randomBase32(16);
  const cookie = async (): Promise<string> => {
    ctx.waitUntil(countVisit(db, snapshot.id));
    return cookieOf(await signVisitor(AUTH_SECRET, snapshot, visitor), url.protocol === "https:");
  };
  if (snapshot.passwordHash === null) return { app: appOf(snapshot, visitor), cookie: await cookie() };
  if (url.pathname !== enterPath || request.method !== "POST") return passwordPage(null);
  const ip = request.headers.get("cf-connecting-ip") ?? "unknown";
  const { success } = await env.AUTH_LIMIT.limit({ key: `snapshot:${snapshot.id}:${ip}` });
  if (!success) return passwordPage("That was tried too often. Wait a minute.", 429);
  const given = (await request.formData().catch(() => null))?.get("password");
  if (typeof given !== "string" || given.length > 200 || !(await verifyPassword(given, snapshot.passwordHash)))
    return passwordPage("This is not the password.", 401);
  return new Response(null, {
    status: 303,
    headers: { location: "/", "set-cookie": await cookie(), "cache-control": "no-store" },
  });
}

function appOf({ id, projectId, revision, variablesId }: Snapshot, visitor: string): SnapshotEntry["app"] {
  return {
    projectId,
    environment: "preview",
    revision,
    variablesId,
    versionId: null,
    isPublic: false,
    watching: null,
    snapshotVisit: { snapshot: id, visitor },
  };
}

function signVisitor(secret: string, snapshot: Snapshot, visitor: string): Promise<string> {
  return new SignJWT({ visitor })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(snapshot.id)
    .setAudience(audience)
    .setExpirationTime(`${lifetimeSeconds}s`)
    .sign(keyOf(secret));
}

async function readVisitor({ headers }: Request, secret: string, snapshot: Snapshot): Promise<string | null> {
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const [name, token = ""] = pair.trim().split("=");
    if (name !== cookieName) continue;
    try {
      const { payload } = await jwtVerify(token, keyOf(secret), {
        audience,
        algorithms: ["HS256"],
        subject: snapshot.id,
      });
      if (typeof payload["visitor"] === "string") return payload["visitor"];
    } catch {
      // Of another snapshot, or planted by a neighbour.
    }
  }
  return null;
}

function cookieOf(token: string, isHttps: boolean): string {
  return `${cookieName}=${token}; HttpOnly; Path=/; Max-Age=${lifetimeSeconds}; SameSite=Lax${isHttps ? "; Secure" : ""}`;
}

function keyOf(secret: string): Uint8Array {
  return new TextEncoder().encode(`snapshot-visit:${secret}`);
}
