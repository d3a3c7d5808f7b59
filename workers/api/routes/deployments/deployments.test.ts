import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Envelope } from "#protocol/envelope.ts";
import { eventually } from "../../../../tests/eventually.ts";
import { cookieOf, gate, server, storeBuild } from "../../../preview/app.fixture.ts";
import { handleRequest } from "../../../handle-request.ts";
import { createExecutionContext } from "cloudflare:test";
import type { DeploymentView, DeploymentWithLog } from "../../schemas/deployments.ts";
import type { DomainView, EnvironmentsView, EnvironmentView, VariablesView } from "../../schemas/environments.ts";
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

let ada: SignedUp;
let bob: SignedUp;
let project: ProjectView;
let number = 0;

beforeAll(async () => {
  ada = await signUp();
  bob = await signUp();
});
beforeEach(async () => {
  project = await createProject(ada.accessToken);
  number = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const path = (rest: string) => `/api/v1/projects/${project.id}/${rest}`;
const get = async <T>(rest: string) => read<T>(await call(path(rest), { token: ada.accessToken }), 200);
const send = (method: string, rest: string, body?: unknown, token = ada.accessToken) =>
  call(path(rest), { method, token, body });

/** A green version whose server answers with these words. */
async function version(body: string): Promise<string> {
  number += 1;
  return writeVersion(project, { number, files: { "a.txt": body }, artefactSha: await storeBuild(server(body)) });
}

async function deploy(body: unknown): Promise<DeploymentWithLog> {
  const started = await read<DeploymentView>(await send("POST", "deployments", body), 202);
  expect(started.status).toBe("pending");
  return ended(started.id);
}

const ended = (id: string) =>
  eventually(async () => {
    const deployment = await get<DeploymentWithLog>(`deployments/${id}`);
    expect(["ready", "failed"]).toContain(deployment.status);
    return deployment;
  });

async function environment(name: string): Promise<EnvironmentView> {
  const { items } = await get<EnvironmentsView>("environments");
  const found = items.find((item) => item.environment === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

/** What a person sees who opens the address with access. */
async function open(name: string, page = "/"): Promise<string> {
  const access = await send("POST", "preview-access", { environment: name });
  const { url } = await read<{ url: string }>(access, 200);
  const cookie = cookieOf(await gate(new Request(url, { redirect: "manual" })));
  return (await gate(new Request(new URL(page, url), { headers: { cookie } }))).text();
}

const says = (text: string) => `return new Response(${JSON.stringify(text)});`;

describe("deploying", () => {
  it("shows the version at the environment's own address, with its log, its author and the events", async () => {
    const versionId = await version(says("one"));
    const done = await deploy({ environment: "staging", version: versionId });
    expect(done).toMatchObject({ status: "ready", environment: "staging", versionNumber: 1, trigger: "person" });
    expect(done.createdBy).toBe(ada.user.id);
    expect(done.healthyAt).not.toBeNull();
    expect(done.log.map(({ text }) => text).join("\n")).toContain("Version 1 goes to staging at NexusGen hosting.");
    expect(JSON.stringify(done.log)).not.toContain("nx_access");
    expect(await open("staging")).toBe("one");
    expect(await open("production")).toContain("after its first successful deployment");
    const { items } = await get<{ items: Envelope[] }>("events?after=0&limit=100");
    const told = items.filter(({ type }) => type === "deployment.updated").map(({ data }) => data);
    expect(told).toMatchObject([{ status: "pending" }, { status: "deploying" }, { status: "ready" }]);
    expect((await environment("staging")).current?.id).toBe(done.id);
  });

  it("promotes what staging serves, and goes back to what was before", async () => {
    await deploy({ environment: "production", version: await version(says("one")) });
    const staged = await deploy({ environment: "staging", version: await version(says("two")) });
    const promoted = await deploy({ environment: "production", from: staged.id });
    expect(promoted).toMatchObject({ trigger: "promotion", versionNumber: 2, sourceId: staged.id });
    expect(await open("production")).toBe("two");
    const { items } = await get<{ items: DeploymentView[] }>("deployments?environment=production");
    const first = items.at(-1);
    expect(await deploy({ environment: "production", from: first?.id })).toMatchObject({ trigger: "rollback" });
    expect(await open("production")).toBe("one");
  });

  it("never shows what fails its health check: it goes back, says why, and hands the failure to healing", async () => {
    const good = await deploy({ environment: "production", version: await version(says("good")) });
    const broken = await version(`throw new TypeError("prices is undefined");`);
    const failed = await deploy({ environment: "production", version: broken });
    expect(failed.status).toBe("failed");
    expect(failed.error).toContain("prices is undefined");
    const now = await eventually(async () => {
      const { current } = await environment("production");
      expect(current?.trigger).toBe("recovery");
      return current;
    });
    expect(now).toMatchObject({ sourceId: good.id, versionNumber: 1, status: "ready" });
    expect(await open("production")).toBe("good");
    const problems = await get<{ items: { environment: string; message: string }[] }>("problems");
    expect(problems.items).toMatchObject([{ environment: "production" }]);
    expect(JSON.stringify(problems)).toContain("prices is undefined");
  });

  it("refuses what was not built, what never was live, and a second one at the same time", async () => {
    number += 1;
    const draft = await writeVersion(project, { number, files: { "a.txt": "a" } });
    const refused = await readError(await send("POST", "deployments", { environment: "staging", version: draft }), 409);
    expect(refused.message).toBe("Version 1 was not built, so there is nothing to deploy.");
    const failed = await deploy({ environment: "staging", version: await version(`throw new Error("no");`) });
    await readError(await send("POST", "deployments", { environment: "production", from: failed.id }), 409);
    await readError(await send("POST", "deployments", { environment: "preview" }), 400);
    await readError(await send("POST", "deployments", { environment: "staging", from: "dep_x", version: "1" }), 400);
    await env.DB.prepare("UPDATE deployments SET status = 'deploying' WHERE id = ?").bind(failed.id).run();
    await readError(await send("POST", "deployments", { environment: "staging", version: "2" }), 409);
    const cancelled = await read<DeploymentView>(await send("POST", `deployments/${failed.id}/cancel`), 200);
    expect(cancelled.status).toBe("cancelled");
    await readError(await send("POST", `deployments/${failed.id}/cancel`), 409);
  });

  it("takes one of several that are asked for at the same moment", async () => {
    const versionId = await version(says("one"));
    const asked = await Promise.all(
      Array.from({ length: 4 }, () => send("POST", "deployments", { environment: "staging", version: versionId })),
    );
    expect(asked.map(({ status }) => status).toSorted()).toEqual([202, 409, 409, 409]);
    const { items } = await get<{ items: DeploymentView[] }>("deployments?environment=staging");
    expect(items).toHaveLength(1);
    const audited = await env.DB.prepare(
      "SELECT id FROM audit_log WHERE target_id = ? AND action = 'deployment.started'",
    )
      .bind(project.id)
      .all();
    expect(audited.results).toHaveLength(1);
    await ended(items[0]?.id ?? "");
  });

  it("is nobody else's", async () => {
    const done = await deploy({ environment: "staging", version: await version(says("one")) });
    for (const [method, rest, body] of [
      ["GET", "environments"],
      ["GET", `deployments/${done.id}`],
      ["POST", "deployments", { environment: "staging", version: "1" }],
      ["POST", `deployments/${done.id}/cancel`],
      ["PATCH", "environments/staging/variables", { set: { A: "b" } }],
      ["POST", "domains", { host: "app.example.com" }],
    ] as const)
      await readError(await send(method, rest, body, bob.accessToken), 404);
    const own = await createProject(bob.accessToken);
    const theirs = `/api/v1/projects/${own.id}/deployments`;
    await readError(await call(`${theirs}/${done.id}`, { token: bob.accessToken }), 404);
    const taken = { environment: "staging", from: done.id };
    await readError(await call(theirs, { method: "POST", token: bob.accessToken, body: taken }), 404);
  });

  it("has a badge for who knows its address", async () => {
    await deploy({ environment: "production", version: await version(says("one")) });
    const { badgeUrl } = await environment("production");
    const shown = await call(badgeUrl.slice(origin.length));
    expect(shown.headers.get("content-type")).toContain("image/svg+xml");
    expect(await shown.text()).toContain("production: v1 live");
    expect((await call(badgeUrl.slice(origin.length).replace(/.{6}\.svg$/, "aaaaaa.svg"))).status).toBe(404);
  });
});

describe("where an environment runs", () => {
  const put = (name: string, body: unknown, token = ada.accessToken) =>
    send("PUT", `environments/${name}`, body, token);

  it("needs the provider's account, and is nobody else's to say", async () => {
    const refused = await readError(await put("staging", { provider: "netlify", place: { site: "shop" } }), 409);
    expect(refused.message).toBe("Netlify is not connected. Connect it first.");
    await readError(await put("staging", { provider: "netlify", place: { port: "1" } }), 400);
    await readError(await put("staging", { provider: "netlify", place: { site: "no/such" } }), 400);
    await readError(await put("staging", { provider: "ftp" }), 400);
    await readError(await put("preview", { provider: "nexusgen" }), 400);
    await readError(await put("staging", { provider: "nexusgen" }, bob.accessToken), 404);
    expect(await read(await put("staging", { provider: "nexusgen" }), 200)).toMatchObject({ provider: "nexusgen" });
  });

  it("fails with a reason when the account is gone, and shows what its own place serves", async () => {
    await env.DB.prepare(
      "INSERT INTO project_environments (project_id, environment, provider, place, updated_by, updated_at) VALUES (?, 'staging', 'vercel', '{}', 'x', 'x')",
    )
      .bind(project.id)
      .run();
    const failed = await deploy({ environment: "staging", version: await version(says("one")) });
    expect(failed).toMatchObject({ status: "failed", provider: "vercel" });
    expect(failed.error).toContain("Vercel is not connected");
    expect(await environment("staging")).toMatchObject({ current: null, address: null });
  });
});

describe("environment variables", () => {
  const set = async (name: string, body: unknown) =>
    read<VariablesView>(await send("PATCH", `environments/${name}/variables`, body), 200);

  it("reach the app with the next deployment, of their own environment alone, and are never shown", async () => {
    const versionId = await version("return new Response(`${env.GREETING} ${process.env.GREETING}`);");
    await set("production", { set: { GREETING: "hello-secret", OTHER: "x" } });
    expect(await set("production", { remove: ["OTHER"] })).toMatchObject({ items: [{ name: "GREETING" }] });
    await deploy({ environment: "production", version: versionId });
    await deploy({ environment: "staging", version: versionId });
    expect(await open("production")).toBe("hello-secret hello-secret");
    expect(await open("staging")).toBe("undefined undefined");
    await set("production", { set: { GREETING: "goodbye" } });
    expect((await environment("production")).variablesWait).toBe(true);
    expect(await open("production")).toBe("hello-secret hello-secret");
    await deploy({ environment: "production", version: versionId });
    expect(await open("production")).toBe("goodbye goodbye");
    expect(JSON.stringify(await get("environments"))).not.toContain("goodbye");
    const rows = await env.DB.prepare("SELECT * FROM variable_sets").all();
    expect(JSON.stringify(rows)).not.toContain("goodbye");
  });

  it("come back with a rollback, and a change that breaks the app is taken back with them", async () => {
    const versionId = await version(`if (!env.KEY) throw new Error("KEY is missing"); return new Response(env.KEY);`);
    await set("production", { set: { KEY: "one" } });
    await deploy({ environment: "production", version: versionId });
    await set("production", { remove: ["KEY"] });
    const failed = await deploy({ environment: "production", version: versionId });
    expect(failed.error).toContain("KEY is missing");
    await eventually(async () => expect((await environment("production")).current?.trigger).toBe("recovery"));
    expect(await open("production")).toBe("one");
  });

  it("refuse names of the platform, names no shell takes, and callers who do not run the project", async () => {
    for (const name of ["DB", "NEXUS_DATABASE", "1ST", "A-B", "NODE_OPTIONS"])
      await readError(await send("PATCH", "environments/staging/variables", { set: { [name]: "x" } }), 400);
    await readError(await send("PATCH", "environments/staging/variables", {}), 400);
  });
});

describe("a domain", () => {
  const names = (answers: Record<string, string>) =>
    vi.stubGlobal("fetch", async (input: URL) => {
      const data = answers[input.searchParams.get("name") ?? ""];
      return Response.json({ Status: data ? 0 : 3, Answer: data ? [{ type: 16, data: `"${data}"` }] : [] });
    });
  const add = async (host: string) => read<DomainView>(await send("POST", "domains", { host }), 201);
  const verify = async (id: string) => read<DomainView>(await send("POST", `domains/${id}/verify`), 200);
  const visit = (host: string) =>
    handleRequest(new Request(`https://${host}/`), env, createExecutionContext()) as Promise<Response>;

  it("leads to the app once its TXT record proves it, and no longer when it is removed", async () => {
    await call(`/api/v1/projects/${project.id}`, {
      method: "PATCH",
      token: ada.accessToken,
      body: { visibility: "public" },
    });
    await deploy({ environment: "production", version: await version(says("mine")) });
    const domain = await add("Shop.Example.com.");
    expect(domain).toMatchObject({ host: "shop.example.com", status: "pending", environment: "production" });
    const [proof] = domain.records;
    expect(proof).toMatchObject({ type: "TXT", name: "_nexusgen.shop.example.com" });
    names({});
    expect((await verify(domain.id)).problem).toContain("There is no TXT record");
    names({ "_nexusgen.shop.example.com": "nexusgen-verify=other" });
    expect((await verify(domain.id)).problem).toContain("another value");
    names({ "_nexusgen.shop.example.com": proof?.value ?? "" });
    expect(await verify(domain.id)).toMatchObject({ status: "verified", problem: null });
    vi.unstubAllGlobals();
    expect(await (await visit("shop.example.com")).text()).toBe("mine");
    expect((await send("DELETE", `domains/${domain.id}`)).status).toBe(204);
    expect(await (await visit("shop.example.com")).text()).not.toBe("mine");
  });

  it("can be claimed by anyone and proved by one", async () => {
    const first = await add("one.example.org");
    const mine = project;
    names({ "_nexusgen.one.example.org": first.records[0]?.value ?? "" });
    await verify(first.id);
    project = await createProject(ada.accessToken);
    const second = await add("one.example.org");
    expect(second.records[0]?.value).not.toBe(first.records[0]?.value);
    names({ "_nexusgen.one.example.org": second.records[0]?.value ?? "" });
    await readError(await send("POST", `domains/${second.id}/verify`), 409);
    await readError(
      await call(`/api/v1/projects/${mine.id}/domains/${second.id}/verify`, { method: "POST", token: ada.accessToken }),
      404,
    );
  });

  it("is refused when it is the platform's own, an address or no name", async () => {
    for (const host of ["localhost", "10.0.0.1", "a b.com", "example", "x.localhost"])
      await readError(await send("POST", "domains", { host }), 400);
  });
});
