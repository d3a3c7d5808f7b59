import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { generations } from "#db/schema/index.ts";
import { call, createProject, env, read, readError, signUp, type SignedUp } from "../../test-client.ts";
import type { PageOf } from "../../schemas/lists.ts";
import type { ListedProjectView, ProjectView } from "../../schemas/projects.ts";

let ada: SignedUp;
beforeAll(async () => {
  ada = await signUp();
});

const list = async (query: string, token = ada.accessToken) =>
  read<PageOf<ListedProjectView>>(await call(`/api/v1/projects${query}`, { token }), 200);

describe("creating a project", () => {
  it("puts it into the personal workspace as a draft of the edge stack", async () => {
    const project = await createProject(ada.accessToken, { name: "Café Ünïcode & Co!", description: "Orders" });
    expect(project).toMatchObject({
      name: "Café Ünïcode & Co!",
      slug: "cafe-unicode-co",
      description: "Orders",
      status: "draft",
      stack: "edge",
      visibility: "private",
      role: "admin",
      currentVersionId: null,
      createdBy: ada.user.id,
    });
    expect(project.id).toMatch(/^prj_[0-9a-z]{26}$/);
    expect(project.hostLabel).toMatch(/^cafe-unicode-co-[0-9a-z]{10}$/);
    expect(new Date(project.createdAt).toISOString()).toBe(project.createdAt);
  });

  it("gives a second project of the same name another slug and another host", async () => {
    const first = await createProject(ada.accessToken, { name: "Same" });
    const second = await createProject(ada.accessToken, { name: "Same" });
    expect(second.slug).toMatch(/^same-[0-9a-z]+$/);
    expect(second.hostLabel).not.toBe(first.hostLabel);
  });

  it.each([{ name: "在庫" }, { name: "!!!" }])("finds a slug for $name", async ({ name }) => {
    expect((await createProject(ada.accessToken, { name })).slug).toMatch(/^app(-|$)/);
  });

  it("keeps the host label within a DNS label, whatever the name", async () => {
    const { hostLabel } = await createProject(ada.accessToken, { name: "w".repeat(80) });
    expect(hostLabel.length).toBeLessThanOrEqual(50);
  });

  it.each([
    { what: "no name", body: {}, field: "name" },
    { what: "an empty name", body: { name: "  " }, field: "name" },
    { what: "an unknown stack", body: { name: "A", stack: "rails" }, field: "stack" },
    { what: "an unknown field", body: { name: "A", owner: "me" }, field: "owner" },
  ])("refuses $what", async ({ body, field }) => {
    const error = await readError(
      await call("/api/v1/projects", { method: "POST", token: ada.accessToken, body }),
      400,
    );
    expect(error.code).toBe("VALIDATION_ERROR");
    expect(error.message).toContain(field);
  });

  it("does not find a workspace the user is not in", async () => {
    const other = await createProject((await signUp()).accessToken);
    const body = { name: "A", workspaceId: other.workspaceId };
    const error = await readError(
      await call("/api/v1/projects", { method: "POST", token: ada.accessToken, body }),
      404,
    );
    expect(error.code).toBe("NOT_FOUND_ERROR");
  });
});

describe("listing projects", () => {
  it("pages through all of them, newest first, each once", async () => {
    const { accessToken } = await signUp();
    const made: string[] = [];
    for (let number = 1; number <= 5; number++)
      made.push((await createProject(accessToken, { name: `P${number}` })).id);
    const seen: string[] = [];
    let query = "?limit=2";
    for (let pages = 0; pages < 3; pages++) {
      const page = await list(query, accessToken);
      seen.push(...page.items.map(({ id }) => id));
      expect(page.nextCursor === null).toBe(pages === 2);
      query = `?limit=2&cursor=${page.nextCursor}`;
    }
    expect(seen.toSorted()).toEqual(made.toSorted());
    expect(seen).toEqual(seen.toSorted().toReversed());
  });

  it("says where the newest run of each is, so that one that waits can be seen", async () => {
    const { accessToken, user } = await signUp();
    const waiting = await createProject(accessToken, { name: "Waits" });
    const fresh = await createProject(accessToken, { name: "Fresh" });
    const run = (id: string, status: "complete" | "awaiting_approval") => ({
      id,
      status,
      projectId: waiting.id,
      prompt: "Boats",
      mode: "supervised" as const,
      provider: "builtin" as const,
      stack: "edge" as const,
      startedAt: new Date().toISOString(),
      createdBy: user.id,
    });
    const [before, newest] = [newId("generation"), newId("generation")].toSorted();
    await openDatabase(env.DB)
      .insert(generations)
      .values([run(before ?? "", "complete"), run(newest ?? "", "awaiting_approval")]);
    const { items } = await list("", accessToken);
    expect(items.map(({ id, generationStatus }) => [id, generationStatus]).toSorted()).toEqual(
      [
        [waiting.id, "awaiting_approval"],
        [fresh.id, null],
      ].toSorted(),
    );
  });

  it("finds by a part of the name, taking wildcards literally", async () => {
    const { accessToken } = await signUp();
    await createProject(accessToken, { name: "100% cotton" });
    await createProject(accessToken, { name: "100 wool" });
    expect((await list("?search=100%25", accessToken)).items.map(({ name }) => name)).toEqual(["100% cotton"]);
    expect((await list("?search=WOOL", accessToken)).items).toHaveLength(1);
    expect((await list("?search=silk", accessToken)).items).toHaveLength(0);
  });

  it.each(["0", "101", "ten", "1.5"])("refuses a limit of %s", async (limit) => {
    const response = await call(`/api/v1/projects?limit=${limit}`, { token: ada.accessToken });
    expect(await readError(response, 400)).toMatchObject({ code: "VALIDATION_ERROR" });
  });
});

