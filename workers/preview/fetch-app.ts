// The platform's way into the previews' process.
import type { SnapshotVisit } from "../../durable-objects/app-data/app-data-do.ts";
import type { DataRequest } from "../../durable-objects/app-data/browse-data.ts";
import type { DatabaseAnswer } from "../../durable-objects/app-data/statement.ts";
import type { Env } from "../env.ts";
import { appIdOf } from "./app-id.ts";
import type { AppAddress } from "./app-id.ts";
import { internalHeaders, withoutInternalHeaders } from "./internal-call.ts";

type PreviewEnv = Pick<Env, "PREVIEWS" | "INTERNAL_SECRET">;

/** Asks a revision of an app directly, without the gate: for health checks after a deployment, and by the gate itself. */
export function fetchApp(
  env: PreviewEnv,
  app: AppAddress & { revision: string; variablesId?: string | null; snapshotVisit?: SnapshotVisit },
  request: Request,
): Promise<Response> {
  const headers = withoutInternalHeaders(request.headers);
  headers.set(internalHeaders.secret, env.INTERNAL_SECRET);
  headers.set(internalHeaders.app, appIdOf(app));
  headers.set(internalHeaders.revision, app.revision);
  if (app.view === "static") headers.set(internalHeaders.static, "1");
  if (app.variablesId) headers.set(internalHeaders.variables, app.variablesId);
  if (app.snapshotVisit) {
    headers.set(internalHeaders.snapshot, app.snapshotVisit.snapshot);
    headers.set(internalHeaders.visitor, app.snapshotVisit.visitor);
  }
  return env.PREVIEWS.fetch(new Request(request, { headers, redirect: "manual" }));
}

/** Keeps a copy of an app's data as it is now, at the schema of that revision; null: it is kept, else why not. */
export async function freezeApp(
  env: PreviewEnv,
  app: AppAddress & { revision: string },
  snapshot: string,
): Promise<string | null> {
  const { revision } = app;
  const response = await callControl(env, "POST", `${controlPath(app)}/snapshots/${snapshot}`, { revision });
  return response.ok ? null : response.text();
}

export async function thawApp(env: PreviewEnv, app: AppAddress, snapshot: string): Promise<void> {
  await control(env, "DELETE", `${controlPath(app)}/snapshots/${snapshot}`);
}

/** Looks into an app's database, or changes rows of it, at the schema of that revision. */
export async function browseApp<T>(
  env: PreviewEnv,
  app: AppAddress & { revision: string },
  request: DataRequest,
): Promise<DatabaseAnswer<T>> {
  const response = await callControl(env, "POST", `${controlPath(app)}/data`, { revision: app.revision, request });
  if (!response.ok) return { ok: false, message: await response.text() };
  return response.json();
}

/** Deletes everything an app has stored. For the deletion of a project: once for each environment. */
export async function destroyApp(env: PreviewEnv, app: AppAddress): Promise<void> {
  await control(env, "DELETE", `/__nexus/apps/${encodeURIComponent(appIdOf(app))}`);
}

/** Empties an app's database and applies its migrations (and, in a preview, its example rows) again. */
export async function resetApp(env: PreviewEnv, app: AppAddress): Promise<void> {
  await control(env, "POST", `/__nexus/apps/${encodeURIComponent(appIdOf(app))}/reset`);
}

const controlPath = (app: AppAddress): string => `/__nexus/apps/${encodeURIComponent(appIdOf(app))}`;

function callControl(env: PreviewEnv, method: string, path: string, body?: unknown): Promise<Response> {
  return env.PREVIEWS.fetch(`http://previews${path}`, {
    method,
    headers: { [internalHeaders.secret]: env.INTERNAL_SECRET },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function control(env: PreviewEnv, method: string, path: string): Promise<void> {
  const response = await callControl(env, method, path);
  if (!response.ok) throw new Error(`The previews' process refused ${method} ${path}: ${await response.text()}`);
}
