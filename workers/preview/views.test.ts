import { runDurableObjectAlarm } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { variables } from "../env.ts";
import { signPreviewUrl } from "./access.ts";
import { appIdOf } from "./app-id.ts";
import { createApp, cookieOf, env, gate, server } from "./app.fixture.ts";
import { forgetSchema } from "./ensure-schema.ts";

const notes = (table: string) => ({
  ...server(`
    if (new URL(request.url).pathname === "/api/file") {
      if (request.method === "POST") await env.FILES.put("note", await request.text());
      const file = await env.FILES.get("note");
      return new Response(file ? file.body : "none");
    }
    if (request.method === "POST")
      await env.DB.prepare("INSERT INTO ${table} (text) VALUES (?)").bind(await request.text()).run();
    return Response.json((await env.DB.prepare("SELECT text FROM ${table} ORDER BY id").raw()).flat());
  `),
  "dist/client/index.html": `<h1>${table}</h1>`,
  "migrations/0001_start.sql": `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, text TEXT NOT NULL);`,
  "seed.sql": `INSERT INTO ${table} (text) VALUES ('example');`,
});
const post = (body: string): RequestInit => ({ method: "POST", body });

describe("an older version", () => {
  it("runs beside the preview on its own schema, with example rows and files of its own", async () => {
    const app = await createApp(notes("notes"));
    await app.deploy(notes("pages"));
    await app.visit("/api/pages", post("of the preview"));
    await app.visit("/api/file", post("of the preview"));
    const first = app.as("v1");
    expect(await (await first.visit("/")).text()).toContain("<h1>notes</h1>");
    expect(await (await first.visit("/api/notes", post("of version 1"))).json()).toEqual(["example", "of version 1"]);
    expect(await (await first.visit("/api/file")).text()).toBe("none");
    await first.visit("/api/file", post("of version 1"));
    expect(await (await app.visit("/api/pages")).json()).toEqual(["example", "of the preview"]);
    expect(await (await app.visit("/api/file")).text()).toBe("of the preview");
  });

  it("lets nobody in with the preview's access, and gives none to it", async () => {
    const app = await createApp(notes("notes"));
    const cookie = cookieOf(await gate(new Request(await app.link(), { redirect: "manual" })));
    expect((await app.as("v1").knock("/", { headers: { cookie } })).status).toBe(401);
    const own = cookieOf(await gate(new Request(await app.as("v1").link(), { redirect: "manual" })));
    expect((await app.knock("/", { headers: { cookie: own } })).status).toBe(401);
  });

  it("is kept from a version of the same number of another project", async () => {
    const [mine, theirs] = [await createApp(notes("notes")), await createApp(notes("notes"))];
    const foreign = await signPreviewUrl(variables(env), { ...mine, label: theirs.label, view: "v1" });
    expect((await gate(new Request(foreign, { redirect: "manual" }))).headers.getSetCookie()).toEqual([]);
  });

  it("says so when it was not built", async () => {
    const app = await createApp(notes("notes"));
    const response = await app.as("v7").visit("/");
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining("nothing of it that could run"),
    ]);
  });

  it("forgets rows and files some time after it was last looked at, and begins anew", async () => {
    const app = await createApp(notes("notes"));
    const first = app.as("v1");
    await first.visit("/api/notes", post("mine"));
    await first.visit("/api/file", post("mine"));
    const appId = appIdOf({ ...app, view: "v1" });
    expect(await runDurableObjectAlarm(env.APP_DATA.getByName(appId))).toBe(true);
    expect((await env.APP_FILES.list({ prefix: `apps/${appId}/` })).objects).toEqual([]);
    forgetSchema(appId);
    expect(await (await first.visit("/api/notes")).json()).toEqual(["example"]);
    expect(await runDurableObjectAlarm(env.APP_DATA.getByName(appIdOf(app)))).toBe(false);
  });
});

describe("the static view", () => {
  it("shows what was built, and says of everything else that it needs the server", async () => {
    const app = await createApp(notes("notes"));
    const site = app.as("static");
    expect(await (await site.visit("/")).text()).toContain("<h1>notes</h1>");
    const api = await site.visit("/api/notes", post("lost"));
    expect([api.status, await api.json()]).toEqual([
      503,
      { error: expect.objectContaining({ message: expect.stringContaining("server does not run here") }) },
    ]);
    expect(await (await app.visit("/api/notes")).json()).toEqual(["example"]);
  });

  it("says of a page that the server makes where it can be seen", async () => {
    const app = await createApp(server("return new Response('made by the server');"));
    const page = await app.as("static").visit("/tasks/7", { headers: { accept: "text/html" } });
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining("interactive preview")]);
  });
});
