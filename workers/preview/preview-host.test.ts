import { describe, expect, it } from "vitest";
import { createApp, env, server, storeBuild } from "./app.fixture.ts";
import { destroyApp, fetchApp, resetApp } from "./fetch-app.ts";
import { internalHeaders } from "./internal-call.ts";

const notes = {
  ...server(`
    if (request.method === "POST") {
      await env.DB.prepare("INSERT INTO notes (text) VALUES (?)").bind(await request.text()).run();
    }
    return Response.json((await env.DB.prepare("SELECT text FROM notes ORDER BY id").raw()).flat());
  `),
  "migrations/0001_notes.sql": "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);",
  "seed.sql": "INSERT INTO notes (text) VALUES ('example');",
};
const post = (text: string): RequestInit => ({ method: "POST", body: text });

describe("static files", () => {
  const site = {
    ...server("return new Response('server', { status: 404 });"),
    "dist/client/index.html": "<h1>Home</h1>",
    "dist/client/about.html": "<h1>About</h1>",
    "dist/client/assets/app-B3kf9_2x.js": "console.log(1)",
  };

  it.each([
    { path: "/", status: 200, body: "<h1>Home</h1>", type: "text/html; charset=utf-8" },
    { path: "/any/page", status: 200, body: "<h1>Home</h1>", type: "text/html; charset=utf-8" },
    { path: "/about", status: 200, body: "<h1>About</h1>", type: "text/html; charset=utf-8" },
    { path: "/assets/app-B3kf9_2x.js", status: 200, body: "console.log(1)", type: "text/javascript; charset=utf-8" },
    { path: "/api/things", status: 404, body: "server", type: "text/plain;charset=UTF-8" },
    { path: "/missing.png", status: 404, body: "server", type: "text/plain;charset=UTF-8" },
  ])("answers $path with $status", async ({ path, status, body, type }) => {
    const response = await (await createApp(site)).visit(path);
    expect([response.status, await response.text(), response.headers.get("content-type")]).toEqual([
      status,
      body,
      type,
    ]);
  });

  it("lets a browser keep hashed files for good and ask again for pages", async () => {
    const app = await createApp(site);
    expect((await app.visit("/assets/app-B3kf9_2x.js")).headers.get("cache-control")).toContain("immutable");
    expect((await app.visit("/")).headers.get("cache-control")).toBe("private, no-cache");
  });

  it("sends no file twice that a browser still has", async () => {
    const app = await createApp(site);
    const first = await app.visit("/assets/app-B3kf9_2x.js");
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    expect((await app.visit("/assets/app-B3kf9_2x.js", { headers })).status).toBe(304);
  });

  it("answers HEAD without a body and gives other methods to the server", async () => {
    const app = await createApp(site);
    const head = await app.visit("/", { method: "HEAD" });
    expect([head.headers.get("content-length"), await head.text()]).toEqual(["13", ""]);
    expect((await app.visit("/", { method: "POST" })).status).toBe(404);
  });
});

describe("an app's isolate", () => {
  it("has no network, no cache and no binding but its database and its files", async () => {
    const app = await createApp(
      server(`
        const attempt = async (work) => { try { await work(); return "worked"; } catch { return "refused"; } };
        const { env: raw } = await import("cloudflare:workers");
        return Response.json({
          bindings: Object.keys(env),
          raw: Object.keys(raw),
          network: await attempt(() => fetch("http://127.0.0.1:1/")),
          outside: await attempt(() => fetch("https://example.com/")),
          cache: await attempt(() => caches.default.match("https://example.com/")),
          socket: await attempt(async () => {
            const { connect } = await import("cloudflare:sockets");
            await connect("127.0.0.1:1").opened;
          }),
          variables: Object.keys(process.env),
        });
      `),
    );
    expect(await (await app.visit("/api/look")).json()).toEqual({
      bindings: ["DB", "FILES"],
      raw: ["DB", "FILES"],
      network: "refused",
      outside: "refused",
      cache: "refused",
      socket: "refused",
      variables: [],
    });
  });

  it("shares neither globals nor rows with another app of the same code", async () => {
    const code = {
      ...notes,
      ...server(`
        globalThis.count = (globalThis.count ?? 0) + 1;
        if (request.method === "POST") await env.DB.prepare("INSERT INTO notes (text) VALUES ('more')").run();
        const rows = await env.DB.prepare("SELECT COUNT(*) AS n FROM notes").first("n");
        return Response.json({ count: globalThis.count, rows });
      `),
    };
    const [first, second] = [await createApp(code), await createApp(code)];
    expect(await (await first.visit("/api/x", { method: "POST" })).json()).toEqual({ count: 1, rows: 2 });
    expect(await (await second.visit("/api/x")).json()).toEqual({ count: 1, rows: 1 });
  });

  it("answers 500 without the stack when the app throws, and goes on", async () => {
    const app = await createApp(
      server(
        "if (new URL(request.url).pathname === '/api/bad') throw new Error('secret detail'); return new Response('fine');",
      ),
    );
    const response = await app.visit("/api/bad");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret detail");
    expect([...response.headers.keys()].filter((name) => name.startsWith("x-nexus"))).toEqual([]);
    expect(await (await app.visit("/api/good")).text()).toBe("fine");
  });

  it.each([
    { name: "code that does not parse", files: { "dist/server/index.js": "export default {" } },
    { name: "a module without a handler", files: { "dist/server/index.js": "export const x = 1;" } },
    { name: "an answer that is no Response", files: server("return 'text';") },
  ])("answers 500 for $name", async ({ files }) => {
    expect((await (await createApp(files)).visit("/api/x")).status).toBe(500);
  });

  it("runs an app whose default export is a class", async () => {
    const app = await createApp({
      "dist/server/index.js": `
        import { WorkerEntrypoint } from "cloudflare:workers";
        export default class extends WorkerEntrypoint { async fetch() { return new Response("a class"); } }
      `,
    });
    expect(await (await app.visit("/api/x")).text()).toBe("a class");
  });

  it("loads the modules beside the entry", async () => {
    const app = await createApp({
      "dist/server/index.js": `import { greeting } from "./lib/greet.js"; export default { fetch: () => new Response(greeting) };`,
      "dist/server/lib/greet.js": `export const greeting = "from a module";`,
    });
    expect(await (await app.visit("/api/x")).text()).toBe("from a module");
  });
});

