// A visitor's request, on to the dev server of the live view; WebSockets as well.
import type { Env } from "../../env.ts";
import { builderFor } from "../../jobs/builder.ts";
import { withoutInternalHeaders } from "../internal-call.ts";
import { noticeResponse } from "../notice-page.ts";
import { liveWorkspace } from "./open-live.ts";

/** `request`: as the app may see it. */
export async function visitLive(env: Env, projectId: string, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const headers = withoutInternalHeaders(request.headers);
  headers.set("x-nexus-host", url.host);
  const own = headers.get("authorization");
  if (own !== null) headers.set("x-nexus-authorization", own);
  // Pages are looked into, and the way is short.
  headers.delete("accept-encoding");
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const response = await builderFor(env, projectId).visit(liveWorkspace(projectId), url.pathname + url.search, {
    method: request.method,
    headers,
    redirect: "manual",
    ...(hasBody && { body: request.body }),
  });
  const reason = response.headers.get("x-nexus-builder");
  if (reason === null) return response;
  await response.body?.cancel();
  return noticeResponse(request, {
    status: 503,
    code: "SYSTEM_ERROR",
    title: reason === "no-workspace" ? "The dev server is not running" : "The dev server did not answer",
    text: "Open the live preview in the project again: the server starts when somebody looks, and ends when nobody does.",
    retryAfterSeconds: 5,
  });
}
