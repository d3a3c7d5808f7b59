// Whether an app that runs here answers: its health route and its first page.
import type { Env } from "../env.ts";
import { fetchApp } from "../preview/fetch-app.ts";
import { appFailure, internalHeaders } from "../preview/internal-call.ts";
import type { HealthProblem } from "./provider.ts";

const answerWithinMs = 20_000;
export const probedPaths = ["/api/health", "/"] as const;

/** Null when both answer. `onRebuilt`: the request found a database with another history, which was made anew. */
export async function probeApp(
  env: Pick<Env, "PREVIEWS" | "INTERNAL_SECRET">,
  app: Parameters<typeof fetchApp>[1],
  onRebuilt: () => void = () => {},
): Promise<HealthProblem | null> {
  for (const path of probedPaths) {
    try {
      const signal = AbortSignal.timeout(answerWithinMs);
      const response = await fetchApp(env, app, new Request(`http://app.internal${path}`, { signal }));
      if (response.headers.has(internalHeaders.rebuilt)) onRebuilt();
      const body = await response.text();
      if (response.ok) continue;
      const reason = appFailure(response.headers) ?? body.slice(0, 300);
      const message = `The app answered ${path} with status ${response.status}: ${reason}`;
      return { category: "runtime", message, reason };
    } catch {
      const message = `The app did not answer ${path} within ${answerWithinMs / 1_000} s.`;
      return { category: "network", message, reason: null };
    }
  }
  return null;
}
