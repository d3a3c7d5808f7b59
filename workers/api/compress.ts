// What Cloudflare's edge does with texts on their way out. On a local machine nobody stands before the Worker, and a page
// would weigh four times as much as it does for those who use the real one.
import type { Env } from "../env.ts";

const isText = /^(text\/(?!event-stream)|application\/(javascript|json|xml|manifest\+json)|image\/svg\+xml)/;
/** Below, the headers weigh more than what is saved. */
const leastBytes = 1_000;

/** The runtime packs the body as its header says. Whole answers alone: parts are of the file as it lies there. */
export function compress(request: Request, response: Response, env: Env): Response {
  const { headers, status, body } = response;
  const length = headers.get("content-length");
  if (
    env.NEXUSGEN_LOCAL !== "true" ||
    status !== 200 ||
    body === null ||
    headers.has("content-encoding") ||
    !isText.test(headers.get("content-type") ?? "") ||
    (length !== null && Number(length) < leastBytes)
  )
    return response;
  headers.append("vary", "accept-encoding");
  if (!/\bgzip\b/.test(request.headers.get("accept-encoding") ?? "")) return response;
  headers.set("content-encoding", "gzip");
  headers.delete("content-length");
  const tag = headers.get("etag");
  if (tag !== null && !tag.startsWith("W/")) headers.set("etag", `W/${tag}`);
  return response;
}
