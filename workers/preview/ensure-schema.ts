// Brings an app's database to the schema of a revision before its first request, once for each revision.
import type { Env } from "../env.ts";
import { isVersionApp } from "./app-id.ts";
import { readText } from "./artefacts.ts";
import type { Revision } from "./revision.ts";

type SchemaEnv = Pick<Env, "APP_DATA" | "ARTEFACTS" | "INTERNAL_SECRET">;

/** App id → the revision whose schema its database has, or is being brought to. */
const current = new Map<string, { revisionSha: string; at: number; done: Promise<boolean> }>();

/** The data of an older version goes a day after it was last asked for in this way. */
const versionKeptMs = 24 * 60 * 60_000;
const askAgainMs = 60 * 60_000;

/**
 * Rejects with the reason for the user when a migration fails; the next request tries again. True for the one request
 * whose call made the database anew: the app's records are gone, and somebody should say so.
 */
export async function ensureSchema(
  env: SchemaEnv,
  app: { appId: string; revisionSha: string; revision: Revision },
): Promise<boolean> {
  const known = current.get(app.appId);
  const isOfVersion = isVersionApp(app.appId);
  if (known?.revisionSha === app.revisionSha && !(isOfVersion && known.at < Date.now() - askAgainMs)) {
    await known.done;
    return false;
  }
  const done = migrate(env, app);
  const entry = { revisionSha: app.revisionSha, at: Date.now(), done };
  current.set(app.appId, entry);
  done.catch(() => {
    if (current.get(app.appId) === entry) current.delete(app.appId);
  });
  return done;
}

export function forgetSchema(appId: string): void {
  current.delete(appId);
}

async function migrate(
  env: SchemaEnv,
  { appId, revisionSha, revision }: { appId: string; revisionSha: string; revision: Revision },
): Promise<boolean> {
  const isPreview = appId.endsWith(":preview");
  const migrations = await Promise.all(
    revision.migrations.map(async ({ name, sha256 }) => ({ name, sha256, sql: await readText(env, sha256) })),
  );
  const seed = isPreview && revision.seed !== null ? await readText(env, revision.seed) : null;
  const data = env.APP_DATA.getByName(appId);
  if (isVersionApp(appId)) await data.keepFor(versionKeptMs, appId);
  const answer = await data.migrate({ revision: revisionSha, migrations, seed, mayRebuild: isPreview });
  if (!answer.ok) throw new Error(`The database could not be prepared: ${answer.message}`);
  return answer.value.rebuilt;
}
