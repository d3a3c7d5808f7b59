// The door of every preview and deployed app, on the platform's side: host name → app, access, and then the previews'
// process. What passes through is cleaned in both directions: the app never sees the visitor's access or our headers,
// and cannot set cookies beyond its own host or let strangers frame it.
import { openDatabase } from "#db/client.ts";
import type { SnapshotVisit } from "../../durable-objects/app-data/app-data-do.ts";
import type { Env } from "../env.ts";
import { variables } from "../env.ts";
import { type Access, accessParameter, readAccess, signCookie } from "./access.ts";
import {
  accessCookies,
  accessTokensOf,
  confineCookie,
  cookieHeaderWithoutAccess,
  isEmbedded,
} from "./access-cookie.ts";
import { fetchApp } from "./fetch-app.ts";
import { versionOf } from "./app-id.ts";
import { findApp } from "./find-app.ts";
import type { FoundApp } from "./find-app.ts";
import { parsePreviewHost, parseSnapshotHost, type PreviewHostName } from "./host-name.ts";
import { appFailure, internalHeaders } from "./internal-call.ts";
import { noticeResponse } from "./notice-page.ts";
import { frameTag, isForFrame, isFrameScript, serveFrameScript } from "./frame/frame-scripts.ts";
import { visitLive } from "./live/visit-live.ts";
import { addScripts, asksForPage, reportTag, withoutConditions } from "./problems/add-script.ts";
import { answerReserved, isReserved } from "./problems/take-report.ts";
import { isWorthNoting, noteRequest } from "./requests/note-request.ts";
import { enterSnapshot } from "./snapshots/enter-snapshot.ts";

const appTimeoutMs = 30_000;
/** A dev server compiles a page when it is first asked for. */
const liveTimeoutMs = 120_000;
/** Of a policy: a preview stands in the project page's frame, whoever may frame the app once it is published. */
const frameDirective = /(^|[;,])\s*frame-ancestors\b[^;,]*/gi;
/** The previews' process is back within this time after it had to be replaced. */
const reconnectMs = 5_000;
/** A refused connection fails at once; one lost later had reached an app, and asking again would hang it again. */
const refusedWithinMs = 100;

/** For requests whose host `isPreviewHost` accepts. */
export async function handlePreviewRequest(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
  const { APP_ORIGIN, PREVIEW_DOMAIN } = variables(env);
  const { host: name } = new URL(request.url);
  const key = parseSnapshotHost(name, PREVIEW_DOMAIN);
  if (key !== null) {
    const entry = await enterSnapshot(request, env, ctx, key);
    if (entry instanceof Response) return entry;
    const response = finish(await answer(request, env, entry.app), entry.app, APP_ORIGIN, false);
    if (entry.cookie !== null) response.headers.append("set-cookie", entry.cookie);
    return response;
  }
  const host = parsePreviewHost(name, PREVIEW_DOMAIN);
  return serveApp(request, env, ctx, host);
}

/** `host`: which app the request's host asks for; null when that can be none. */
export async function serveApp(
  request: Request,
  env: Env,
  ctx: ExecutionContext,
  host: PreviewHostName | null,
): Promise<Response> {
  const { APP_ORIGIN } = variables(env);
  const url = new URL(request.url);
  const found = host ? await findApp(openDatabase(env.DB), host) : null;
  if (!found) {
    return noticeResponse(request, {
      status: 404,
      code: "NOT_FOUND_ERROR",
      title: "There is no app here",
      text: "The address is wrong, or the project was deleted.",
      link: { href: APP_ORIGIN, label: "Go to NexusGen" },
    });
  }

  const token = url.searchParams.get(accessParameter);
  if (token !== null) return redeem(env, found, url, token);
  const access = await findAccess(request, env, found);
  if (access === null) {
    return noticeResponse(request, {
      status: 401,
      code: "AUTHENTICATION_ERROR",
      title: "This link has expired",
      text: "Open the app again from its project in NexusGen to get a fresh link.",
      link: { href: APP_ORIGIN, label: "Go to NexusGen" },
    });
  }
  const app = shownTo(access, found);
  // A dev server runs what was written, whether it was built or not.
  if (app.revision === null && app.view !== "live") {
    const number = versionOf(app.view);
    return noticeResponse(request, {
      status: 404,
      code: "NOT_FOUND_ERROR",
      title: number === null ? "Nothing is deployed here yet" : `Version ${number} was not built`,
      text:
        number === null
          ? "The app appears at this address after its first successful deployment."
          : "There is nothing of it that could run.",
    });
  }
  const { watching } = app;
  const revision = app.revision ?? "";
  const inFrame = app.environment === "preview" && isForFrame(request);
  if (app.environment === "preview" && isFrameScript(url.pathname)) return serveFrameScript(request, env);
  if (watching && isReserved(url.pathname)) return answerReserved(request, env, ctx, { ...app, revision, watching });
  const askedAt = Date.now();
  const response = await answer(request, env, { ...app, revision });
  if (app.environment === "preview" && app.view === undefined && isWorthNoting(url)) {
    const at = new Date(askedAt).toISOString();
    const seen = { at, method: request.method, path: url.pathname.slice(0, 500), status: response.status };
    noteRequest(env, ctx, app.projectId, { ...seen, ms: Date.now() - askedAt });
  }
  const reason = appFailure(response.headers);
  if (reason !== null && app.view === undefined) {
    const { projectId, environment, versionId } = app;
    const failure = {
      projectId,
      environment,
      versionId,
      revision: app.revision,
      watching,
      method: request.method,
      path: url.pathname,
      reason,
    };
    const project = env.PROJECT.get(env.PROJECT.idFromName(projectId));
    ctx.waitUntil(project.reportAppFailure(failure).catch(console.warn));
  }
  const page = addScripts(
    request,
    response,
    (inFrame ? frameTag(APP_ORIGIN, app.view === "live") : "") + (watching ? reportTag(revision) : ""),
  );
  return finish(page, app, APP_ORIGIN, isEmbedded(request.headers));
}

