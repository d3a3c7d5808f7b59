import { beforeEach, describe, expect, it } from "vitest";
import type { AppProblem } from "#protocol/app-problem.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { AppReport } from "../../../../durable-objects/project/rpc.ts";
import { eventually } from "../../../../tests/eventually.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import type { PageOf } from "../../schemas/lists.ts";
import { projectStub } from "../../project-stub.ts";
import { call, createProject, env, read, readError, signUp, type SignedUp, writeVersion } from "../../test-client.ts";

let ada: SignedUp;
let project: ProjectView;

beforeEach(async () => {
  ada = await signUp();
  project = await createProject(ada.accessToken);
});

async function report(text: string, over: Partial<AppReport> = {}): Promise<void> {
  await projectStub(env, project.id).reportProblem({
    projectId: project.id,
    environment: "preview",
    versionId: null,
    revision: null,
    fault: { kind: "exception", page: "/orders", text },
    watching: { mode: "ask", dailyRepairs: undefined },
    ...over,
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

/** The first problem, once it looks like this. */
async function becomes(over: Record<string, unknown>): Promise<AppProblem> {
  return eventually(async () => {
    const [problem] = (await list()).items;
    if (!problem) throw new Error("There is no problem.");
    expect(problem).toMatchObject(over);
    return problem;
  });
}

const writeRunning = () => writeVersion(project, { number: 1, files: { "src/a.ts": "export const a = 1;\n" } });

describe("repairing a problem", () => {
  const repair = async (problemId: string) =>
    call(`/api/v1/projects/${project.id}/problems/${problemId}/repair`, { method: "POST", token: ada.accessToken });

  it("ends honestly where nothing is known and no model is there, and leaves the running version as it is", async () => {
    const versionId = await writeRunning();
    await report("TypeError: rows.at is not a function");
    const { id } = await becomes({ status: "open" });
    const started = await read<GenerationView>(await repair(id), 202);
    expect(started.prompt).toContain("TypeError: rows.at is not a function Happened once, on /orders.");
    await becomes({ status: "open", repair: { generationId: started.id, automatic: false, outcome: "failed" } });
    const ended = await read<GenerationView>(
      await call(`/api/v1/generations/${started.id}`, { token: ada.accessToken }),
      200,
    );
    expect(ended).toMatchObject({ status: "escalated", versionId, error: { code: "HEALING_EXHAUSTED" } });
    const path = `/api/v1/projects/${project.id}/versions/latest`;
    expect(await read(await call(path, { token: ada.accessToken }), 200)).toMatchObject({ number: 1, status: "green" });
    const account = await call(`/api/v1/generations/${started.id}/handover`, { token: ada.accessToken });
    expect(await read(account, 200)).toMatchObject({
      failure: { where: "preview", causes: [{ message: "TypeError: rows.at is not a function" }] },
      rounds: [],
      standsAt: { versionId },
    });
  });

  it("needs a version, and a right to change the project", async () => {
    await report("Error: one");
    const { id } = await becomes({ status: "open" });
    expect((await readError(await repair(id), 409)).message).toContain("no version");
    const viewer = await addViewer();
    const path = `/api/v1/projects/${project.id}/problems/${id}/repair`;
    expect((await call(path, { method: "POST", token: viewer.accessToken })).status).toBe(403);
    await readError(await repair("prb_none"), 404);
  });

  it("starts by itself where the project says so, once for each problem and within the day's limit", async () => {
    await writeRunning();
    const watching = { mode: "automatic", dailyRepairs: 1 } as const;
    await report("Error: one", { watching });
    const first = await becomes({ repair: { automatic: true, outcome: "failed" } });
    await report("Error: one", { watching });
    await report("Error: two", { watching });
    const { items } = await list();
    expect(items.map(({ message, count, repair }) => [message, count, repair?.generationId ?? null])).toEqual([
      ["Error: two", 1, null],
      ["Error: one", 2, first.repair?.generationId],
    ]);
  });

  it("never starts by itself for the published app, nor where the project wants to be asked", async () => {
    await writeRunning();
    await report("Error: one", { environment: "production", watching: { mode: "automatic", dailyRepairs: 5 } });
    await report("Error: two");
    expect((await list()).items.map(({ repair }) => repair)).toEqual([null, null]);
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
