// A deployment by webhook through the whole Worker: the message, the archive that it links to, the call back.
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { unzipSync } from "fflate";
import { eventually } from "../../../../tests/eventually.ts";
import { server, storeBuild } from "../../../preview/app.fixture.ts";
import { archiveLink, isArchiveKey } from "../../../deploy/webhook/links.ts";
import type { DeploymentView, DeploymentWithLog } from "../../schemas/deployments.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import {
  call,
  createProject,
  env,
  origin,
  read,
  readError,
  signUp,
  writeVersion,
  type SignedUp,
} from "../../test-client.ts";

const secret = `whsec_${btoa("a signing secret of thirty bytes")}`;
const hook = "https://hooks.example.com/nexusgen";
const app = "https://shop.example.com";
let ada: SignedUp;
let project: ProjectView;
/** What the receiver got, newest last. */
let got: {
  type: string;
  data: { archives: Record<string, string>; callbackUrl: string; version: { number: number } };
}[];

beforeAll(async () => {
  ada = await signUp();
});
beforeEach(async () => {
  project = await createProject(ada.accessToken);
  got = [];
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.href.startsWith(app)) return new Response("the app");
    if (url.href !== hook) return new Response("no such host", { status: 500 });
    got.push(JSON.parse(String(init?.body)) as (typeof got)[number]);
    return new Response(null, { status: 202 });
  });
  const account = { url: hook };
  const connections = `/api/v1/workspaces/${project.workspaceId}/connections`;
  const connected = await call(`${connections}/webhook`, {
    method: "PUT",
    token: ada.accessToken,
    body: { secret, account },
  });
  expect(await read(connected, 200)).toMatchObject({ login: "hooks.example.com", account });
  expect(got.map(({ type }) => type)).toEqual(["connection.tested"]);
  await read(await send("PUT", "environments/production", { provider: "webhook" }), 200);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const path = (rest: string) => `/api/v1/projects/${project.id}/${rest}`;
const send = (method: string, rest: string, body?: unknown) =>
  call(path(rest), { method, token: ada.accessToken, body });
const local = (url = "") => url.slice(origin.length);
const report = (body: unknown, url = got.at(-1)?.data.callbackUrl) => call(local(url), { method: "POST", body });

async function start(): Promise<string> {
  const artefactSha = await storeBuild({
    ...server("return new Response('one');"),
    "dist/client/index.html": "<h1>one</h1>",
  });
  const files = { "src/main.ts": "export {};" };
  const version = await writeVersion(project, { number: 1, files, artefactSha });
  const started = await read<DeploymentView>(
    await send("POST", "deployments", { environment: "production", version }),
    202,
  );
  await eventually(async () => expect(got).toHaveLength(2));
  return started.id;
}

const ended = (id: string) =>
  eventually(async () => {
    const deployment = await read<DeploymentWithLog>(
      await call(path(`deployments/${id}`), { token: ada.accessToken }),
      200,
    );
    expect(["ready", "failed"]).toContain(deployment.status);
    return deployment;
  });

describe("a deployment by webhook", () => {
  it("links to the code, and is live where the receiver says", async () => {
    const id = await start();
    const { archives = {} } = got.at(-1)?.data ?? {};
    const source = await call(local(archives["source"]));
    expect(source.headers.get("content-type")).toBe("application/zip");
    expect(Object.keys(unzipSync(new Uint8Array(await source.arrayBuffer())))).toEqual(["src/main.ts"]);
    const built = await call(local(archives["static"]));
    expect(Object.keys(unzipSync(new Uint8Array(await built.arrayBuffer())))).toContain("index.html");

    await readError(await report({ status: "ready" }), 400);
    await readError(await report({ status: "fine" }), 400);
    expect((await report({ status: "deploying" })).status).toBe(204);
    expect((await report({ status: "ready", url: app, id: "run-1" })).status).toBe(204);
    const done = await ended(id);
    expect(done).toMatchObject({ status: "ready", url: app, provider: "webhook" });
    expect(done.log.map(({ text }) => text)).toContain("Telling hooks.example.com what to deploy.");
    await readError(await report({ status: "failed" }), 409);
  });

  it("fails with the receiver's reason", async () => {
    const id = await start();
    await report({ status: "failed", error: "The disk is full." });
    expect((await ended(id)).error).toContain("The disk is full.");
  });

  it("opens its links for nobody who changes them, and archives for an hour alone", async () => {
    await start();
    const { archives = {}, callbackUrl = "" } = got.at(-1)?.data ?? {};
    const source = local(archives["source"]);
    await readError(await call(source.replace("/source/", "/static/")), 404);
    await readError(await call(source.replace(/.$/, (last) => (last === "A" ? "B" : "A"))), 404);
    await readError(await report({ status: "failed" }, callbackUrl.replace(/dep_./, "dep_x")), 404);
    const settings = { APP_ORIGIN: origin, AUTH_SECRET: env.AUTH_SECRET };
    const expires = Math.floor(Date.now() / 1_000) - 1;
    const archive = { projectId: project.id, versionId: "1", format: "source" as const, expires };
    const link = await archiveLink(settings, archive);
    expect(await isArchiveKey(env.AUTH_SECRET, archive, link.split("/").at(-1) ?? "")).toBe(false);
    await readError(await call(local(link)), 404);
  });

  it("refuses addresses that this platform does not call", async () => {
    const connections = `/api/v1/workspaces/${project.workspaceId}/connections/webhook`;
    for (const url of ["http://hooks.example.com", "https://localhost/hook", "https://10.0.0.1/hook", "ftp://x"]) {
      const body = { secret, account: { url } };
      await readError(await call(connections, { method: "PUT", token: ada.accessToken, body }), 400);
    }
    const body = { secret: "whsec_c2hvcnQ=", account: { url: hook } };
    const refused = await readError(await call(connections, { method: "PUT", token: ada.accessToken, body }), 400);
    expect(refused.details?.[0]?.message).toContain("24 to 64 bytes");
    expect(got.filter(({ type }) => type === "connection.tested")).toHaveLength(1);
  });
});
