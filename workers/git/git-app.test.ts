import { exports as workerExports } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import type { ApiTokensView, CreatedApiToken } from "../api/schemas/api-tokens.ts";
import type { PageOf } from "../api/schemas/lists.ts";
import type { ProjectView } from "../api/schemas/projects.ts";
import type { VersionView } from "../api/schemas/versions.ts";
import type { WorkspaceView } from "../api/schemas/workspaces.ts";
import { call, createProject, env, read, readError, signUp, writeVersion, type SignedUp } from "../api/test-client.ts";
import { concat, decodeTree, encodeCommit, encodeTree, hashObject, type GitObject } from "./objects.ts";
import { readPack, writePack } from "./pack.ts";
import { decodePackets, encodePackets, packetText } from "./pkt-line.ts";

let ada: SignedUp;
let bob: SignedUp;
let project: ProjectView;
let repository: string;

const tokens = "/api/v1/users/me/tokens";
const makeToken = async (user: SignedUp, scope: "read" | "write") =>
  read<CreatedApiToken>(
    await call(tokens, { method: "POST", token: user.accessToken, body: { name: "laptop", scope, expiresInDays: 7 } }),
    201,
  );
const basic = (token: string) => ({ authorization: `Basic ${btoa(`git:${token}`)}` });
const refs = (service: string, token?: string) =>
  call(`${repository}/info/refs?service=git-${service}`, token === undefined ? {} : { headers: basic(token) });

beforeAll(async () => {
  [ada, bob] = await Promise.all([signUp(), signUp()]);
  project = await createProject(ada.accessToken);
  const { items } = await read<PageOf<WorkspaceView>>(
    await call("/api/v1/workspaces", { token: ada.accessToken }),
    200,
  );
  const slug = items.find(({ id }) => id === project.workspaceId)?.slug;
  repository = `/git/${slug}/${project.slug}.git`;
  await writeVersion(project, { number: 1, files: { "README.md": "# Hi\n", "src/a.ts": "1\n" } });
});

describe("API tokens", () => {
  it("are shown once, act for their owner within their scope, and end when they are revoked", async () => {
    const { token, id, ...made } = await makeToken(ada, "read");
    expect(made).toMatchObject({ name: "laptop", scope: "read", lastCharacters: token.slice(-4), lastUsedAt: null });
    const listed = await read<ApiTokensView>(await call(tokens, { token: ada.accessToken }), 200);
    expect(listed.items.map((item) => item.id)).toContain(id);
    expect(JSON.stringify(listed)).not.toContain(token);
    expect(JSON.stringify((await env.DB.prepare("SELECT * FROM api_tokens").all()).results)).not.toContain(token);

    expect((await call(`/api/v1/projects/${project.id}`, { token })).status).toBe(200);
    const patch = { method: "PATCH", token, body: { name: "Other" } };
    expect((await readError(await call(`/api/v1/projects/${project.id}`, patch), 403)).message).toContain("only read");
    expect((await call(`${tokens}/${id}`, { method: "DELETE", token: bob.accessToken })).status).toBe(404);
    expect((await call(`${tokens}/${id}`, { method: "DELETE", token: ada.accessToken })).status).toBe(204);
    expect((await call(`/api/v1/projects/${project.id}`, { token })).status).toBe(401);
  });

  it("cannot make or revoke tokens", async () => {
    const { token, id } = await makeToken(ada, "write");
    const body = { name: "another", scope: "write" };
    expect((await call(tokens, { method: "POST", token, body })).status).toBe(403);
    expect((await call(`${tokens}/${id}`, { method: "DELETE", token })).status).toBe(403);
  });

  it("stop working when they have expired", async () => {
    const { token, id } = await makeToken(ada, "read");
    await env.DB.prepare("UPDATE api_tokens SET expires_at = '2020-01-01T00:00:00.000Z' WHERE id = ?").bind(id).run();
    expect((await call(`/api/v1/projects/${project.id}`, { token })).status).toBe(401);
  });
});

