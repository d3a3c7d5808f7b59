import { describe, expect, it } from "vitest";
import { fileLimits } from "../../durable-objects/app-data/stored-file.ts";
import { type TestApp, createApp, env, server } from "./app.fixture.ts";
import { destroyApp, resetApp } from "./fetch-app.ts";

/** PUT, GET, DELETE and HEAD a key; GET /api/list lists. */
const drawer = server(`
  const url = new URL(request.url);
  const key = decodeURIComponent(url.pathname.slice("/api/files/".length));
  try {
    if (url.pathname === "/api/list") {
      const { objects, truncated, cursor } = await env.FILES.list(Object.fromEntries(url.searchParams));
      return Response.json({ keys: objects.map((object) => object.key), truncated, cursor });
    }
    if (request.method === "PUT") {
      const { size } = await env.FILES.put(key, request.body, { httpMetadata: { contentType: request.headers.get("content-type") } });
      return Response.json({ size }, { status: 201 });
    }
    if (request.method === "DELETE") return new Response(null, { status: (await env.FILES.delete(key), 204) });
    const object = await env.FILES.get(key);
    if (!object) return new Response("none", { status: 404 });
    const headers = new Headers();
    object.writeHttpMetadata(headers);
    return new Response(object.body, { headers });
  } catch (error) {
    return new Response(error.message, { status: 400 });
  }
`);

const put = (app: TestApp, key: string, body: string | Uint8Array<ArrayBuffer> = "text"): Promise<Response> =>
  app.visit(`/api/files/${encodeURIComponent(key)}`, {
    method: "PUT",
    body,
    headers: { "content-type": "text/plain" },
  });
const get = (app: TestApp, key: string): Promise<Response> => app.visit(`/api/files/${encodeURIComponent(key)}`);
const list = async (app: TestApp, query = ""): Promise<unknown> => (await app.visit(`/api/list${query}`)).json();

describe("an app's files", () => {
  it("come back with their type, can be replaced and are gone when deleted", async () => {
    const app = await createApp(drawer);
    expect((await put(app, "uploads/a.txt", "first")).status).toBe(201);
    await put(app, "uploads/a.txt", "second");
    const response = await get(app, "uploads/a.txt");
    expect([await response.text(), response.headers.get("content-type")]).toEqual(["second", "text/plain"]);
    await app.visit("/api/files/uploads%2Fa.txt", { method: "DELETE" });
    expect((await get(app, "uploads/a.txt")).status).toBe(404);
  });

  it("are listed by prefix, some at a time", async () => {
    const app = await createApp(drawer);
    for (const key of ["a/1", "a/2", "b/1"]) await put(app, key);
    expect(await list(app)).toMatchObject({ keys: ["a/1", "a/2", "b/1"], truncated: false });
    const first = (await list(app, "?prefix=a/&limit=1")) as { keys: string[]; cursor: string };
    expect(first).toMatchObject({ keys: ["a/1"], truncated: true });
    expect(await list(app, `?prefix=a/&limit=1&cursor=${encodeURIComponent(first.cursor)}`)).toMatchObject({
      keys: ["a/2"],
    });
  });

  it("are not those of another app, nor of the same project's other environment", async () => {
    const [mine, theirs] = [await createApp(drawer), await createApp(drawer)];
    await put(mine, "secret.txt");
    expect((await get(theirs, "secret.txt")).status).toBe(404);
    expect(await list(theirs)).toMatchObject({ keys: [] });
    for (const way of [`../${mine.projectId}:preview/secret.txt`, `/apps/${mine.projectId}:preview/secret.txt`]) {
      expect((await get(theirs, way)).status).toBe(404);
      expect((await put(theirs, way)).status).toBe(400);
    }
    expect(await list(theirs, "?prefix=../")).toMatchObject({ keys: [] });
    await theirs.visit(`/api/files/${encodeURIComponent(`../${mine.projectId}:preview/secret.txt`)}`, {
      method: "DELETE",
    });
    expect((await get(mine, "secret.txt")).status).toBe(200);
  });

  it.each(["", "a//b", "./a", "a/..", "a b", "ä", "x".repeat(fileLimits.keyCharacters + 1)])(
    "refuse the key %j",
    async (key) => {
      expect((await put(await createApp(drawer), key)).status).toBe(400);
    },
  );

  it("have limits: of one file, and of all of them", async () => {
    const app = await createApp(drawer);
    const large = await put(app, "large", new Uint8Array(fileLimits.fileBytes + 1));
    expect([large.status, await large.text()]).toEqual([400, "put: a file has at most 25 MB"]);
    const data = env.APP_DATA.getByName(`${app.projectId}:preview`);
    expect(await data.reserveFile("rest", fileLimits.appBytes - 3)).toBeNull();
    const full = await put(app, "one-more", "four");
    expect([full.status, await full.text()]).toEqual([400, "put: the app's space for files (1 GB) is used up"]);
    await data.forgetFiles(["rest"]);
    expect((await put(app, "one-more", "four")).status).toBe(201);
  });

  it("go with a reset and with the app, and only then", async () => {
    const app = await createApp(drawer);
    const neighbour = await createApp(drawer);
    const address = { projectId: app.projectId, environment: "preview" } as const;
    await put(neighbour, "kept");
    await put(app, "a");
    await app.deploy(drawer);
    expect((await get(app, "a")).status).toBe(200);
    await resetApp(env, address);
    expect(await list(app)).toMatchObject({ keys: [] });
    await put(app, "b");
    await destroyApp(env, address);
    expect(await list(app)).toMatchObject({ keys: [] });
    expect((await get(neighbour, "kept")).status).toBe(200);
  });
});