describe("changing a project", () => {
  const patch = (id: string, body: unknown, token = ada.accessToken) =>
    call(`/api/v1/projects/${id}`, { method: "PATCH", token, body });

  it("changes what is named and leaves the rest", async () => {
    const project = await createProject(ada.accessToken, { description: "Before" });
    const changed = await read<ProjectView>(
      await patch(project.id, { name: "Renamed", settings: { mode: "supervised" } }),
      200,
    );
    expect(changed).toMatchObject({
      name: "Renamed",
      description: "Before",
      slug: project.slug,
      settings: { mode: "supervised" },
    });
    expect(await read(await call(`/api/v1/projects/${project.id}`, { token: ada.accessToken }), 200)).toEqual(changed);
  });

  it("archives and brings back", async () => {
    const { id } = await createProject(ada.accessToken);
    expect(await read(await patch(id, { archived: true }), 200)).toMatchObject({ status: "archived" });
    const body = { projectId: id, prompt: "A list of things" };
    const start = await call("/api/v1/generations", { method: "POST", token: ada.accessToken, body });
    expect(await readError(start, 409)).toMatchObject({ code: "CONFLICT" });
    expect(await read(await patch(id, { archived: false }), 200)).toMatchObject({ status: "draft" });
  });

  it.each([
    { what: "an id", body: { id: "prj_x" }, field: "id" },
    { what: "a nested unknown field", body: { settings: { colour: "red" } }, field: "settings.colour" },
  ])("refuses $what", async ({ body, field }) => {
    const { id } = await createProject(ada.accessToken);
    expect((await readError(await patch(id, body), 400)).details?.[0]?.path).toBe(field);
  });
});

describe("deleting a project", () => {
  it("hides it, frees its slug and leaves an audit row", async () => {
    const { accessToken, user } = await signUp();
    const { id, slug } = await createProject(accessToken, { name: "Gone" });
    expect((await call(`/api/v1/projects/${id}`, { method: "DELETE", token: accessToken })).status).toBe(204);
    expect((await call(`/api/v1/projects/${id}`, { token: accessToken })).status).toBe(404);
    expect((await call(`/api/v1/projects/${id}`, { method: "DELETE", token: accessToken })).status).toBe(404);
    expect((await list("", accessToken)).items).toEqual([]);
    expect((await createProject(accessToken, { name: "Gone" })).slug).toBe(slug);
    const row = await env.DB.prepare(
      "SELECT target_id FROM audit_log WHERE action = 'project.deleted' AND actor_id = ?",
    )
      .bind(user.id)
      .first();
    expect(row).toEqual({ target_id: id });
  });
});

describe("roles", () => {
  const setWorkspaceRole = (workspaceId: string, userId: string, role: string) =>
    env.DB.prepare(
      "INSERT OR REPLACE INTO workspace_members (workspace_id, user_id, role, created_at) VALUES (?, ?, ?, '')",
    )
      .bind(workspaceId, userId, role)
      .run();
  const statusOf = async (id: string, token: string, method = "GET", body?: unknown) =>
    (await call(`/api/v1/projects/${id}`, { method, token, body })).status;

  it("show a private project to the workspace's admins, and to no other of its members", async () => {
    const bob = await signUp();
    const project = await createProject(ada.accessToken);
    await setWorkspaceRole(project.workspaceId, bob.user.id, "member");
    expect(await statusOf(project.id, bob.accessToken)).toBe(404);
    expect((await list("", bob.accessToken)).items).toEqual([]);
    await setWorkspaceRole(project.workspaceId, bob.user.id, "admin");
    expect(await statusOf(project.id, bob.accessToken)).toBe(200);
    expect((await list("", bob.accessToken)).items.length).toBeGreaterThan(0);
  });

  it("let a viewer look, and say why changing is refused", async () => {
    const carol = await signUp();
    const project = await createProject(ada.accessToken);
    await env.DB.prepare(
      "INSERT INTO project_members (project_id, user_id, role, created_at) VALUES (?, ?, 'viewer', '')",
    )
      .bind(project.id, carol.user.id)
      .run();
    expect(await statusOf(project.id, carol.accessToken)).toBe(200);
    expect(await statusOf(project.id, carol.accessToken, "PATCH", { name: "Mine" })).toBe(403);
    expect(await statusOf(project.id, carol.accessToken, "DELETE")).toBe(403);
    const body = { projectId: project.id, prompt: "Take over" };
    const start = await call("/api/v1/generations", { method: "POST", token: carol.accessToken, body });
    expect(await readError(start, 403)).toMatchObject({ code: "AUTHORIZATION_ERROR" });
    expect((await list("", carol.accessToken)).items.map(({ id, role }) => ({ id, role }))).toEqual([
      { id: project.id, role: "viewer" },
    ]);
  });

  it("open a team project to the whole workspace, each with their role", async () => {
    const dave = await signUp();
    const project = await createProject(ada.accessToken);
    await setWorkspaceRole(project.workspaceId, dave.user.id, "viewer");
    await call(`/api/v1/projects/${project.id}`, {
      method: "PATCH",
      token: ada.accessToken,
      body: { visibility: "team" },
    });
    expect(await statusOf(project.id, dave.accessToken)).toBe(200);
    expect(await statusOf(project.id, dave.accessToken, "PATCH", { name: "Mine" })).toBe(403);
  });

  it("keep the source of a public project from strangers", async () => {
    const eve = await signUp();
    const project = await createProject(ada.accessToken);
    await call(`/api/v1/projects/${project.id}`, {
      method: "PATCH",
      token: ada.accessToken,
      body: { visibility: "public" },
    });
    expect(await statusOf(project.id, eve.accessToken)).toBe(404);
  });
});
