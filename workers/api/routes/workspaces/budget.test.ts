import { beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { copyUsage, holdSpend, monthOf, releaseHolds, type UsageSums } from "#db/queries/model-usage.ts";
import type { WorkspaceUsageView, WorkspaceView } from "../../schemas/workspaces.ts";
import { call, createProject, env, read, readError, signUp, type SignedUp } from "../../test-client.ts";
import type { ProjectView } from "../../schemas/projects.ts";

const db = openDatabase(env.DB);
let ada: SignedUp;
let one: ProjectView;
let two: ProjectView;
beforeEach(async () => {
  ada = await signUp();
  one = await createProject(ada.accessToken, { name: "One" });
  two = await createProject(ada.accessToken, { name: "Two" });
});

const at = (rest = "") => `/api/v1/workspaces/${one.workspaceId}${rest}`;
const setBudget = (monthlyBudgetUsd: number | null, token = ada.accessToken) =>
  call(at(), { method: "PATCH", token, body: { monthlyBudgetUsd } });
const usage = async (query = "") =>
  read<WorkspaceUsageView>(await call(at(`/usage${query}`), { token: ada.accessToken }), 200);
const sums = (over: Partial<UsageSums> = {}): UsageSums => ({
  generationId: `gen_${one.id}`,
  month: monthOf(new Date()),
  keySource: "platform",
  calls: 1,
  inputTokens: 1_000,
  cachedTokens: 400,
  outputTokens: 100,
  costUsd: 0.3,
  lostUsd: 0.1,
  ...over,
});
const hold = (id: string, usd: number | null, project = one, now = new Date()) =>
  holdSpend(db, { id: `${project.id}:${id}`, projectId: project.id, usd }, now);

describe("a workspace's monthly budget", () => {
  it("is none until an admin sets one, and can be taken away again", async () => {
    expect(await hold("a", 1_000)).toEqual({ granted: true });
    expect(await read<WorkspaceView>(await setBudget(2.5), 200)).toMatchObject({
      monthlyBudgetUsd: 2.5,
      role: "owner",
    });
    expect((await usage()).budgetUsd).toBe(2.5);
    expect(await read<WorkspaceView>(await setBudget(null), 200)).toMatchObject({ monthlyBudgetUsd: null });
    expect((await readError(await setBudget(-1), 400)).code).toBe("VALIDATION_ERROR");
  });

  it("is kept by all projects together: of ten calls at once, only those go out that fit", async () => {
    await setBudget(1);
    const calls = Array.from({ length: 10 }, (_, index) => hold(String(index), 0.3, index % 2 === 0 ? one : two));
    const granted = (await Promise.all(calls)).filter((result) => result.granted);
    expect(granted).toHaveLength(3);
    expect(await usage()).toMatchObject({ spentUsd: 0, heldUsd: expect.closeTo(0.9) });
  });

  it("gets back what a call did not cost, and counts what it did once, however often it is told", async () => {
    await setBudget(1);
    await hold("a", 0.9);
    expect(await hold("b", 0.3, two)).toMatchObject({ granted: false, limitUsd: 1, spentUsd: 0, heldUsd: 0.9 });
    for (let times = 0; times < 2; times++) await copyUsage(db, one.id, [sums()], `${one.id}:a`);
    expect(await usage()).toMatchObject({ spentUsd: 0.3, heldUsd: 0 });
    expect(await hold("b", 0.7, two)).toEqual({ granted: true });
    expect(await hold("c", 0.01)).toMatchObject({ granted: false, spentUsd: 0.3, heldUsd: 0.7 });
  });

  it("lets a conversation that goes on after a crash replace its own hold", async () => {
    await setBudget(1);
    await hold("a", 0.8);
    expect(await hold("a", 0.9)).toEqual({ granted: true });
    expect((await usage()).heldUsd).toBeCloseTo(0.9);
  });

  it("forgets a hold that nobody gave back", async () => {
    await setBudget(1);
    await hold("a", 1, one, new Date(Date.now() - 61 * 60_000));
    expect((await usage()).heldUsd).toBe(0);
    expect(await hold("b", 1, two)).toEqual({ granted: true });
  });

  it("gets back what a generation still held when it ended", async () => {
    await setBudget(1);
    await hold("coder", 0.5);
    await hold("other", 0.4, two);
    await releaseHolds(db, one.id);
    expect((await usage()).heldUsd).toBeCloseTo(0.4);
  });

  it("refuses a call whose price is not known, and allows it where there is no budget", async () => {
    expect(await hold("a", null)).toEqual({ granted: true });
    await setBudget(1);
    expect(await hold("a", null)).toMatchObject({ granted: false });
  });

  it("starts anew with the month, and never lets a late copy make the sums smaller", async () => {
    await setBudget(1);
    await copyUsage(db, one.id, [sums({ costUsd: 0.9, month: "2026-10" })], null);
    await copyUsage(db, one.id, [sums({ costUsd: 0.2 })], null);
    await copyUsage(db, one.id, [sums({ costUsd: 0.1 })], null);
    expect((await usage()).spentUsd).toBeCloseTo(0.2);
    expect((await usage("?month=2026-10")).spentUsd).toBeCloseTo(0.9);
    expect(await hold("a", 0.7)).toEqual({ granted: true });
  });

  it("is set by admins alone, and seen by members", async () => {
    const member = await signUp();
    await env.DB.prepare("INSERT INTO workspace_members (workspace_id, user_id, role, created_at) VALUES (?, ?, ?, ?)")
      .bind(one.workspaceId, member.user.id, "member", new Date().toISOString())
      .run();
    expect((await setBudget(9, member.accessToken)).status).toBe(403);
    expect((await call(at("/usage"), { token: member.accessToken })).status).toBe(200);
  });
});

describe("a workspace's usage", () => {
  it("is split by whose key was used", async () => {
    await copyUsage(db, one.id, [sums(), sums({ keySource: "workspace", costUsd: 0.5, lostUsd: 0 })], null);
    await copyUsage(db, two.id, [sums({ generationId: `gen_${two.id}` })], null);
    const { sources, spentUsd } = await usage();
    expect(sources).toEqual([
      expect.objectContaining({ keySource: "platform", calls: 2, inputTokens: 2_000, cachedTokens: 800, costUsd: 0.6 }),
      expect.objectContaining({ keySource: "workspace", calls: 1, costUsd: 0.5, lostUsd: 0 }),
    ]);
    expect(spentUsd).toBeCloseTo(1.1);
  });

  it("says how many generations count, and why others do not", async () => {
    const add = (id: string, reason: string | null) =>
      env.DB.prepare(
        `INSERT INTO generations (id, project_id, prompt, mode, provider, stack, status, started_at, updated_at, created_by, not_counted)
         VALUES (?, ?, 'p', 'auto', 'anthropic', 'edge', 'complete', ?, ?, ?, ?)`,
      )
        .bind(`${one.id}${id}`, one.id, new Date().toISOString(), new Date().toISOString(), ada.user.id, reason)
        .run();
    for (const [id, reason] of [
      ["a", null],
      ["b", null],
      ["c", "provider-errors"],
    ] as const)
      await add(id, reason);
    expect((await usage()).generations).toEqual({ counted: 2, notCounted: [{ reason: "provider-errors", count: 1 }] });
    expect((await readError(await call(at("/usage?month=13"), { token: ada.accessToken }), 400)).code).toBe(
      "VALIDATION_ERROR",
    );
  });
});
