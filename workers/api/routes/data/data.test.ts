// Data and snapshots of a running preview, over the API and at the snapshot's own address.
import { createExecutionContext, runInDurableObject, waitOnExecutionContext } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import type { AppDataDO } from "../../../../durable-objects/app-data/app-data-do.ts";
import { dropExpiredSnapshots } from "../../../jobs/drop-expired-snapshots.ts";
import { handlePreviewRequest } from "../../../preview/gate.ts";
import { storeBuild } from "../../../preview/app.fixture.ts";
import { forgetFoundApps } from "../../../preview/find-app.ts";
import type { DataRowsView, DataTables } from "../../schemas/app-data.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import type { SnapshotView } from "../../schemas/snapshots.ts";
import { call, createProject, env, read, readError, signUp, type SignedUp, writeVersion } from "../../test-client.ts";

let ada: SignedUp;
let project: ProjectView;

const server = `export default { async fetch(request, env) {
  if (new URL(request.url).pathname === "/file") {
    if (request.method === "PUT") await env.FILES.put("note", await request.text());
    const file = await env.FILES.get("note");
    return new Response(file ? file.body : "none");
  }
  if (request.method === "POST") await env.DB.prepare("INSERT INTO fruits (name) VALUES (?)").bind(await request.text()).run();
  const { results } = await env.DB.prepare("SELECT name FROM fruits ORDER BY id").all();
  return Response.json({ names: results.map((row) => row.name), cookie: request.headers.get("cookie"), visitor: request.headers.get("x-nexus-visitor") });
} };`;

beforeEach(async () => {
  ada = await signUp();
  project = await createProject(ada.accessToken);
});

async function deploy(): Promise<void> {
  const artefactSha = await storeBuild({
    "dist/server/index.js": server,
    "migrations/0001_init.sql": `CREATE TABLE fruits (id INTEGER PRIMARY KEY, name TEXT NOT NULL, weight REAL, UNIQUE (name));
CREATE TABLE _uploads (id INTEGER PRIMARY KEY);`,
    "seed.sql": "INSERT INTO fruits (name, weight) VALUES ('apple', 1.5), ('pear', NULL), ('100%', 3);",
  });
  const versionId = await writeVersion(project, { number: 1, files: {}, artefactSha });
  const now = new Date().toISOString();
  await env.DB.prepare(
    `INSERT INTO deployments (id, project_id, version_id, environment, status, created_by, created_at, updated_at, ready_at)
     VALUES (?, ?, ?, 'preview', 'ready', ?, ?, ?, ?)`,
  )
    .bind(newId("deployment"), project.id, versionId, ada.user.id, now, now, now)
    .run();
  forgetFoundApps();
}

const path = (rest: string): string => `/api/v1/projects/${project.id}/${rest}`;
const ask = (method: string, rest: string, body?: unknown, token = ada.accessToken) =>
  call(path(rest), { method, token, ...(body !== undefined && { body }) });
const rows = async (query = ""): Promise<DataRowsView> =>
  read(await ask("GET", `data/tables/fruits/rows${query}`), 200);
const names = async (query = ""): Promise<unknown[]> => (await rows(query)).rows.map((row) => row[1]);

async function addViewer(): Promise<SignedUp> {
  const viewer = await signUp();
  await env.DB.prepare("INSERT INTO project_members (project_id, user_id, role, created_at) VALUES (?, ?, 'viewer', ?)")
    .bind(project.id, viewer.user.id, new Date().toISOString())
    .run();
  return viewer;
}

