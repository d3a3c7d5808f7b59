// What the API decides about pushes; the pushes themselves are tested against a stand-in of GitHub.
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { eventually } from "../../../../tests/eventually.ts";
import type { ConnectionsView, ConnectionView } from "../../schemas/connections.ts";
import type { GitHubView, PushView } from "../../schemas/github.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import { call, createProject, env, read, readError, signUp, writeVersion, type SignedUp } from "../../test-client.ts";

const secret = "ghp_a-secret-token-that-ends-in-wxyz";
let ada: SignedUp;
let bob: SignedUp;
let project: ProjectView;

beforeAll(async () => {
  ada = await signUp();
  bob = await signUp();
});
beforeEach(async () => {
  project = await createProject(ada.accessToken);
  await writeVersion(project, { number: 1, files: { "a.txt": "a" } });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await env.DB.prepare("DELETE FROM connections").run();
});

/** A GitHub that knows one token, and says no to everything else. */
const answer = () =>
  vi.stubGlobal("fetch", async (input: RequestInfo, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    const known = headers.get("authorization")?.endsWith(secret) === true;
    if (!known) return Response.json({ message: "Bad credentials" }, { status: 401 });
    return String(input).endsWith("/user")
      ? Response.json({ login: "ada-l" })
      : Response.json({ message: "Resource not accessible by personal access token" }, { status: 403 });
  });

const connections = () => `/api/v1/workspaces/${project.workspaceId}/connections`;
const put = (body: unknown, token = ada.accessToken) => call(`${connections()}/github`, { method: "PUT", token, body });
const path = (rest: string) => `/api/v1/projects/${project.id}/${rest}`;
const push = (body: unknown, token = ada.accessToken) => call(path("github/pushes"), { method: "POST", token, body });

describe("a connection", () => {
  it("is tried before it is stored, kept sealed, and shown without its secret", async () => {
    answer();
    const refused = await readError(await put({ secret: "wrong" }), 400);
    expect(refused.details?.[0]?.message).toContain("GitHub does not accept the token");
    expect(await read(await put({ secret }), 200)).toMatchObject({ login: "ada-l", lastSigns: "wxyz" });
    const listed = await read<ConnectionsView>(await call(connections(), { token: ada.accessToken }), 200);
    expect(listed.items).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain("secret-token");
    expect(JSON.stringify(await env.DB.prepare("SELECT * FROM connections").all())).not.toContain("secret-token");
    await readError(await call(connections(), { token: bob.accessToken }), 404);
    await readError(await put({ secret }, bob.accessToken), 404);
    const removed = await call(`${connections()}/github`, { method: "DELETE", token: ada.accessToken });
    expect(removed.status).toBe(204);
    await readError(await put({ secret, account: { url: "x" } }), 400);
  });

  it("is tried again when asked, says since when it does not work, and is nobody else's to try", async () => {
    const test = (token = ada.accessToken) => call(`${connections()}/github/test`, { method: "POST", token });
    await readError(await test(), 404);
    answer();
    const stored = await read<ConnectionView>(await put({ secret }), 200);
    expect(stored).toMatchObject({ testProblem: null, usedAt: null });
    expect(stored.testedAt).not.toBeNull();
    vi.stubGlobal("fetch", async () => Response.json({ message: "Bad credentials" }, { status: 401 }));
    const tested = await read<ConnectionView>(await test(), 200);
    expect(tested.testProblem).toContain("GitHub does not accept the token");
    vi.stubGlobal("fetch", async () => Response.json({ message: "Down" }, { status: 503 }));
    expect((await readError(await test(), 409)).message).toContain("could not be reached");
    answer();
    expect(await read(await test(), 200)).toMatchObject({ testProblem: null, login: "ada-l" });
    await readError(await test(bob.accessToken), 404);
  });
});

describe("a push", () => {
  it("needs a connection, and names the repository it goes to at once", async () => {
    const refused = await readError(await push({}), 409);
    expect(refused.message).toContain("GitHub is not connected");
    answer();
    await read(await put({ secret }), 200);
    const asked = await read<PushView>(await push({ kind: "pull-request" }), 202);
    expect(asked).toMatchObject({
      repository: `https://github.com/ada-l/${project.slug}`,
      branch: "nexusgen/v1",
      status: "pending",
    });
    await eventually(async () => {
      const ended = await read<PushView>(
        await call(path(`github/pushes/${asked.id}`), { token: ada.accessToken }),
        200,
      );
      expect(ended).toMatchObject({ status: "failed", error: expect.stringContaining("The token may not do this") });
    });
    const listed = await read<ConnectionsView>(await call(connections(), { token: ada.accessToken }), 200);
    expect(listed.items[0]?.usedAt).not.toBeNull();
    const view = await read<GitHubView>(await call(path("github"), { token: ada.accessToken }), 200);
    expect(view).toMatchObject({ login: "ada-l", repository: null, pushes: [{ id: asked.id }] });
  });

  it("is what the export to GitHub asks for", async () => {
    answer();
    await read(await put({ secret }), 200);
    const exported = await call(path("export?format=github"), { token: ada.accessToken });
    expect(await read(exported, 202)).toMatchObject({ repository: `https://github.com/ada-l/${project.slug}` });
  });

  it("takes no names that git or GitHub would not", async () => {
    for (const body of [
      { repository: "a/b/c" },
      { repository: "a b" },
      { branch: "a..b" },
      { branch: "-x" },
      { branch: "x.lock" },
    ])
      await readError(await push(body), 400);
  });
});
