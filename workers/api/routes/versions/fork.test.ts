import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { eraseForgotten } from "../../../jobs/erase-forgotten.ts";
import type { PageOf } from "../../schemas/lists.ts";
import type { DeletedProjects, ProjectView } from "../../schemas/projects.ts";
import type { FileBlame, FileHistory, ListedVersion, VersionFiles, VersionView } from "../../schemas/versions.ts";
import { call, createProject, env, read, signUp, writeVersion, type SignedUp } from "../../test-client.ts";

let ada: SignedUp;
let bob: SignedUp;
let project: ProjectView;
let base: string;
const ids: string[] = [];

beforeAll(async () => {
  [ada, bob] = await Promise.all([signUp(), signUp()]);
  project = await createProject(ada.accessToken, { name: "Origin" });
  base = `/api/v1/projects/${project.id}`;
  const trees: { files: Record<string, string>; parent: number | null }[] = [
    { files: { "a.ts": "one\ntwo\n", "b.ts": "b" }, parent: null },
    { files: { "a.ts": "one\nTWO\n", "b.ts": "b" }, parent: 0 },
    // Beside the line that leads to the newest: an attempt that was given up.
    { files: { "a.ts": "broken", "b.ts": "b" }, parent: 1 },
    { files: { "a.ts": "zero\none\nTWO\n" }, parent: 1 },
  ];
  for (const [index, { files, parent }] of trees.entries()) {
    const parentId = parent === null ? {} : { parentId: ids[parent] ?? "" };
    ids.push(
      await writeVersion(project, {
        number: index + 1,
        files,
        ...parentId,
        ...(index === 3 && { artefactSha: "f".repeat(64) }),
      }),
    );
  }
});

const get = (path: string, user = ada) => call(path, { token: user.accessToken });
const post = (path: string, body: unknown = {}, user = ada) =>
  call(path, { method: "POST", token: user.accessToken, body });

describe("the history of a file", () => {
  it("names the versions that changed it, and what each did", async () => {
    const { items } = await read<FileHistory>(await get(`${base}/versions/latest/history/a.ts`), 200);
    expect(items.map(({ number, change }) => [number, change])).toEqual([
      [4, "modified"],
      [2, "modified"],
      [1, "added"],
    ]);
    const gone = await read<FileHistory>(await get(`${base}/versions/latest/history/b.ts`), 200);
    expect(gone.items.map(({ number, change }) => [number, change])).toEqual([
      [4, "deleted"],
      [1, "added"],
    ]);
  });

  it("says of each line which version it is from", async () => {
    const blame = await read<FileBlame>(await get(`${base}/versions/latest/blame/a.ts`), 200);
    const numbers = new Map(blame.versions.map(({ id, number }) => [id, number]));
    expect(blame.runs.map(({ lines, versionId }) => [lines, numbers.get(versionId)])).toEqual([
      [1, 4],
      [1, 1],
      [1, 2],
      [1, 1],
    ]);
    expect((await get(`${base}/versions/latest/blame/b.ts`)).status).toBe(404);
  });
});

describe("a fork", () => {
  it("has what led to its version, on its own, and says where it is from", async () => {
    const fork = await read<ProjectView>(await post(`${base}/versions/4/fork`, { name: "Second line" }), 201);
    expect(fork).toMatchObject({
      name: "Second line",
      slug: "second-line",
      status: "ready",
      forkedFrom: { projectId: project.id, number: 4 },
      workspaceId: project.workspaceId,
    });
    const at = `/api/v1/projects/${fork.id}`;
    const { items } = await read<PageOf<ListedVersion>>(await get(`${at}/versions`), 200);
    expect(items.map(({ number }) => number)).toEqual([4, 2, 1]);
    expect(items.map(({ id }) => id)).not.toContain(ids[3]);
    expect(items[0]?.parentId).toBe(items[1]?.id);
    const files = await read<VersionFiles>(await get(`${at}/versions/latest/files`), 200);
    expect(files.map(({ path }) => path)).toEqual(["a.ts"]);
    const edit = { base: "latest", changes: [{ path: "a.ts", content: "mine" }] };
    expect(await read<VersionView>(await post(`${at}/versions`, edit), 201)).toMatchObject({
      number: 5,
      source: "edit",
    });
    expect(await (await get(`${base}/versions/latest/files/a.ts`)).text()).toBe("zero\none\nTWO\n");
    const snapshot = await read<{ previewUrl: string | null }>(await get(`${at}/snapshot`), 200);
    expect(snapshot.previewUrl).toContain(fork.hostLabel);
  });

  it("of a viewer goes to a workspace of theirs", async () => {
    await env.DB.prepare(
      "INSERT INTO project_members (project_id, user_id, role, created_at) VALUES (?, ?, 'viewer', ?)",
    )
      .bind(project.id, bob.user.id, new Date().toISOString())
      .run();
    const fork = await read<ProjectView>(await post(`${base}/versions/1/fork`, {}, bob), 201);
    expect(fork).toMatchObject({ name: "Origin (fork)", role: "admin", currentVersionId: null });
    expect(fork.workspaceId).not.toBe(project.workspaceId);
    const elsewhere = await post(`${base}/versions/1/fork`, { workspaceId: project.workspaceId }, bob);
    expect(elsewhere.status).toBe(404);
    await env.DB.prepare("DELETE FROM project_members WHERE user_id = ? AND project_id = ?")
      .bind(bob.user.id, project.id)
      .run();
  });
});

describe("a deleted project", () => {
  it("comes back to whoever ran it, under another address when its name was taken", async () => {
    const lost = await createProject(ada.accessToken, { name: "Lost" });
    await writeVersion(lost, { number: 1, files: { "a.ts": "1" } });
    expect((await call(`/api/v1/projects/${lost.id}`, { method: "DELETE", token: ada.accessToken })).status).toBe(204);
    const twin = await createProject(ada.accessToken, { name: "Lost" });
    expect(twin.slug).toBe("lost");

    const list = async (user: SignedUp) =>
      (await read<DeletedProjects>(await get("/api/v1/deleted-projects", user), 200)).items.map(({ id }) => id);
    expect(await list(ada)).toContain(lost.id);
    expect(await list(bob)).toEqual([]);
    const restore = `/api/v1/deleted-projects/${lost.id}/restore`;
    expect((await post(restore, undefined, bob)).status).toBe(404);

    const back = await read<ProjectView>(await post(restore), 200);
    expect(back.slug).toMatch(/^lost-\w+$/);
    expect(await (await get(`/api/v1/projects/${lost.id}/versions/1/files/a.ts`)).text()).toBe("1");
    expect(await list(ada)).not.toContain(lost.id);
    expect((await post(restore)).status).toBe(404);
  });

  it("stays gone after thirty days, and is erased", async () => {
    const lost = await createProject(ada.accessToken, { name: "Forgotten" });
    await writeVersion(lost, { number: 1, files: { "a.ts": "1" } });
    await call(`/api/v1/projects/${lost.id}`, { method: "DELETE", token: ada.accessToken });
    await env.DB.prepare("UPDATE projects SET deleted_at = '2020-01-01T00:00:00.000Z' WHERE id = ?")
      .bind(lost.id)
      .run();
    expect((await post(`/api/v1/deleted-projects/${lost.id}/restore`)).status).toBe(404);
    await eraseForgotten(env, openDatabase(env.DB));
    for (const table of ["projects WHERE id", "project_versions WHERE project_id"]) {
      const left = await env.DB.prepare(`SELECT count(*) AS n FROM ${table} = ?`).bind(lost.id).first<{ n: number }>();
      expect(left?.n, table).toBe(0);
    }
  });
});
