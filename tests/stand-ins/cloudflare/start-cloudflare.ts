// Cloudflare's API on loopback, as far as deploying a Worker with static files and a D1 database needs it. Databases are
// real SQLite; Workers do not run: `/apps/<name>/` answers as told.
import { randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { serveRest, type RestAnswer, type RestCall, type RestServer } from "../serve-rest.ts";

interface WorkerVersion {
  id: string;
  main_module: string;
  modules: { name: string; content_type: string; content_base64: string }[];
  bindings: { type: string; name: string; text?: string; database_id?: string }[];
  assets?: { jwt: string; config: Record<string, unknown> };
  /** Path → the file's type and text. */
  files: Record<string, { type: string; text: string }>;
}

export interface StandInWorker {
  id: string;
  name: string;
  tags: string[];
  subdomain: { enabled: boolean; url?: string };
  versions: WorkerVersion[];
  /** What gets all traffic. */
  live: string | null;
}

export interface StandInCloudflare extends RestServer {
  accountId: string;
  workers: Map<string, StandInWorker>;
  /** What a Worker serves. */
  live(name: string): WorkerVersion | undefined;
  /** Rows of a database, by its name. */
  query(database: string, sql: string): unknown[];
  /** Every visitor of a Worker gets this status. */
  answerWith(status: number): void;
}

interface Session {
  manifest: Record<string, { hash: string; size: number }>;
  missing: Set<string>;
}

const accountId = "023e105f4ecef8ad9ca31a8372d0c353";

const ok = (result: unknown, more: object = {}): RestAnswer => ({
  body: { success: true, errors: [], messages: [], result, ...more },
});
const refuse = (status: number, code: number, message: string): RestAnswer => ({
  status,
  body: { success: false, errors: [{ code, message }], messages: [], result: null },
});

/** `subdomain`: the account's on workers.dev; null where none was chosen. */
export async function startCloudflare(token: string, subdomain: string | null = "ada"): Promise<StandInCloudflare> {
  const workers = new Map<string, StandInWorker>();
  const databases = new Map<string, { name: string; database: DatabaseSync }>();
  const sessions = new Map<string, Session>();
  /** Completed: the token that a version takes along → its files. */
  const uploads = new Map<string, Session["manifest"]>();
  const blobs = new Map<string, { type: string; text: string }>();
  let status = 200;
  const complete = (manifest: Session["manifest"]) => {
    const jwt = `complete-${randomUUID()}`;
    uploads.set(jwt, manifest);
    return jwt;
  };
  const account = `/accounts/${accountId}`;
  const server = await serveRest(
    {
      [`GET ${account}/workers/subdomain`]: () =>
        subdomain === null ? refuse(404, 10007, "You do not have a workers.dev subdomain.") : ok({ subdomain }),
      [`GET ${account}/workers/workers/:name`]: ({ params }) => {
        const worker = workers.get(params["name"] ?? "");
        return worker ? ok(view(worker)) : refuse(404, 10007, "This Worker does not exist on your account.");
      },
      [`POST ${account}/workers/workers`]: (call) => {
        const asked = call.json<Pick<StandInWorker, "name" | "tags" | "subdomain">>();
        const url = subdomain === null ? {} : { url: `${server.url}/apps/${asked.name}` };
        const worker = {
          ...asked,
          id: randomUUID(),
          subdomain: { ...asked.subdomain, ...url },
          versions: [],
          live: null,
        };
        workers.set(asked.name, worker);
        return ok(view(worker));
      },
      [`POST ${account}/workers/workers/:name/versions`]: (call) => {
        const worker = workers.get(call.params["name"] ?? "");
        if (!worker) return refuse(404, 10007, "This Worker does not exist on your account.");
        const asked = call.json<Omit<WorkerVersion, "id" | "files">>();
        if (!asked.modules.some(({ name }) => name === asked.main_module))
          return refuse(400, 10021, "The main module is missing.");
        if (asked.bindings.some(({ type, database_id }) => type === "d1" && !databases.has(database_id ?? "")))
          return refuse(400, 10181, "D1 binding references a database which was not found.");
        const manifest = asked.assets ? uploads.get(asked.assets.jwt) : {};
        if (!manifest) return refuse(400, 100_011, "The assets’ token is not that of a complete upload.");
        const files = Object.fromEntries(
          Object.entries(manifest).map(([path, { hash }]) => [path, blobs.get(hash) ?? { type: "", text: "" }]),
        );
        const version = { ...asked, id: randomUUID(), files };
        worker.versions.push(version);
        if (call.query.get("deploy") === "true") worker.live = version.id;
        return ok({ id: version.id, number: worker.versions.length });
      },
      [`POST ${account}/workers/scripts/:name/deployments`]: (call) => {
        const worker = workers.get(call.params["name"] ?? "");
        const { versions } = call.json<{ versions: { version_id: string; percentage: number }[] }>();
        const known = worker?.versions.find(({ id }) => id === versions[0]?.version_id);
        if (!worker || !known) return refuse(404, 10007, "This version does not exist.");
        if (versions[0]?.percentage !== 100) return refuse(400, 10013, "Percentages must add up to 100.");
        worker.live = known.id;
        return ok({ id: randomUUID() });
      },
      [`POST ${account}/workers/scripts/:name/assets-upload-session`]: (call) => {
        const { manifest } = call.json<Pick<Session, "manifest">>();
        const wanted = Object.values(manifest).map(({ hash }) => hash);
        if (wanted.some((hash) => !/^[0-9a-f]{32}$/.test(hash))) return refuse(400, 10304, "A hash has 32 hex signs.");
        const missing = new Set(wanted.filter((hash) => !blobs.has(hash)));
        if (missing.size === 0) return ok({ jwt: complete(manifest), buckets: [] });
        const jwt = `session-${randomUUID()}`;
        sessions.set(jwt, { manifest, missing });
        return ok({ jwt, buckets: inBuckets([...missing]) });
      },
      [`POST ${account}/workers/assets/upload`]: async (call) => {
        const session = sessions.get(bearer(call) ?? "");
        if (!session) return refuse(401, 10000, "Authentication error");
        if (call.query.get("base64") !== "true") return refuse(400, 10304, "base64 must be true.");
        const form = await new Response(new Uint8Array(call.bytes), {
          headers: { "content-type": call.headers["content-type"] ?? "" },
        }).formData();
        for (const [hash, file] of form) {
          if (typeof file === "string") return refuse(400, 10304, "A part is no file, so its type is not known.");
          if (!session.missing.delete(hash)) return refuse(400, 10304, "A part was not asked for.");
          const text = Buffer.from(await file.text(), "base64").toString("utf8");
          blobs.set(hash, { type: file.type, text });
        }
        return { ...ok(session.missing.size === 0 ? { jwt: complete(session.manifest) } : {}), status: 201 };
      },
      [`GET ${account}/d1/database`]: ({ query }) => {
        const all = [...databases].map(([uuid, { name }]) => ({ uuid, name }));
        const found = all.filter(({ name }) => name.includes(query.get("name") ?? ""));
        return ok(found, { result_info: { page: 1, per_page: 100, count: found.length, total_count: found.length } });
      },
      [`POST ${account}/d1/database`]: (call) => {
        const { name } = call.json<{ name: string }>();
        const uuid = randomUUID();
        databases.set(uuid, { name, database: new DatabaseSync(":memory:") });
        return ok({ uuid, name });
      },
      [`POST ${account}/d1/database/:id/query`]: (call) => {
        const found = databases.get(call.params["id"] ?? "");
        if (!found) return refuse(404, 7404, "The database was not found.");
        const { sql } = call.json<{ sql: string }>();
        try {
          return ok([{ success: true, results: runSql(found.database, sql) }]);
        } catch (error) {
          return refuse(400, 7500, error instanceof Error ? `${error.message}: SQLITE_ERROR` : String(error));
        }
      },
      "GET /apps/:name/": () => ({ status, body: "<h1>The app</h1>" }),
      "GET /apps/:name/api/health": () => ({ status, body: { status: "ok" } }),
    },
    (call) => {
      if (call.path.startsWith("/apps/") || call.path.endsWith("/workers/assets/upload")) return null;
      if (bearer(call) !== token) return refuse(401, 10000, "Authentication error");
      return call.path.startsWith(`${account}/`)
        ? null
        : refuse(403, 9109, "Unauthorized to access requested resource");
    },
  );
  const liveOf = (name: string) => {
    const worker = workers.get(name);
    return worker?.versions.find(({ id }) => id === worker.live);
  };
  return {
    ...server,
    accountId,
    workers,
    live: liveOf,
    query(name, sql) {
      const found = [...databases.values()].find((one) => one.name === name);
      return found ? found.database.prepare(sql).all() : [];
    },
    answerWith: (next) => void (status = next),
  };
}

const view = ({ id, name, tags, subdomain }: StandInWorker) => ({ id, name, tags, subdomain });

const bearer = ({ headers }: RestCall) => /^Bearer (.+)$/.exec(headers["authorization"] ?? "")?.[1];

/** Two files each, so that there is more than one. */
function inBuckets(hashes: readonly string[]): string[][] {
  const count = Math.ceil(hashes.length / 2);
  return Array.from({ length: count }, (_, index) => hashes.slice(index * 2, index * 2 + 2));
}

/** All statements or none; the rows of a single one. */
function runSql(database: DatabaseSync, sql: string): unknown[] {
  if (/^\s*SELECT/i.test(sql)) return database.prepare(sql).all();
  database.exec("BEGIN");
  try {
    database.exec(sql);
    database.exec("COMMIT");
    return [];
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

/** What a version's module says. */
export function moduleText(version: WorkerVersion | undefined, name: string): string {
  const base64 = version?.modules.find((one) => one.name === name)?.content_base64 ?? "";
  return Buffer.from(base64, "base64").toString("utf8");
}
