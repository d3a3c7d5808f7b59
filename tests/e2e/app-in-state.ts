// Puts a finished app into a state directory before the platform starts on it, so that a test chooses the app's code.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { applyMigrations } from "../../scripts/start/migrate.ts";
import { signPreviewUrl } from "../../workers/preview/access.ts";
import { createRevision } from "../../workers/preview/revision.ts";
import { httpCall } from "../../scripts/start/http-call.ts";

const root = join(import.meta.dirname, "../..");
const label = "stress-abcdefghij";
const projectId = "prj_stress";

/** `serverCode` is the whole server module. */
export async function putApp(stateDir: string, serverCode: string): Promise<void> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      resourcePersistencePath: join(stateDir, "platform"),
      workers: [
        {
          name: "nexusgen",
          modules: true,
          script: "export default {}",
          compatibilityDate: "2026-10-19",
          d1Databases: { DB: { id: "00000000-0000-0000-0000-000000000000" } },
          r2Buckets: { BLOBS: { id: "nexusgen-blobs" } },
        },
      ],
    }),
  );
  try {
    const bucket = await miniflare.getR2Bucket("BLOBS");
    const put = async (text: string): Promise<string> => {
      const sha256 = createHash("sha256").update(text).digest("hex");
      await bucket.put(`blobs/${sha256}`, text);
      return sha256;
    };
    const server = { path: "server.js", sha256: await put(serverCode), size: serverCode.length };
    const layout = { serverEntry: "server.js", assetsDir: "public", migrationsDir: "migrations", seedFile: "seed.sql" };
    const revision = await put(JSON.stringify(createRevision([server], layout)));

    const database = await miniflare.getD1Database("DB");
    await applyMigrations(database, join(root, "migrations"));
    const now = new Date().toISOString();
    const insert = (table: string, row: Record<string, unknown>): Promise<unknown> => {
      const columns = Object.keys(row);
      const marks = columns.map(() => "?").join(", ");
      return database
        .prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks})`)
        .bind(...Object.values(row))
        .run();
    };
    const times = { created_at: now, updated_at: now };
    await insert("users", { id: "usr_s", name: "Ada", email: "ada@example.com", ...times });
    await insert("workspaces", { id: "wsp_s", slug: "s", name: "S", kind: "personal", created_by: "usr_s", ...times });
    await insert("projects", {
      id: projectId,
      workspace_id: "wsp_s",
      name: "Stress",
      slug: "stress",
      host_label: label,
      created_by: "usr_s",
      ...times,
    });
    await insert("project_versions", {
      id: "ver_s",
      project_id: projectId,
      number: 1,
      message: "m",
      status: "green",
      artefact_sha: revision,
      created_by: "usr_s",
      created_at: now,
    });
    await insert("deployments", {
      id: "dep_s",
      project_id: projectId,
      version_id: "ver_s",
      environment: "preview",
      status: "ready",
      created_by: "usr_s",
      ready_at: now,
      ...times,
    });
  } finally {
    await miniflare.dispose();
  }
}

/** Visits the app as a browser does that followed a link; the address's own host never has to resolve. */
export async function visitor(
  stateDir: string,
  port: number,
): Promise<(path: string) => Promise<{ status: number; body: string }>> {
  const { AUTH_SECRET } = JSON.parse(readFileSync(join(stateDir, "secrets.json"), "utf8")) as { AUTH_SECRET: string };
  const variables = { AUTH_SECRET, APP_ORIGIN: `http://localhost:${port}`, PREVIEW_DOMAIN: `localhost:${port}` };
  const link = new URL(await signPreviewUrl(variables, { label, projectId, environment: "preview" }));
  const call = (path: string, headers: Record<string, string> = {}) =>
    httpCall({ port, path, headers: { host: link.host, ...headers } });
  const redeemed = await call(`${link.pathname}${link.search}`);
  const cookie = String(redeemed.headers["set-cookie"]?.[0]).split(";")[0] ?? "";
  return (path) => call(path, { cookie });
}