describe("the data of a preview", () => {
  it("is not there before the first preview", async () => {
    expect((await readError(await ask("GET", "data/tables"), 409)).message).toContain("no preview yet");
  });

  it("is listed with its columns, and read by pages, search and order", async () => {
    await deploy();
    const { items } = await read<DataTables>(await ask("GET", "data/tables"), 200);
    expect(items).toEqual([
      {
        name: "fruits",
        rows: 3,
        columns: [
          { name: "id", type: "INTEGER", required: false, key: true },
          { name: "name", type: "TEXT", required: true, key: false },
          { name: "weight", type: "REAL", required: false, key: false },
        ],
      },
      // What the app keeps for itself comes last.
      { name: "_uploads", rows: 0, columns: [{ name: "id", type: "INTEGER", required: false, key: true }] },
    ]);
    expect(await rows("?limit=2")).toEqual({
      columns: ["id", "name", "weight"],
      rows: [
        [1, "apple", 1.5],
        [2, "pear", null],
      ],
      total: 3,
      cut: true,
    });
    expect(await names("?order=name&direction=desc")).toEqual(["pear", "apple", "100%"]);
    expect(await names("?q=0%25")).toEqual(["100%"]);
    expect((await ask("GET", "data/tables/_nx_migrations/rows")).status).toBe(409);
    expect((await ask("GET", "data/tables/fruits/rows?order=name%22--")).status).toBe(409);
  });

  it("is changed by members: all rows of a change, or none", async () => {
    await deploy();
    await read(
      await ask("POST", "data/tables/fruits/rows", { rows: [{ name: "fig" }, { name: "plum", weight: 2 }] }),
      200,
    );
    const twice = { rows: [{ name: "kiwi" }, { name: "apple" }] };
    expect((await readError(await ask("POST", "data/tables/fruits/rows", twice), 409)).message).toContain("UNIQUE");
    await read(await ask("PATCH", "data/tables/fruits/rows", { key: { id: 2 }, values: { name: "quince" } }), 200);
    await read(await ask("POST", "data/tables/fruits/rows/delete", { keys: [{ id: 1 }] }), 200);
    expect(await names("?order=id")).toEqual(["quince", "100%", "fig", "plum"]);
    for (const key of [{}, { name: "fig" }, { id: 99 }])
      expect((await ask("PATCH", "data/tables/fruits/rows", { key, values: { name: "x" } })).status).toBe(409);
    expect((await ask("POST", "data/reset")).status).toBe(204);
    expect(await names()).toEqual(["apple", "pear", "100%"]);
  });

  it("is read by viewers, changed by none of them, and nobody else's", async () => {
    await deploy();
    const viewer = await addViewer();
    const eve = await signUp();
    expect((await ask("GET", "data/tables", undefined, viewer.accessToken)).status).toBe(200);
    const added = { rows: [{ name: "fig" }] };
    for (const [token, status] of [
      [viewer.accessToken, 403],
      [eve.accessToken, 404],
    ] as const) {
      expect((await ask("POST", "data/tables/fruits/rows", added, token)).status).toBe(status);
      expect((await ask("POST", "data/reset", undefined, token)).status).toBe(status);
      expect((await ask("GET", "snapshots", undefined, token)).status).toBe(status);
      expect((await ask("POST", "snapshots", {}, token)).status).toBe(status);
    }
    expect((await ask("GET", "data/tables", undefined, eve.accessToken)).status).toBe(404);
  });
});

describe("a question in SQL", () => {
  const question = (sql: string) => ask("POST", "data/query", { sql });

  it("is answered", async () => {
    await deploy();
    const answer = await read<DataRowsView>(
      await question(
        "WITH heavy AS (SELECT * FROM fruits WHERE weight > 1) SELECT name, weight * 2 AS twice FROM heavy ORDER BY id -- all",
      ),
      200,
    );
    expect(answer).toEqual({
      columns: ["name", "twice"],
      rows: [
        ["apple", 3],
        ["100%", 6],
      ],
      total: 2,
      cut: false,
    });
  });

  it.each([
    "DELETE FROM fruits",
    "INSERT INTO fruits (name) VALUES ('fig') RETURNING name",
    "SELECT 1); DELETE FROM fruits; SELECT * FROM (SELECT 1",
    "SELECT 1); DROP TABLE fruits; SELECT * FROM (SELECT 1",
    "SELECT 1; SELECT 2",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "SELECT nonsense",
    ";",
  ])("changes nothing: %s", async (sql) => {
    await deploy();
    await read(await ask("GET", "data/tables"), 200);
    expect((await question(sql)).status).toBe(409);
    expect(await names()).toEqual(["apple", "pear", "100%"]);
  });

  it("gives no more rows than it may", async () => {
    await deploy();
    const all = "json_each('[0,1,2,3,4,5,6]')";
    const answer = await read<DataRowsView>(await question(`SELECT 1 FROM ${all}, ${all}, ${all}, ${all}`), 200);
    expect([answer.rows.length, answer.cut]).toEqual([1_000, true]);
  });
});

