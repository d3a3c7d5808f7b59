import { beforeEach, describe, expect, it } from "vitest";
import type { AppProblem } from "#protocol/app-problem.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import type { PageOf } from "../../schemas/lists.ts";
import { projectStub } from "../../project-stub.ts";
import { call, createProject, env, read, readError, signUp, type SignedUp } from "../../test-client.ts";

let ada: SignedUp;
let project: ProjectView;

beforeEach(async () => {
  ada = await signUp();
  project = await createProject(ada.accessToken);
});

async function report(text: string): Promise<void> {
  await projectStub(env, project.id).reportProblem({
    projectId: project.id,
    environment: "preview",
    versionId: null,
    fault: { kind: "exception", page: "/orders", text },
    watching: { mode: "ask", dailyRepairs: undefined },
  });
}

const list = async (query = "", token = ada.accessToken): Promise<PageOf<AppProblem>> =>
  read(await call(`/api/v1/projects/${project.id}/problems${query}`, { token }), 200);

async function addViewer(): Promise<SignedUp> {
  const viewer = await signUp();
  await env.DB.prepare("INSERT INTO project_members (project_id, user_id, role, created_at) VALUES (?, ?, 'viewer', ?)")
    .bind(project.id, viewer.user.id, new Date().toISOString())
    .run();
  return viewer;
}

describe("problems of a running app", () => {
  it("are listed newest first, page by page, and by status", async () => {
    for (const text of ["Error: one", "Error: two", "Error: three", "Error: two"]) await report(text);
    const first = await list("?limit=2");
    expect(first.items.map(({ message, count }) => [message, count])).toEqual([
      ["Error: three", 1],
      ["Error: two", 2],
    ]);
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect([second.items.map(({ message }) => message), second.nextCursor]).toEqual([["Error: one"], null]);
    expect((await list("?status=dismissed")).items).toEqual([]);
  });

  it("can be dismissed by a member, and are not told of again", async () => {
    await report("Error: one");
    const { id } = (await list()).items[0] ?? { id: "" };
    const path = `/api/v1/projects/${project.id}/problems/${id}/dismiss`;
    const viewer = await addViewer();
    expect((await readError(await call(path, { method: "POST", token: viewer.accessToken }), 403)).code).toBe(
      "AUTHORIZATION_ERROR",
    );
    const dismissed = await read<AppProblem>(await call(path, { method: "POST", token: ada.accessToken }), 200);
    expect(dismissed.status).toBe("dismissed");
    const told = async () =>
      (await projectStub(env, project.id).events({ after: 0, limit: 100 })).items.filter(
        ({ type }) => type === "problem.updated",
      ).length;
    const before = await told();
    await report("Error: one");
    expect((await list("", viewer.accessToken)).items).toMatchObject([{ count: 2, status: "dismissed" }]);
    expect(await told()).toBe(before);
  });

  it("that never were cannot be dismissed", async () => {
    const path = `/api/v1/projects/${project.id}/problems/prb_none/dismiss`;
    expect((await readError(await call(path, { method: "POST", token: ada.accessToken }), 404)).code).toBe(
      "NOT_FOUND_ERROR",
    );
  });

  it("are told of ever more seldom, so that they do not push everything else out of the log", async () => {
    for (let index = 0; index < 30; index += 1) await report("Error: one");
    const { items } = await projectStub(env, project.id).events({ after: 0, limit: 1_000 });
    expect(items.flatMap((event) => (event.type === "problem.updated" ? event.data.problem.count : []))).toEqual([
      1, 2, 3, 5, 10, 25,
    ]);
  });
});

describe("what a project does about problems", () => {
  const settings = (problems: unknown) =>
    call(`/api/v1/projects/${project.id}`, {
      method: "PATCH",
      token: ada.accessToken,
      body: { settings: { problems } },
    });

  it("can be changed", async () => {
    const problems = { mode: "automatic", production: true, dailyRepairs: 5 };
    expect((await read<ProjectView>(await settings(problems), 200)).settings).toEqual({ problems });
  });

  it.each([{ mode: "always" }, { dailyRepairs: 0 }, { dailyRepairs: 1_000 }, { storage: true }])(
    "is not %j",
    async (problems) => {
      expect((await settings(problems)).status).toBe(400);
    },
  );
});
