// An app's server code in an isolate of its own: no network, no binding of the platform, one database, one
// bucket, and the variables that its deployment was made with.
import type { Env } from "../env.ts";
import type { AppDatabase } from "./app-database.ts";
import type { AppFiles } from "./app-files.ts";
import { appEntryModule, databaseCapability, filesCapability } from "./app-entry.ts";
import { readBlob, readText, readVariables } from "./artefacts.ts";
import { d1ShimModule } from "./d1-shim.ts";
import { r2ShimModule } from "./r2-shim.ts";
import type { Revision } from "./revision.ts";

interface IsolateExports {
  AppDatabase(options: { props: { appId: string } }): Service<AppDatabase>;
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
  app: { appId: string; revisionSha: string; revision: Revision; variablesId: string | null },
): Fetcher {
  // The revision and the set of variables are part of the name: an isolate never changes its code or its environment.
  const props = { appId: app.appId };
  const ours = exports as IsolateExports;
  const id = [app.appId, app.revisionSha, app.variablesId].filter((part) => part !== null).join(":");
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
      [databaseCapability]: ours.AppDatabase({ props }),
      [filesCapability]: ours.AppFiles({ props }),
    },
    globalOutbound: null,
    // Enforced in production; locally a watchdog outside replaces the whole process.
    limits: { cpuMs: 10_000, subRequests: 200 },
  }));
  return stub.getEntrypoint();
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