/** Turns the token of an address into cookies and leads on to the same address without it. */
async function redeem(env: Env, app: FoundApp, url: URL, token: string): Promise<Response> {
  const settings = variables(env);
  url.searchParams.delete(accessParameter);
  const headers = new Headers({
    // Relative, so that it cannot lead elsewhere; a leading "//" would name another host.
    location: `${url.pathname.replace(/^\/+/, "/")}${url.search}`,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  });
  const access = await readAccess(settings, "link", token, app);
  if (access !== null) {
    for (const cookie of accessCookies(await signCookie(settings, app, access), url.protocol === "https:")) {
      headers.append("set-cookie", cookie);
    }
  }
  // With a stale token the visitor's cookie may still be good; the next request decides.
  return new Response(null, { status: 303, headers });
}

async function findAccess(request: Request, env: Env, app: FoundApp): Promise<Access | null> {
  if (app.isPublic && app.environment === "production") return { revision: null };
  for (const token of accessTokensOf(request.headers)) {
    const access = await readAccess(variables(env), "cookie", token, app);
    if (access !== null) return access;
  }
  return null;
}

/** A revision that was built to be looked at is nobody's deployment: what it reports is not counted. */
function shownTo({ revision }: Access, app: FoundApp): FoundApp {
  if (revision === null || app.environment !== "preview" || app.view !== undefined) return app;
  return { ...app, revision, versionId: null, watching: null };
}

async function answer(
  request: Request,
  env: Env,
  app: FoundApp & { revision: string; snapshotVisit?: SnapshotVisit },
): Promise<Response> {
  const headers = new Headers(request.headers);
  const cookie = cookieHeaderWithoutAccess(headers);
  if (cookie === null) headers.delete("cookie");
  else headers.set("cookie", cookie);
  if ((app.watching || app.environment === "preview") && asksForPage(headers)) withoutConditions(headers);
  const cleaned = new Request(request, { headers });

  const isRepeatable = request.method === "GET" || request.method === "HEAD";
  const giveUpAt = Date.now() + reconnectMs;
  for (;;) {
    const askedAt = Date.now();
    try {
      const visit = isRepeatable ? cleaned.clone() : cleaned;
      const asked = app.view === "live" ? visitLive(env, app.projectId, visit) : fetchApp(env, app, visit);
      const timeoutMs = app.view === "live" ? liveTimeoutMs : appTimeoutMs;
      const response = await withTimeout(asked, timeoutMs);
      if (response) return response;
      return noticeResponse(request, {
        status: 504,
        code: "SYSTEM_ERROR",
        title: "The app did not answer in time",
        text: `It was asked and stayed silent for ${timeoutMs / 1000} seconds. Try again, or look at the project's log.`,
      });
    } catch (error) {
      // Locally the previews' process is replaced when an app hangs or eats the memory; others just wait for it.
      const wasRefused = Date.now() - askedAt < refusedWithinMs;
      if (isRepeatable && wasRefused && Date.now() < giveUpAt) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        continue;
      }
      console.warn(
        `Preview of ${app.projectId} is unreachable: ${error instanceof Error ? error.message : String(error)}`,
      );
      return noticeResponse(request, {
        status: 502,
        code: "SYSTEM_ERROR",
        title: "The app did not answer",
        text: "It was stopped while it worked on this request, because an app hung or used too much memory. Try again in a few seconds.",
        retryAfterSeconds: 3,
      });
    }
  }
}

/** Null when the app sends no headers in time; a body may take as long as it wants. */
async function withTimeout(work: Promise<Response>, timeoutMs: number): Promise<Response | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), timeoutMs);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}

function finish(response: Response, app: FoundApp, appOrigin: string, inFrame: boolean): Response {
  if (response.webSocket) return response;
  const headers = new Headers(response.headers);
  headers.delete(internalHeaders.appError);
  headers.delete(internalHeaders.rebuilt);
  const cookies = headers.getSetCookie();
  headers.delete("set-cookie");
  for (const cookie of cookies) {
    const confined = confineCookie(cookie, inFrame);
    if (confined !== null) headers.append("set-cookie", confined);
  }

  headers.delete("x-frame-options");
  const own = headers.get("content-security-policy");
  if (own !== null && app.environment === "preview")
    headers.set("content-security-policy", own.replace(frameDirective, "$1"));
  // A second policy beside the app's own: both hold.
  headers.append("content-security-policy", `frame-ancestors 'self' ${appOrigin}`);
  headers.set("x-content-type-options", "nosniff");
  if (!headers.has("referrer-policy")) headers.set("referrer-policy", "strict-origin-when-cross-origin");
  if (app.environment !== "production") headers.set("x-robots-tag", "noindex");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
