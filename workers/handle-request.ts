// By host and path: a generated app, the API, or the web app. `/api/*` never falls to the web app.
import { openDatabase } from "#db/client.ts";
import { createApp } from "./api/app.ts";
import { serveWeb } from "./api/serve-web.ts";
import { gitApp } from "./git/git-app.ts";
import { variables, type Env } from "./env.ts";
import { serveMailPage } from "./dev/mail-page.ts";
import { findDomain } from "./preview/find-app.ts";
import { handlePreviewRequest, serveApp } from "./preview/gate.ts";
import { isPreviewHost } from "./preview/host-name.ts";

const api = createApp();

export function handleRequest(request: Request, env: Env, ctx: ExecutionContext): Response | Promise<Response> {
  const { host, hostname } = new URL(request.url);
  const { APP_ORIGIN, PREVIEW_DOMAIN } = variables(env);
  if (isPreviewHost(host, PREVIEW_DOMAIN)) return handlePreviewRequest(request, env, ctx);
  if (host === new URL(APP_ORIGIN).host || !isDomain(hostname)) return servePlatform(request, env, ctx);
  return serveDomain(request, env, ctx);
}

/** A name that somebody may own; a machine's own names and addresses never lead to an app. */
function isDomain(hostname: string): boolean {
  return /\.[a-z]/i.test(hostname) && !hostname.endsWith(".localhost");
}

async function serveDomain(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
  const host = new URL(request.url).hostname.toLowerCase().replace(/\.$/, "");
  const target = await findDomain(openDatabase(env.DB), host);
  return target ? serveApp(request, env, ctx, target) : servePlatform(request, env, ctx);
}

function servePlatform(request: Request, env: Env, ctx: ExecutionContext): Response | Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/api" || pathname.startsWith("/api/")) return api.fetch(request, env, ctx);
  if (pathname.startsWith("/git/")) return gitApp.fetch(request, env, ctx);
  if (pathname.startsWith("/dev/")) return serveMailPage(request, env).then((page) => page ?? serveWeb(request, env));
  return serveWeb(request, env);
}
