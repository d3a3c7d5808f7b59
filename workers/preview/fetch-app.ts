// The platform's way into the previews' process.
import type { Env } from "../env.ts";
import { appIdOf } from "./app-id.ts";
import type { AppAddress } from "./app-id.ts";
import { internalHeaders, withoutInternalHeaders } from "./internal-call.ts";

type PreviewEnv = Pick<Env, "PREVIEWS" | "INTERNAL_SECRET">;

/** Asks a revision of an app directly, without the gate: for health checks after a deployment, and by the gate itself. */
export function fetchApp(
  env: PreviewEnv,
  app: AppAddress & { revision: string; variablesId?: string | null },
  request: Request,
): Promise<Response> {
  const headers = withoutInternalHeaders(request.headers);
  headers.set(internalHeaders.secret, env.INTERNAL_SECRET);
  headers.set(internalHeaders.app, appIdOf(app));
  headers.set(internalHeaders.revision, app.revision);
  if (app.variablesId) headers.set(internalHeaders.variables, app.variablesId);
  return env.PREVIEWS.fetch(new Request(request, { headers, redirect: "manual" }));
}

/** Deletes everything an app has stored. For the deletion of a project: once for each environment. */
export async function destroyApp(env: PreviewEnv, app: AppAddress): Promise<void> {
  await control(env, "DELETE", `/__nexus/apps/${encodeURIComponent(appIdOf(app))}`);
}

/** Empties an app's database and applies its migrations (and, in a preview, its example rows) again. */
export async function resetApp(env: PreviewEnv, app: AppAddress): Promise<void> {
  await control(env, "POST", `/__nexus/apps/${encodeURIComponent(appIdOf(app))}/reset`);
}

async function control(env: PreviewEnv, method: string, path: string): Promise<void> {
  const response = await env.PREVIEWS.fetch(`http://previews${path}`, {
    method,
    headers: { [internalHeaders.secret]: env.INTERNAL_SECRET },
  });
  if (!response.ok) throw new Error(`The previews' process refused ${method} ${path}: ${await response.text()}`);
}
