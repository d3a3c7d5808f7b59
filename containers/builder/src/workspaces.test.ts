// The fast lane over HTTP, with a real Vite: what is built again after an edit, and that a workspace is a sandbox too.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { join, resolve } from "node:path";
import type { Duplex } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestBuilder, testSecret, type TestBuilder } from "./builder.fixture.ts";
import { previewResultSchema, type PreviewRequest, type PreviewResult } from "./protocol.ts";

type Built = Extract<PreviewResult, { outcome: "built" }>;

/** The dependencies of generated apps, which bring Vite; the store may hold them already. */
const template = resolve("engine/stacks/edge/template");
let builder: TestBuilder;
let base: Record<string, { text: string }>;

beforeAll(async () => {
  builder = await startTestBuilder({ storeDir: resolve(".state/test-store"), maxWorkspaces: 2 });
  const half = (name: string): string =>
    `${name}: { build: { outDir: "dist/${name}", rolldownOptions: { input: "src/${name}.ts", output: { entryFileNames: "main.js" } } } }`;
  base = {
    "package.json": { text: await readFile(join(template, "package.json"), "utf8") },
    "package-lock.json": { text: await readFile(join(template, "package-lock.json"), "utf8") },
    "vite.config.ts": {
      text: `export default { environments: { ${half("client")}, ${half("server")} }, builder: { buildApp: async (builder) => {
        for (const name of ["client", "server"]) await builder.build(builder.environments[name]); } } };`,
    },
    "src/client.ts": { text: `import { shared } from "./shared.ts"; console.log("client one", shared);` },
    "src/server.ts": { text: `import { shared } from "./shared.ts"; console.log("server one", shared);` },
    "src/shared.ts": { text: `export const shared = "shared one";` },
    "notes.md": { text: "Nothing imports me." },
  };
}, 300_000);
afterAll(() => builder.close());

const request = (workspaceId: string, over: Partial<PreviewRequest> = {}): PreviewRequest => ({
  workspaceId,
  files: base,
  artefact: ["dist/client", "dist/server"],
  independent: ["client", "server"],
  known: [],
  ...over,
});

async function ask(body: PreviewRequest): Promise<PreviewResult> {
  const response = await builder.call("/previews", { method: "POST", body: JSON.stringify(body) });
  expect(response.status).toBe(200);
  return previewResultSchema.parse(await response.json());
}

async function build(body: PreviewRequest): Promise<Built> {
  const result = await ask(body);
  if (result.outcome !== "built") throw new Error(JSON.stringify(result));
  return result;
}

function textOf(result: Built, path: string): string {
  return Buffer.from(result.artefact.find((file) => file.path === path)?.base64 ?? "", "base64").toString("utf8");
}

const byHash = (files: Record<string, { text: string }>): PreviewRequest["files"] =>
  Object.fromEntries(
    Object.entries(files).map(([path, { text }]) => [
      path,
      { sha256: createHash("sha256").update(text).digest("hex") },
    ]),
  );