describe("a repository", () => {
  it("asks for a password, and is not there for others", async () => {
    const anonymous = await refs("upload-pack");
    expect([anonymous.status, anonymous.headers.get("www-authenticate")]).toEqual([
      401,
      'Basic realm="NexusGen", charset="UTF-8"',
    ]);
    expect((await refs("upload-pack", "nxg_wrong")).status).toBe(401);
    const stranger = await makeToken(bob, "write");
    for (const service of ["upload-pack", "receive-pack"])
      expect((await refs(service, stranger.token)).status).toBe(404);
    const post = { method: "POST", headers: basic(stranger.token) };
    for (const service of ["upload-pack", "receive-pack"])
      expect((await call(`${repository}/git-${service}`, post)).status).toBe(404);
  });

  it("takes no push from a token that may only read, or from a viewer", async () => {
    const reader = await makeToken(ada, "read");
    expect((await refs("upload-pack", reader.token)).status).toBe(200);
    expect((await refs("receive-pack", reader.token)).status).toBe(403);
    await env.DB.prepare(
      "INSERT INTO project_members (project_id, user_id, role, created_at) VALUES (?, ?, 'viewer', ?)",
    )
      .bind(project.id, bob.user.id, new Date().toISOString())
      .run();
    const viewer = await makeToken(bob, "write");
    expect((await refs("upload-pack", viewer.token)).status).toBe(200);
    expect((await refs("receive-pack", viewer.token)).status).toBe(403);
    await env.DB.prepare("DELETE FROM project_members WHERE user_id = ?").bind(bob.user.id).run();
  });

  it("gives its versions as commits, the same ones every time", async () => {
    const { token } = await makeToken(ada, "read");
    const head = await headOf(token);
    const pack = await fetchAll(token, head);
    const commit = await pack.read(head);
    expect(new TextDecoder().decode(commit?.bytes)).toContain("\n\nVersion 1\n");
    await env.DB.prepare("UPDATE project_versions SET commit_sha = NULL WHERE project_id = ?").bind(project.id).run();
    expect(await headOf(token)).toBe(head);
  });

  it("makes versions of what is pushed, and refuses what would lose one", async () => {
    const { token } = await makeToken(ada, "write");
    const old = await headOf(token);
    const one = await commitOn(token, old, "Say hello\n\nAt length.", "hello\n");
    expect(await push(token, old, one.oid, one.objects)).toEqual(["unpack ok", "ok refs/heads/main"]);
    expect(await headOf(token)).toBe(one.oid);
    const latest = await read<VersionView>(
      await call(`/api/v1/projects/${project.id}/versions/latest`, { token: ada.accessToken }),
      200,
    );
    expect(latest).toMatchObject({ number: 2, message: "Say hello", status: "draft", createdBy: ada.user.id });
    const file = await call(`/api/v1/projects/${project.id}/versions/2/files/hello.txt`, { token: ada.accessToken });
    expect(await file.text()).toBe("hello\n");

    const two = await commitOn(token, old, "Beside it", "other\n");
    expect(await push(token, old, two.oid, two.objects)).toEqual(["unpack ok", "ng refs/heads/main fetch first"]);
    expect(await push(token, one.oid, two.oid, two.objects)).toEqual([
      "unpack ok",
      "ng refs/heads/main non-fast-forward",
    ]);
    expect(await headOf(token)).toBe(one.oid);
  });

  it.each([
    { title: "a link", mode: "120000", name: "link" },
    { title: "a submodule", mode: "160000", name: "sub" },
    { title: "a file out of the project", mode: "100644", name: ".." },
  ])("refuses $title", async ({ mode, name }) => {
    const { token } = await makeToken(ada, "write");
    const old = await headOf(token);
    const { oid, objects } = await commitOn(token, old, "Odd", "x", { mode, name });
    const [, answer] = await push(token, old, oid, objects);
    expect(answer).toMatch(/^ng refs\/heads\/main /);
    expect(await headOf(token)).toBe(old);
  });
});

async function headOf(token: string): Promise<string> {
  const bytes = new Uint8Array(await (await refs("upload-pack", token)).arrayBuffer());
  const lines = decodePackets(bytes).packets.map(packetText);
  return lines.find((line) => line.endsWith(" refs/heads/main"))?.slice(0, 40) ?? "";
}

async function fetchAll(token: string, want: string) {
  const body = encodePackets([`want ${want}\n`, "flush", "done\n"]);
  const response = await post("git-upload-pack", token, body);
  const { rest } = decodePackets(response.slice(0, 8));
  expect(packetText(decodePackets(response.slice(0, 8)).packets[0] ?? "flush")).toBe("NAK");
  return readPack(concat([rest, response.slice(8)]), 1_000);
}

/** A commit on top of `parent` with one more file. */
async function commitOn(
  token: string,
  parent: string,
  message: string,
  text: string,
  odd?: { mode: string; name: string },
) {
  const pack = await fetchAll(token, await headOf(token));
  const commit = await pack.read(parent);
  const tree = /^tree (\w{40})/.exec(new TextDecoder().decode(commit?.bytes))?.[1] ?? "";
  const entries = decodeTree((await pack.read(tree))?.bytes ?? new Uint8Array());
  const blob: GitObject = { type: "blob", bytes: new TextEncoder().encode(text) as Uint8Array<ArrayBuffer> };
  const { mode, name } = odd ?? { mode: "100644", name: "hello.txt" };
  const next: GitObject = {
    type: "tree",
    bytes: encodeTree([...entries.filter((entry) => entry.name !== name), { mode, name, oid: await hashObject(blob) }]),
  };
  const person = { name: "Ada", email: "ada@example.com", at: "2026-11-21T10:00:00.000Z" };
  const made: GitObject = {
    type: "commit",
    bytes: encodeCommit({
      tree: await hashObject(next),
      parents: [parent],
      author: person,
      committer: person,
      message,
    }),
  };
  return { oid: await hashObject(made), objects: [blob, next, made] };
}

async function push(token: string, old: string, wanted: string, objects: GitObject[]): Promise<string[]> {
  const command = encodePackets([`${old} ${wanted} refs/heads/main\0report-status`, "flush"]);
  const answer = await post("git-receive-pack", token, concat([command, await writePack(objects)]));
  return decodePackets(answer)
    .packets.filter((packet) => packet !== "flush")
    .map(packetText);
}

async function post(service: string, token: string, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { default: worker } = workerExports as unknown as { default: Fetcher };
  const response = await worker.fetch(`http://localhost:8787${repository}/${service}`, {
    method: "POST",
    headers: basic(token),
    body,
  });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}
