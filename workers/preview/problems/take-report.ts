// The two paths of a watched app's origin that are the platform's: the script, and where it tells what it saw. Whoever
// gets here has passed the gate. Which project it is about follows from the host, never from what is sent.
import { z } from "zod";
import type { Env } from "../../env.ts";
import type { FoundApp } from "../find-app.ts";
import { pageScript, reservedPaths, revisionMark } from "./page-script.ts";

const largestReport = 8 * 1024;
const path = z.string().max(300).startsWith("/");

const reportSchema = z.strictObject({
  revision: z.string().max(64).nullable(),
  kind: z.enum(["exception", "rejection", "console", "request", "response"]),
  page: path,
  text: z.string().max(600),
  stack: z.string().max(2_000).optional(),
  request: z.strictObject({ method: z.string().max(10), path }).optional(),
  clicked: z.strictObject({ what: z.enum(["button", "link"]), name: z.string().max(60).optional() }).optional(),
});

type WatchedApp = FoundApp & { watching: NonNullable<FoundApp["watching"]>; revision: string };

export function isReserved(pathname: string): boolean {
  return pathname === reservedPaths.script || pathname === reservedPaths.reports;
}

export function answerReserved(request: Request, env: Env, ctx: ExecutionContext, app: WatchedApp): Promise<Response> {
  return new URL(request.url).pathname === reservedPaths.script
    ? Promise.resolve(answerScript(request))
    : takeReport(request, env, ctx, app);
}

function answerScript({ method }: Request): Response {
  if (method !== "GET" && method !== "HEAD") return refuse(405, "That method is not allowed here.");
  return new Response(method === "HEAD" ? null : pageScript, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "private, max-age=3600",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    },
  });
}

async function takeReport(request: Request, env: Env, ctx: ExecutionContext, app: WatchedApp): Promise<Response> {
  if (request.method !== "POST") return refuse(405, "That method is not allowed here.");
  // A neighbour's page is of the same site, so that the visitor's cookie would come along with its request.
  if (request.headers.get("origin") !== new URL(request.url).origin)
    return refuse(403, "Reports come from the app itself.");
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) return refuse(415, "A report is JSON.");
  const text = await readAtMost(request, largestReport);
  if (text === null) return refuse(413, "This report is too long.");
  const report = reportSchema.safeParse(parseJson(text));
  if (!report.success) return refuse(400, "This is not a report.");
  const { revision, ...fault } = report.data;
  // A page that was opened before the last deployment speaks of code that is no longer there.
  if (revision === revisionMark(app.revision)) {
    const { projectId, environment, versionId, watching } = app;
    const ran = { projectId, environment, versionId, revision: app.revision, watching };
    const project = env.PROJECT.get(env.PROJECT.idFromName(projectId));
    ctx.waitUntil(project.reportProblem({ ...ran, fault }).catch(console.warn));
  }
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
}

/** Null when the body is longer. */
async function readAtMost({ body }: Request, bytes: number): Promise<string | null> {
  if (body === null) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > bytes) return null;
    chunks.push(chunk);
  }
  return new Blob(chunks as Uint8Array<ArrayBuffer>[]).text();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refuse(status: number, message: string): Response {
  return new Response(message, { status, headers: { "cache-control": "no-store", "content-type": "text/plain" } });
}
