// From the preview to people: a version goes to production, one that breaks there is taken back by itself, and the code goes
// to GitHub as commits and as a pull request.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { App, Client } from "../platform/client.ts";
import { startPlatform, type Platform } from "../platform/start-platform.ts";
import { startNetlify, type StandInNetlify } from "../stand-ins/netlify/start-netlify.ts";
import { startGitHub, type StandInGitHub } from "../stand-ins/github/start-github.ts";

interface Deployment {
  id: string;
  status: string;
  error: string | null;
  trigger: string;
  versionNumber: number;
}

interface Push {
  id: string;
  status: string;
  error: string | null;
  url: string | null;
  repository: string;
}

let platform: Platform;
let github: StandInGitHub;
let netlify: StandInNetlify;
let client: Client;
let projectId: string;
let slug: string;

beforeAll(async () => {
  github = await startGitHub({ "ghp-of-ada": "ada" });
  netlify = await startNetlify("nfp-of-ada");
  platform = await startPlatform({ environment: { GITHUB_API_URL: github.url, NEXUSGEN_NETLIFY_URL: netlify.url } });
  client = await Client.register(platform.url);
  ({ id: projectId, slug } = await client.createProject("Stock"));
  const { id } = await client.generate(projectId, "An inventory tracker with products and suppliers");
  expect(await client.waitFor(id, ["complete"])).toMatchObject({ status: "complete" });
});
afterAll(async () => {
  await platform?.stop();
  await Promise.all([github?.close(), netlify?.close()]);
});

const path = (rest: string) => `/api/v1/projects/${projectId}/${rest}`;