describe("a workspace", { timeout: 300_000 }, () => {
  it("opens with all files, and then builds only the half that an edit touches", async () => {
    const first = await build(request("halves"));
    expect(first.warm).toBe(false);
    expect(textOf(first, "dist/client/main.js")).toContain("client one");
    const edit = { text: `console.log("client two");` };
    const known = first.artefact.map(({ sha256 }) => sha256);
    const second = await build(request("halves", { files: { ...byHash(base), "src/client.ts": edit }, known }));
    expect(second).toMatchObject({ warm: true, built: ["client"] });
    expect(textOf(second, "dist/client/main.js")).toContain("client two");
    const server = second.artefact.find(({ path }) => path === "dist/server/main.js");
    expect(server?.base64).toBeUndefined();
    expect(known).toContain(server?.sha256);
  });

  it("builds both halves for what they share, and none for what neither imports", async () => {
    await build(request("shared"));
    const shared = { text: `export const shared = "shared two";` };
    const both = await build(request("shared", { files: { ...byHash(base), "src/shared.ts": shared } }));
    expect(both.built.toSorted()).toEqual(["client", "server"]);
    expect(textOf(both, "dist/server/main.js")).toContain("shared two");
    const files = { ...byHash({ ...base, "src/shared.ts": shared }), "notes.md": { text: "Still nothing." } };
    expect((await build(request("shared", { files }))).built).toEqual([]);
  });

  it("links an edit with packages that are ready, and does without them as soon as more is asked of them", async () => {
    const calls = (body: string) => ({ text: `import { createElement } from "react";\n${body}` });
    const files = { ...base, "src/client.ts": calls(`console.log("first", createElement("p"));`) };
    const whole = await build(request("packages", { files }));
    expect(textOf(whole, "dist/client/main.js")).toContain("require_react_production");
    const edit = async (client: { text: string }): Promise<PreviewResult> =>
      ask(request("packages", { files: { ...byHash(base), "src/client.ts": client } }));
    const prepared = "dist/client/assets/package-0.js";
    let turn = 0;
    const usesPrepared = async (): Promise<string[]> => {
      turn += 1;
      const result = await edit(calls(`console.log("turn ${turn}", createElement("p"));`));
      if (result.outcome !== "built") throw new Error(JSON.stringify(result));
      const main = textOf(result, "dist/client/main.js");
      expect(main).toContain(`turn ${turn}`);
      expect(main.includes("require_react_production")).toBe(!main.includes('"/assets/package-0.js"'));
      return result.artefact.map(({ path }) => path);
    };
    await expect.poll(usesPrepared, { timeout: 60_000 }).toContain(prepared);
    const more = await edit({ text: `import { useMemo } from "react"; console.log("more", useMemo);` });
    if (more.outcome !== "built") throw new Error(JSON.stringify(more));
    expect(textOf(more, "dist/client/main.js")).toContain("require_react_production");
    expect(more.artefact.map(({ path }) => path)).not.toContain(prepared);
    await expect.poll(usesPrepared, { timeout: 60_000 }).toContain(prepared);
    const failed = await edit({ text: `import { Fragment } from "react-router/no-such-part"; console.log(Fragment);` });
    expect(failed).toMatchObject({ outcome: "failed", error: expect.stringContaining("no-such-part") });
  });

  it("asks for what it does not hold, says what does not build, and goes on from there", async () => {
    const unknown = { sha256: "0".repeat(64) };
    expect(await ask(request("asks", { files: byHash(base) }))).toMatchObject({ outcome: "missing" });
    await build(request("asks"));
    expect(await ask(request("asks", { files: { ...byHash(base), "src/client.ts": unknown } }))).toEqual({
      outcome: "missing",
      paths: ["src/client.ts"],
    });
    const broken = { ...byHash(base), "src/client.ts": { text: "const = 1;" } };
    const failed = await ask(request("asks", { files: broken }));
    expect(failed).toMatchObject({ outcome: "failed", error: expect.stringContaining("src/client.ts") });
    const mended = { ...byHash(base), "src/client.ts": { text: `console.log("mended");` } };
    expect(textOf(await build(request("asks", { files: mended })), "dist/client/main.js")).toContain("mended");
  });

  it("gives its place to another when all are taken, and opens again when it is asked for", async () => {
    for (const id of ["one", "two", "three"]) expect((await build(request(id))).warm).toBe(false);
    expect((await build(request("three"))).warm).toBe(true);
    expect((await build(request("one"))).warm).toBe(false);
  });

  it("ends when it is dropped or its process dies, and the next request opens another", async () => {
    const suicide = { text: `process.kill(process.pid, "SIGKILL"); export default {};` };
    expect(await ask(request("dies", { files: { ...base, "vite.config.ts": suicide } }))).toMatchObject({
      outcome: "failed",
    });
    expect((await build(request("dies"))).warm).toBe(false);
    expect((await builder.call("/previews/dies", { method: "DELETE" })).status).toBe(204);
    expect((await build(request("dies"))).warm).toBe(false);
  });

  it("shows a build neither the builder's files nor a network, and takes no path out of it", async () => {
    const probe = {
      text: `import { readdirSync } from "node:fs"; import { connect } from "node:net";
        let seen = 0; try { seen = readdirSync(${JSON.stringify(builder.stateDir)}).length; } catch {}
        const port = ${new URL(builder.url).port};
        const reached = await new Promise((done) => connect(port, "127.0.0.1", () => done(true)).on("error", () => done(false)));
        throw new Error("seen " + seen + ", reached " + reached);`,
    };
    const health = (await (await builder.call("/health")).json()) as { sandbox: { networkClosed: boolean } };
    const result = await ask(request("hidden", { files: { ...base, "vite.config.ts": probe } }));
    if (health.sandbox.networkClosed)
      expect(result).toMatchObject({ error: expect.stringContaining("seen 0, reached false") });
    const outside = request("outside", { files: { ...base, "../outside.ts": { text: "" } } });
    const response = await builder.call("/previews", { method: "POST", body: JSON.stringify(outside) });
    expect(response.status).toBe(400);
  });
});

