// An app's server code in an isolate of its own: no network, no binding of the platform, one database, one
// bucket, and the variables that its deployment was made with.
import type { Env } from "../env.ts";
import type { AppDatabase, AppDatabaseProps } from "./app-database.ts";
import type { AppFiles } from "./app-files.ts";
import { appEntryModule, databaseCapability, filesCapability } from "./app-entry.ts";
import { readBlob, readText, readVariables } from "./artefacts.ts";
import { d1ShimModule } from "./d1-shim.ts";
import { r2ShimModule } from "./r2-shim.ts";
import type { Revision } from "./revision.ts";

interface IsolateExports {
  AppDatabase(options: { props: AppDatabaseProps }): Service<AppDatabase>;
  AppFiles(options: { props: { appId: string } }): Service<AppFiles>;
}

type LoaderEnv = Pick<Env, "LOADER" | "ARTEFACTS" | "INTERNAL_SECRET">;

/** Ids loaded since this process started; they stay in memory for as long as it lives. */
const loaded = new Set<string>();

export function loadedIsolates(): number {
  return loaded.size;
}

export function openIsolate(
  env: LoaderEnv,
  exports: unknown,
  app: { appId: string; revisionSha: string; revision: Revision; variablesId: string | null; snapshot?: string | null },
): Fetcher {
  // The revision and the set of variables are part of the name: an isolate never changes its code or its environment.
  const { appId, snapshot = null } = app;
  const ours = exports as IsolateExports;
  const id = [appId, snapshot, app.revisionSha, app.variablesId].filter((part) => part !== null).join(":");
  loaded.add(id);
  const stub = env.LOADER.get(id, async () => ({
    compatibilityDate: "2026-10-19",
    compatibilityFlags: ["nodejs_compat"],
    mainModule: "nexus-entry.js",
    modules: {
      "nexus-entry.js": appEntryModule(app.revision.server.main),
      "nexus-d1.js": d1ShimModule,
      "nexus-r2.js": r2ShimModule,
      ...(await readModules(env, app.revision)),
    },
    // Ours come last: a variable cannot stand in for a capability. Texts reach the app's process.env too.
    env: {
      ...(app.variablesId === null ? {} : await readVariables(env, app.appId, app.variablesId)),
      [databaseCapability]: ours.AppDatabase({ props: snapshot === null ? { appId } : { appId, snapshot } }),
      [filesCapability]: ours.AppFiles({ props: { appId: filesOf(appId, snapshot) } }),
    },
    globalOutbound: null,
    // Enforced in production; locally a watchdog outside replaces the whole process.
    limits: { cpuMs: 10_000, subRequests: 200 },
  }));
  return stub.getEntrypoint();
}

/** Whose files a snapshot shows: a copy, which is named as an app of its own. */
export function filesOf(appId: string, snapshot: string | null): string {
  return snapshot === null ? appId : `${appId}:${snapshot}`;
}

async function readModules(env: LoaderEnv, revision: Revision): Promise<Record<string, WorkerLoaderModule>> {
  const modules = await Promise.all(
    Object.entries(revision.server.modules).map(async ([name, sha256]) => [
      `app/${name}`,
      name.endsWith(".wasm") ? { wasm: await readBlob(env, sha256) } : { js: await readText(env, sha256) },
    ]),
  );
  return Object.fromEntries(modules) as Record<string, WorkerLoaderModule>;
}