/** Asks until it is so; the platform works meanwhile. */
async function until<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (isSo(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function deploy(body: unknown): Promise<Deployment> {
  const { status, body: started } = await client.call<Deployment>("POST", path("deployments"), body);
  expect(status, JSON.stringify(started)).toBe(202);
  const read = async () => (await client.call<Deployment>("GET", path(`deployments/${started.id}`))).body;
  return until(read, (deployment) => deployment.status === "ready" || deployment.status === "failed");
}

async function push(body: unknown): Promise<Push> {
  const { status, body: started } = await client.call<Push>("POST", path("github/pushes"), body);
  expect(status, JSON.stringify(started)).toBe(202);
  const read = async () => (await client.call<Push>("GET", path(`github/pushes/${started.id}`))).body;
  return until(read, (one) => one.status !== "pending" && one.status !== "pushing");
}

async function open(environment: string): Promise<App> {
  const { body } = await client.call<{ url: string }>("POST", path("preview-access"), { environment });
  return App.open(body.url);
}

async function edit(changes: { path: string; content: string }[]): Promise<number> {
  const { body, status } = await client.call<{ number: number }>("POST", path("versions"), { base: "latest", changes });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.number;
}

describe("a deployment", () => {
  it("brings the app to staging with records of its own, and from there to production", async () => {
    const staged = await deploy({ environment: "staging" });
    expect(staged).toMatchObject({ status: "ready", versionNumber: 1 });
    const staging = await open("staging");
    const product = { name: "Zebrano plank", sku: "ZEB-9", price: 12.5, stockQuantity: 4, reorderLevel: 6 };
    expect((await staging.call("POST", "/api/products", product)).status).toBe(201);
    expect(await deploy({ environment: "production", from: staged.id })).toMatchObject({ trigger: "promotion" });
    const production = await open("production");
    expect((await production.call("GET", "/")).text).toContain('<div id="root">');
    expect((await production.call("GET", "/api/products")).text).not.toContain("ZEB-9");
  });

  it("that breaks in production is taken back, with its variables, and stays open as a problem", async () => {
    const before = `import { createApp } from "./app.ts";\n\nconst app = createApp();\n\n`;
    const server = `export default {
  fetch(request: Request, env: Parameters<typeof app.fetch>[1]) {
    if (process.env["MAINTENANCE"] !== undefined) throw new Error("Nobody planned for maintenance");
    return app.fetch(request, env);
  },
};
`;
    // The app's types know no Node: what it reads is declared.
    const declared = `declare const process: { env: Record<string, string | undefined> };\n\n`;
    const number = await edit([{ path: "src/server/index.ts", content: before + declared + server }]);
    const { body: built } = await client.call<{ id: string }>("POST", path(`versions/${number}/build`), {});
    expect(await client.waitFor(built.id, ["complete"])).toMatchObject({ status: "complete" });
    const set = { MAINTENANCE: "1" };
    await client.call("PATCH", path("environments/production/variables"), { set });
    const failed = await deploy({ environment: "production" });
    expect(failed).toMatchObject({ status: "failed" });
    expect(failed.error).toContain("Nobody planned for maintenance");
    const list = async () =>
      (await client.call<{ items: Deployment[] }>("GET", path("deployments?environment=production"))).body.items;
    const [newest] = await until(list, ([first]) => first?.id !== failed.id);
    expect(newest).toMatchObject({ trigger: "recovery", status: "ready" });
    expect((await (await open("production")).call("GET", "/api/health")).status).toBe(200);
    const problems = await client.call("GET", path("problems"));
    expect(JSON.stringify(problems.body)).toContain("Nobody planned for maintenance");
  });
});

describe("an environment elsewhere", () => {
  it("gets the version at its own provider, which restores the one before when the new one does not answer", async () => {
    const { body: me } = await client.call<{ workspaceId: string }>("GET", `/api/v1/projects/${projectId}`);
    const connection = `/api/v1/workspaces/${me.workspaceId}/connections/netlify`;
    expect(await client.call("PUT", connection, { secret: "nfp-of-ada" })).toMatchObject({ body: { login: "Ada L" } });
    const at = { provider: "netlify", place: { site: "stock-of-ada" } };
    expect(await client.call("PUT", path("environments/staging"), at)).toMatchObject({ status: 200, body: at });
    expect(await deploy({ environment: "staging", version: "1" })).toMatchObject({ status: "ready", error: null });
    expect(netlify.read("stock-of-ada")["/index.html"]).toContain('<div id="root">');
    netlify.answerWith(500);
    const broken = await deploy({ environment: "staging" });
    expect(broken.error ?? "").toContain("answered with status 500");
    const restore = (call: string) => call.endsWith("/deploys/deploy-1/restore");
    await until(
      async () => netlify.calls,
      (calls) => calls.some(restore),
    );
  });
});

describe("a push to GitHub", () => {
  it("makes a private repository, then sends what changed, and asks to merge when somebody else was there", async () => {
    const { body: me } = await client.call<{ workspaceId: string }>("GET", `/api/v1/projects/${projectId}`);
    const connection = `/api/v1/workspaces/${me.workspaceId}/connections/github`;
    expect(await client.call("PUT", connection, { secret: "ghp-of-ada" })).toMatchObject({ body: { login: "ada" } });
    expect(await push({ version: "1" })).toMatchObject({ status: "done", repository: `${github.url}/ada/${slug}` });
    const name = `ada/${slug}`;
    expect(github.repositories.get(name)?.isPrivate).toBe(true);
    const source = await client.call<{ path: string }[]>("GET", path("versions/1/files"));
    expect(Object.keys(github.read(name)).toSorted()).toEqual(source.body.map((file) => file.path).toSorted());

    github.calls.length = 0;
    expect(await push({ version: "latest" })).toMatchObject({ status: "done" });
    expect(github.calls.filter((call) => call.endsWith("/git/blobs")).length).toBe(1);
    expect(github.read(name)["src/server/index.ts"]).toContain("MAINTENANCE");

    github.write(name, "main", "NOTES.md", "Mine.");
    const moved = await push({ version: "1" });
    expect(moved).toMatchObject({ status: "moved" });
    expect(moved.error).toContain("1 commit came to main");
    expect(github.read(name)["NOTES.md"]).toBe("Mine.");
    const asked = await push({ version: "1", kind: "pull-request" });
    expect(asked).toMatchObject({ status: "done", url: `${github.url}/ada/${slug}/pull/1` });
  });
});