describe("a workspace that serves", { timeout: 300_000 }, () => {
  /** A dev server of its own kind: tells what reached it, and gives back what comes over an upgraded connection. */
  const program = `
    import { readFileSync, symlinkSync, rmSync } from "node:fs";
    import { createServer } from "node:http";
    const server = createServer(async (request, response) => {
      if (request.url === "/steal") {
        rmSync("../tmp/live.sock");
        symlinkSync("../work/other.sock", "../tmp/live.sock");
      }
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      response.setHeader("x-nexus-forged", "1");
      response.end(JSON.stringify({
        method: request.method, url: request.url, headers: request.headers,
        body: Buffer.concat(chunks).toString(), text: readFileSync("src/text.txt", "utf8"), pid: process.pid,
      }));
    });
    server.on("upgrade", (request, socket) => {
      socket.write("HTTP/1.1 101 Switching Protocols\\\\r\\\\nUpgrade: websocket\\\\r\\\\nConnection: Upgrade\\\\r\\\\n\\\\r\\\\n");
      socket.pipe(socket);
    });
    server.listen(Number(process.argv[2]), "127.0.0.1");`.replaceAll("\\\\", "\\");
  const files = (text: string, migration = "one"): Record<string, { text: string }> => ({
    "package.json": base["package.json"] ?? { text: "" },
    "package-lock.json": base["package-lock.json"] ?? { text: "" },
    "dev.mjs": { text: program },
    "src/text.txt": { text },
    "migrations/0001.sql": { text: migration },
  });
  const serve = { command: ["node", "dev.mjs", "{port}"], host: "app.example", anew: ["migrations/"] };
  const open = (id: string, over: Partial<PreviewRequest> = {}): Promise<Built> =>
    build(request(id, { files: files("first"), artefact: [], independent: [], serve, ...over }));
  const visit = (id: string, path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${builder.url}/previews/${id}/visit${path}`, {
      ...init,
      headers: { authorization: `Bearer ${testSecret}`, "x-nexus-host": "app.example", ...init.headers },
    });
  interface Seen {
    method: string;
    url: string;
    headers: Record<string, string>;
    body: string;
    text: string;
    pid: number;
  }
  const see = async (id: string, path: string, init: RequestInit = {}): Promise<Seen> =>
    (await (await visit(id, path, init)).json()) as Seen;

  it("hands requests on without what the platform and the builder say to each other", async () => {
    expect(await open("serves")).toMatchObject({ warm: false, artefact: [] });
    const headers = { "x-nexus-authorization": "Bearer own", "x-nexus-app": "prj_x:preview", cookie: "theme=dark" };
    const seen = await see("serves", "/api/things?a=1", { method: "POST", body: "hello", headers });
    expect(seen).toMatchObject({ method: "POST", url: "/api/things?a=1", body: "hello" });
    expect(seen.headers).toMatchObject({ host: "app.example", authorization: "Bearer own", cookie: "theme=dark" });
    expect(JSON.stringify(seen.headers)).not.toMatch(/x-nexus|secret-of-the-test/);
    expect((await visit("serves", "/")).headers.get("x-nexus-forged")).toBeNull();
  });

  it("takes an edit into the server that runs, and starts anew for what that reads only once", async () => {
    await open("edits");
    const { pid } = await see("edits", "/");
    const edited = { ...byHash(files("first")), "src/text.txt": { text: "second" } };
    expect(await open("edits", { files: edited })).toMatchObject({ warm: true });
    expect(await see("edits", "/")).toMatchObject({ pid, text: "second" });
    expect(await open("edits", { files: files("second", "two") })).toMatchObject({ warm: false });
    expect((await see("edits", "/")).text).toBe("second");
  });

  it("lets a WebSocket through", async () => {
    await open("sockets");
    const asked = httpRequest(`${builder.url}/previews/sockets/visit/hmr`, {
      headers: { authorization: `Bearer ${testSecret}`, connection: "Upgrade", upgrade: "websocket" },
    });
    const socket = await new Promise<Duplex>((resolve, reject) => {
      asked.once("upgrade", (_response, opened) => resolve(opened));
      asked.once("error", reject);
      asked.end();
    });
    socket.write("ping");
    const back = await new Promise<string>((resolve) =>
      socket.once("data", (data: Buffer) => resolve(data.toString())),
    );
    expect(back).toBe("ping");
    socket.destroy();
  });

  it("goes on when visitors leave in the middle", async () => {
    await open("leaves");
    const leaving = new AbortController();
    const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("half")) });
    const asked = visit("leaves", "/", { method: "POST", body, duplex: "half", signal: leaving.signal } as RequestInit);
    const upgrade = httpRequest(`${builder.url}/previews/leaves/visit/hmr`, {
      headers: { authorization: `Bearer ${testSecret}`, connection: "Upgrade", upgrade: "websocket" },
    });
    upgrade.on("error", () => {});
    upgrade.end();
    upgrade.destroy();
    leaving.abort();
    await expect(asked).rejects.toThrow();
    expect((await see("leaves", "/")).method).toBe("GET");
  });

  it("says so where nothing serves, and opens for nobody without the secret", async () => {
    const nowhere = await visit("nowhere", "/");
    expect([nowhere.status, nowhere.headers.get("x-nexus-builder")]).toEqual([410, "no-workspace"]);
    await open("secret");
    const refused = await visit("secret", "/", { headers: { authorization: "Bearer guess" } });
    expect(refused.status).toBe(401);
  });

  it("follows no link that an app put where its socket was", async () => {
    await open("steals");
    await visit("steals", "/steal");
    expect((await visit("steals", "/")).status).toBe(410);
  });

  it("tells why a dev server did not start", async () => {
    const broken = { ...serve, command: ["node", "missing.mjs"] };
    const result = await ask(request("broken", { files: files("x"), artefact: [], independent: [], serve: broken }));
    expect(result).toMatchObject({ outcome: "failed", error: expect.stringContaining("missing.mjs") });
  });
});
