// The live view with the real builder, and a dev server that needs no package.
import { describe, expect, it } from "vitest";
import { builderFor } from "../../jobs/builder.ts";
import { call, createProject, readError, signUp, writeVersion } from "../../api/test-client.ts";
import { cookieOf, createApp, env, gate, server, type TestApp } from "../app.fixture.ts";
import { liveWorkspace } from "./open-live.ts";

const manifest = { name: "notes", version: "1.0.0" };
const packages = {
  "package.json": JSON.stringify(manifest),
  "package-lock.json": JSON.stringify({ ...manifest, lockfileVersion: 3, packages: { "": manifest } }),
};
const program = `
  import { createHash } from "node:crypto";
  import { createServer } from "node:http";
  const server = createServer((request, response) => {
    if (request.url === "/api/seen") return response.end(JSON.stringify(request.headers));
    response.setHeader("content-type", "text/html");
    response.setHeader("x-nexus-app-error", "forged");
    response.setHeader("set-cookie", "a=1; Domain=localhost");
    response.end("<html><head></head><body>served</body></html>");
  });
  server.on("upgrade", (request, socket) => {
    const key = request.headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const accept = createHash("sha1").update(key).digest("base64");
    const protocol = request.headers["sec-websocket-protocol"];
    socket.write(["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
      "Sec-WebSocket-Accept: " + accept, ...(protocol ? ["Sec-WebSocket-Protocol: " + protocol] : []), "", ""].join("\\r\\n"));
    socket.write(Buffer.concat([Buffer.from([0x81, 5]), Buffer.from("hello")]));
  });
  server.listen(Number(process.argv[2]), "127.0.0.1");`;

async function serve({ projectId }: TestApp): Promise<void> {
  const texts = { ...packages, "dev.mjs": program };
  const result = await builderFor(env, projectId).preview({
    workspaceId: liveWorkspace(projectId),
    files: Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, { text }])),
    artefact: [],
    independent: [],
    known: [],
    serve: { command: ["node", "dev.mjs", "{port}"], host: "localhost", anew: [] },
  });
  expect(result).toMatchObject({ outcome: "built" });
}

describe("the live view", () => {
  it("shows what the dev server answers, before anything was built, within the walls of a preview", async () => {
    const app = await createApp(null);
    await serve(app);
    const headers = { accept: "text/html", "sec-fetch-dest": "iframe" };
    const page = await app.as("live").visit("/", { headers });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("/__nexus/frame/bridge.js")]);
    expect(page.headers.get("content-security-policy")).toContain(`frame-ancestors 'self' ${env.APP_ORIGIN}`);
    expect([page.headers.get("x-nexus-app-error"), page.headers.get("x-robots-tag")]).toEqual([null, "noindex"]);
    expect(page.headers.getSetCookie().join()).not.toContain("Domain");
    const asked = await app.as("live").visit("/api/seen", { headers: { authorization: "Bearer own", cookie: "b=2" } });
    const seen = await asked.json<Record<string, string>>();
    expect(seen).toMatchObject({
      host: `${app.label}--live.${env.PREVIEW_DOMAIN}`,
      authorization: "Bearer own",
      cookie: "b=2",
    });
    expect(JSON.stringify(seen)).not.toMatch(/x-nexus|nx_access/);
  });

  it("lets the dev server's WebSocket through, with its protocol", async () => {
    const app = await createApp(null);
    await serve(app);
    const headers = { upgrade: "websocket", "sec-websocket-protocol": "vite-hmr" };
    const response = await app.as("live").visit("/", { headers });
    expect([response.status, response.headers.get("sec-websocket-protocol")]).toEqual([101, "vite-hmr"]);
    const socket = response.webSocket;
    const said = new Promise((resolve) => socket?.addEventListener("message", ({ data }) => resolve(data)));
    socket?.accept();
    expect(await said).toBe("hello");
    socket?.close();
  });

  it("lets nobody in with the preview's access", async () => {
    const app = await createApp(server("return new Response('preview');"));
    await serve(app);
    const cookie = cookieOf(await gate(new Request(await app.link(), { redirect: "manual" })));
    expect((await app.as("live").knock("/", { headers: { cookie } })).status).toBe(401);
  });

  it("says so when no dev server runs", async () => {
    const app = await createApp(server("return new Response('preview');"));
    const page = await app.as("live").visit("/", { headers: { accept: "text/html" } });
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining("The dev server is not running")]);
  });

  it("is started by members alone, and tells them why it did not start", async () => {
    const { accessToken: token } = await signUp();
    const project = await createProject(token);
    await writeVersion(project, { number: 1, files: packages });
    const path = `/api/v1/projects/${project.id}/versions/1/live-preview`;
    const refused = await readError(await call(path, { method: "POST", token }), 409);
    expect(refused.message).toContain("vite");
    const stranger = await signUp();
    expect((await call(path, { method: "POST", token: stranger.accessToken })).status).toBe(404);
  });
});