describe("an app's data", () => {
  it("brings a preview its tables and example rows, once", async () => {
    const app = await createApp(notes);
    expect(await (await app.visit("/api/notes", post("mine"))).json()).toEqual(["example", "mine"]);
    expect(await (await app.visit("/api/notes")).json()).toEqual(["example", "mine"]);
  });

  it("gives production its tables without example rows", async () => {
    const app = await createApp(notes, { environment: "production" });
    expect(await (await app.visit("/api/notes")).json()).toEqual([]);
  });

  it("keeps rows when a later version adds a migration", async () => {
    const app = await createApp(notes);
    await app.visit("/api/notes", post("mine"));
    await app.deploy({
      ...notes,
      "migrations/0002_done.sql": "ALTER TABLE notes ADD COLUMN done INTEGER NOT NULL DEFAULT 0;",
    });
    expect(await (await app.visit("/api/notes")).json()).toEqual(["example", "mine"]);
  });

  it("builds a preview's database afresh when its history changed", async () => {
    const app = await createApp(notes);
    await app.visit("/api/notes", post("mine"));
    const changed = {
      ...notes,
      "migrations/0001_notes.sql": "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT, extra TEXT);",
    };
    const revision = await storeBuild(changed);
    const ask = () => fetchApp(env, { ...app, revision }, new Request("http://app.test/api/notes"));
    const first = await ask();
    expect(await first.json()).toEqual(["example"]);
    // Said once, for the log of whoever deployed it; visitors never see it.
    expect(first.headers.get(internalHeaders.rebuilt)).toBe("1");
    expect((await ask()).headers.has(internalHeaders.rebuilt)).toBe(false);
    await app.deploy(changed);
    expect(await (await app.visit("/api/notes")).json()).toEqual(["example"]);
  });

  it("refuses a changed history in production and keeps its rows", async () => {
    const app = await createApp(notes, { environment: "production" });
    await app.visit("/api/notes", post("mine"));
    await app.deploy({ ...notes, "migrations/0001_notes.sql": "CREATE TABLE notes (id INTEGER PRIMARY KEY);" });
    expect((await app.visit("/api/notes")).status).toBe(500);
    await app.deploy(notes);
    expect(await (await app.visit("/api/notes")).json()).toEqual(["mine"]);
  });

  it("starts afresh after a reset and is empty after its destruction", async () => {
    const app = await createApp(notes);
    await app.visit("/api/notes", post("mine"));
    await resetApp(env, app);
    expect(await (await app.visit("/api/notes")).json()).toEqual(["example"]);
    await app.visit("/api/notes", post("mine"));
    await destroyApp(env, app);
    expect(await (await app.visit("/api/notes")).json()).toEqual(["example"]);
  });
});

describe("the door to the previews' process", () => {
  it("refuses whoever does not know the secret", async () => {
    for (const service of [env.PREVIEWS, env.ARTEFACTS]) {
      const response = await service.fetch("http://internal/__nexus/ping", {
        headers: { [internalHeaders.secret]: "wrong" },
      });
      expect(response.status).toBe(403);
    }
  });

  it("tells the watchdog what is loaded", async () => {
    const response = await env.PREVIEWS.fetch("http://internal/__nexus/ping", {
      headers: { [internalHeaders.secret]: env.INTERNAL_SECRET },
    });
    expect(await response.json()).toEqual({ isolates: expect.any(Number), inFlight: 0 });
  });

  it("answers 500 for a revision that does not exist", async () => {
    const app = { projectId: "prj_x", environment: "preview" as const, revision: "0".repeat(64) };
    expect((await fetchApp(env, app, new Request("http://app.test/"))).status).toBe(500);
  });
});
