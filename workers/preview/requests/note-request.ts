// What a preview's server answered, told to its project now and again: one call for all that was seen meanwhile.
import type { SeenRequest } from "#protocol/seen-request.ts";
import { mostSeenRequests } from "#protocol/seen-request.ts";
import type { Env } from "../../env.ts";

const collectMs = 400;
const waiting = new Map<string, SeenRequest[]>();

/** Files of the app are no news: only what its server answered, and its pages. */
export function isWorthNoting({ pathname }: URL): boolean {
  return pathname.startsWith("/api/") || !/\.[A-Za-z0-9]+$/.test(pathname);
}

export function noteRequest(
  env: Pick<Env, "PROJECT">,
  ctx: Pick<ExecutionContext, "waitUntil">,
  projectId: string,
  seen: SeenRequest,
): void {
  const known = waiting.get(projectId);
  if (known) {
    if (known.length < mostSeenRequests) known.push(seen);
    return;
  }
  waiting.set(projectId, [seen]);
  ctx.waitUntil(
    new Promise((resolve) => setTimeout(resolve, collectMs)).then(async () => {
      const requests = waiting.get(projectId) ?? [];
      waiting.delete(projectId);
      await env.PROJECT.get(env.PROJECT.idFromName(projectId)).noteRequests(requests).catch(console.warn);
    }),
  );
}