interface Told {
  names: string[];
  cookie: string | null;
  visitor: string | null;
}

describe("a snapshot", () => {
  const create = async (body: object = {}): Promise<SnapshotView> => read(await ask("POST", "snapshots", body), 201);
  async function visit(url: string, init: RequestInit = {}): Promise<Response> {
    const ctx = createExecutionContext();
    const response = await handlePreviewRequest(new Request(url, { redirect: "manual", ...init }), env, ctx);
    await waitOnExecutionContext(ctx);
    return response;
  }
  const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const told = async (response: Response): Promise<Told> => (await read(response, 200)) as Told;

  it("opens for a stranger, who uses a copy that neither the preview nor another visitor sees", async () => {
    await deploy();
    const { url } = await create({ name: "For Bea" });
    await read(await ask("POST", "data/tables/fruits/rows", { rows: [{ name: "later" }] }), 200);
    const first = await visit(`${url}api`);
    const cookie = cookieOf(first);
    expect(await told(first)).toEqual({ names: ["apple", "pear", "100%"], cookie: null, visitor: null });
    await visit(`${url}api`, { method: "POST", body: "mine", headers: { cookie } });
    const again = await told(
      await visit(`${url}api`, { headers: { cookie: `a=1; ${cookie}`, "x-nexus-visitor": "other" } }),
    );
    expect(again).toEqual({ names: ["apple", "pear", "100%", "mine"], cookie: "a=1", visitor: null });
    expect((await told(await visit(`${url}api`))).names).toEqual(["apple", "pear", "100%"]);
    expect(await names()).toEqual(["apple", "pear", "100%", "later"]);
    const { items } = await read<{ items: SnapshotView[] }>(await ask("GET", "snapshots"), 200);
    expect(items).toMatchObject([{ name: "For Bea", versionNumber: 1, visits: 2, hasPassword: false }]);
  });

  it("stays as it was when the preview's data is made anew", async () => {
    await deploy();
    await read(await ask("POST", "data/tables/fruits/rows", { rows: [{ name: "fig" }] }), 200);
    const { url } = await create();
    await ask("POST", "data/reset");
    expect((await told(await visit(`${url}api`))).names).toEqual(["apple", "pear", "100%", "fig"]);
  });

  it("has files of its own, as they were", async () => {
    await deploy();
    const { url: preview } = await read<{ url: string }>(await ask("POST", "preview-access", {}), 200);
    const inside = (init: RequestInit = {}) =>
      visit(new URL("/file", preview).href, { ...init, headers: { cookie: access } });
    const access = cookieOf(await visit(preview));
    await inside({ method: "PUT", body: "before" });
    const { url } = await create();
    await inside({ method: "PUT", body: "after" });
    expect(await (await visit(`${url}file`)).text()).toBe("before");
    await visit(`${url}file`, { method: "PUT", body: "of a visitor" });
    expect(await (await inside()).text()).toBe("after");
  });

  it("loses its data soon after its time is over", async () => {
    await deploy();
    const [kept, over] = [await create(), await create()];
    await visit(`${over.url}file`, { method: "PUT", body: "of a visitor" });
    const filesOf = async ({ id }: SnapshotView) =>
      (await env.APP_FILES.list({ prefix: `apps/${project.id}:preview:${id}/` })).objects.length;
    expect(await filesOf(over)).toBe(1);
    await env.DB.prepare("UPDATE snapshots SET expires_at = ? WHERE id = ?")
      .bind("2026-01-01T00:00:00.000Z", over.id)
      .run();
    await dropExpiredSnapshots(env, openDatabase(env.DB));
    expect(await filesOf(over)).toBe(0);
    const data = env.APP_DATA.getByName(`${project.id}:preview`);
    await runInDurableObject(data, (instance: AppDataDO) =>
      expect(instance.run([], { snapshot: over.id, visitor: "x" })).rejects.toThrow("not there any more"),
    );
    const { items } = await read<{ items: SnapshotView[] }>(await ask("GET", "snapshots"), 200);
    expect(items.map(({ id }) => id)).toEqual([kept.id]);
    expect((await told(await visit(`${kept.url}api`))).names).toHaveLength(3);
  });

  it("asks for its password, and lets nobody guess for long", async () => {
    await deploy();
    const { url } = await create({ password: "correct horse" });
    const asked = await visit(url, { headers: { accept: "text/html" } });
    expect([asked.status, asked.headers.getSetCookie()]).toEqual([401, []]);
    expect((await visit(`${url}api`)).status).toBe(401);
    const enter = (password: string) =>
      visit(`${url}__nexus/enter`, { method: "POST", body: new URLSearchParams({ password }) });
    const entered = await enter("correct horse");
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/"]);
    expect((await told(await visit(`${url}api`, { headers: { cookie: cookieOf(entered) } }))).names).toHaveLength(3);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) statuses.push((await enter(`wrong ${attempt}`)).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
  });

  it("opens for no cookie of another one", async () => {
    await deploy();
    const [open, closed] = [await create(), await create({ password: "correct horse" })];
    const cookie = cookieOf(await visit(`${open.url}api`));
    expect((await visit(`${closed.url}api`, { headers: { cookie } })).status).toBe(401);
  });

  it("is gone when it is withdrawn, has expired, was never there, or its project was deleted", async () => {
    await deploy();
    const snapshot = await create();
    const cookie = cookieOf(await visit(`${snapshot.url}api`));
    const eve = await signUp();
    const theirs = await createProject(eve.accessToken);
    const elsewhere = `/api/v1/projects/${theirs.id}/snapshots/${snapshot.id}`;
    expect((await call(elsewhere, { method: "DELETE", token: eve.accessToken })).status).toBe(404);
    expect((await ask("DELETE", `snapshots/${snapshot.id}`)).status).toBe(204);
    expect((await visit(`${snapshot.url}api`, { headers: { cookie } })).status).toBe(404);
    expect((await ask("DELETE", `snapshots/${snapshot.id}`)).status).toBe(404);

    const short = await create({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    expect((await visit(`${short.url}api`)).status).toBe(200);
    await env.DB.prepare("UPDATE snapshots SET expires_at = ? WHERE id = ?")
      .bind("2026-01-01T00:00:00.000Z", short.id)
      .run();
    expect((await visit(`${short.url}api`)).status).toBe(404);

    const guessed = new URL(short.url);
    guessed.hostname = guessed.hostname.replace(/^[^-]+/, "0".repeat(26));
    expect((await visit(guessed.href)).status).toBe(404);

    const left = await create();
    await call(`/api/v1/projects/${project.id}`, { method: "DELETE", token: ada.accessToken });
    expect((await visit(`${left.url}api`)).status).toBe(404);
  });

  it("takes no password that is too short, and no time that is past", async () => {
    await deploy();
    expect((await ask("POST", "snapshots", { password: "abc" })).status).toBe(400);
    expect((await ask("POST", "snapshots", { expiresAt: "2020-01-01T00:00:00.000Z" })).status).toBe(400);
  });
});
