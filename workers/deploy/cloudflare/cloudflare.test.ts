// That Cloudflare's client runs in a Worker: its forms, its pages, its errors. What the adapter decides is tested against a
// stand-in that speaks the API (tests/stand-ins).
import { afterEach, expect, it, vi } from "vitest";
import { deployToCloudflare } from "../providers/cloudflare.ts";
import { ShipRefusal, type Shipment, type ShipTools } from "../provider.ts";

const accountId = "023e105f4ecef8ad9ca31a8372d0c353";
const account = { url: "https://cloudflare.test/client/v4", token: "secret", accountId };
const shipment: Shipment = {
  deploymentId: "dep_1",
  environment: "production",
  project: { id: "prj_1", name: "Shop", slug: "shop", hostLabel: "shop-abc", stack: "edge" },
  version: { id: "ver_1", number: 1, message: "One", artefactSha: "0" },
  variables: {},
  variablesId: null,
  place: {},
};
const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const tools: ShipTools = {
  assets: async () => new Map([["/index.html", bytes("<h1>one</h1>")]]),
  source: async () => new Map(),
  server: async () => ({
    main: "index.js",
    modules: new Map([["index.js", bytes("export default {}")]]),
    migrations: [{ name: "0001_init.sql", sql: "CREATE TABLE a (b);" }],
  }),
  signal: new AbortController().signal,
  log: () => {},
  enter: async () => {},
};

afterEach(() => {
  vi.unstubAllGlobals();
});

const ok = (result: unknown) => Response.json({ success: true, errors: [], messages: [], result });

it("uploads files, migrates the database and deploys a version", async () => {
  const calls: string[] = [];
  const files: { hash: string; type: string; text: string }[] = [];
  let version: unknown;
  vi.stubGlobal("fetch", async (input: string, init: RequestInit) => {
    const request = new Request(input, init);
    const path = new URL(input).pathname.replace(`/client/v4/accounts/${accountId}`, "");
    calls.push(`${request.method} ${path} ${request.headers.get("authorization")}`);
    if (request.method === "GET" && path === "/workers/workers/shop-abc")
      return Response.json({ success: false, errors: [{ code: 10007, message: "No." }] }, { status: 404 });
    if (path === "/workers/workers") return ok({ tags: [], subdomain: { url: "shop-abc.ada.workers.dev" } });
    if (path.endsWith("/assets-upload-session")) {
      const { manifest } = await request.json<{ manifest: Record<string, { hash: string }> }>();
      return ok({ jwt: "session", buckets: [[manifest["/index.html"]?.hash]] });
    }
    if (path === "/workers/assets/upload") {
      for (const [hash, file] of await request.formData())
        if (file instanceof File) files.push({ hash, type: file.type, text: atob(await file.text()) });
      return ok({ jwt: "complete" });
    }
    if (path.endsWith("/versions")) {
      version = await request.json();
      return ok({ id: "v1" });
    }
    if (path === "/d1/database") return ok(request.method === "GET" ? [] : { uuid: "d1" });
    return ok([{ success: true, results: [] }]);
  });
  expect(await deployToCloudflare(account).ship(shipment, tools)).toEqual({
    url: "https://shop-abc.ada.workers.dev",
    externalId: "shop-abc/v1",
  });
  expect(files).toMatchObject([{ type: "text/html; charset=utf-8", text: "<h1>one</h1>" }]);
  expect(version).toMatchObject({
    main_module: "index.js",
    assets: { jwt: "complete" },
    bindings: [{ type: "d1", name: "DB", database_id: "d1" }],
  });
  expect(calls).toContain("POST /workers/assets/upload Bearer session");
  expect(calls).toContain("POST /workers/workers/shop-abc/versions Bearer secret");
});

it("says what the token lacks", async () => {
  vi.stubGlobal("fetch", async () =>
    Response.json({ success: false, errors: [{ code: 10000, message: "Authentication error" }] }, { status: 403 }),
  );
  const attempt = deployToCloudflare(account).ship(shipment, tools);
  await expect(attempt).rejects.toBeInstanceOf(ShipRefusal);
  await expect(attempt).rejects.toThrow("Authentication error");
});
