// By host and path: a generated app, the API, or the web app. `/api/*` never falls to the web app.
import { createApp } from "./api/app.ts";
import { serveWeb } from "./api/serve-web.ts";
import { variables, type Env } from "./env.ts";
import { handlePreviewRequest } from "./preview/gate.ts";
import { isPreviewHost } from "./preview/host-name.ts";

const api = createApp();

export function handleRequest(request: Request, env: Env, ctx: ExecutionContext): Response | Promise<Response> {
  const { host, pathname } = new URL(request.url);
  if (isPreviewHost(host, variables(env).PREVIEW_DOMAIN)) return handlePreviewRequest(request, env, ctx);
  if (pathname === "/api" || pathname.startsWith("/api/")) return api.fetch(request, env, ctx);
  return serveWeb(request, env);
}
