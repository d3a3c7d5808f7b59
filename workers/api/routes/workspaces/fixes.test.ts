import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { countUses, findFixes, findSharedFixes, keepFix, type NewFix } from "#db/queries/fix-memory.ts";
import type { FixRow } from "#db/schema/index.ts";
import type { Fix } from "#engine/heal/cache/fix.ts";
import { FixStore } from "../../../storage/fix-store.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import type { FixesView } from "../../schemas/fixes.ts";
import { call, createProject, env, read, readError, signUp, type SignedUp } from "../../test-client.ts";

const db = openDatabase(env.DB);
const fix: Fix = { kind: "rule", rule: "missing-await" };
const signature = "0123456789abcdef";
let ada: SignedUp;
let project: ProjectView;
beforeAll(async () => {
  ada = await signUp();
  project = await createProject(ada.accessToken, { name: "Ada's" });
});
beforeEach(async () => {
  await env.DB.prepare("DELETE FROM fixes").run();
});

async function keep(over: Partial<NewFix> = {}, patch: Fix = fix): Promise<FixRow> {
  const workspaceId = over.workspaceId ?? project.workspaceId;
  return keepFix(db, {
    workspaceId,
    signature,
    signatureText: "type/mismatch: TS2322 Type 'Promise<A>' is not assignable to type 'A'.",
    fingerprint: await new FixStore(env.BLOBS, workspaceId).put(patch),
    summary: "Waits for the promise.",
    message: "Type 'Promise<Order>' is not assignable to type 'Order'.",
    origin: "rule",
    projectId: workspaceId === project.workspaceId ? project.id : null,
    shareable: true,
    borrowed: false,
    ...over,
  });
}

let round = 0;
const use = (row: FixRow, ...outcomes: ("succeeded" | "failed")[]) =>
  countUses(
    db,
    outcomes.map((outcome) => ({ fixId: row.id, generationId: "gen_1", round: (round += 1), outcome })),
  );
const path = (rest = "", id = project.workspaceId) => `/api/v1/workspaces/${id}/fixes${rest}`;
const list = async (query = "", token = ada.accessToken) => read<FixesView>(await call(path(query), { token }), 200);

async function addMember(role: string): Promise<SignedUp> {
  const member = await signUp();
  await env.DB.prepare("INSERT INTO workspace_members (workspace_id, user_id, role, created_at) VALUES (?, ?, ?, ?)")
    .bind(project.workspaceId, member.user.id, role, new Date().toISOString())
    .run();
  return member;
}

describe("the list of what a workspace's fix cache knows", () => {
  it("is empty at first", async () => {
    expect(await list()).toEqual({
      items: [],
      nextCursor: null,
      totals: { fixes: 0, successes: 0, failures: 0, quarantined: 0 },
    });
  });

  it("says of each fix what it mends, what it does, where it comes from and how it did", async () => {
    const row = await keep();
    await use(row, "succeeded", "succeeded", "failed");
    const { items, totals } = await list();
    expect(items).toMatchObject([
      {
        id: row.id,
        kind: "type/mismatch",
        signature: "TS2322 Type 'Promise<A>' is not assignable to type 'A'.",
        message: "Type 'Promise<Order>' is not assignable to type 'Order'.",
        summary: "Waits for the promise.",
        origin: "rule",
        borrowed: false,
        project: { id: project.id, name: "Ada's" },
        successes: 2,
        failures: 1,
        state: "active",
        quarantinedAt: null,
      },
    ]);
    expect(items[0]?.confidence).toBeCloseTo(0.6);
    expect(items[0]?.lastUsedAt).not.toBeNull();
    expect(totals).toEqual({ fixes: 1, successes: 2, failures: 1, quarantined: 0 });
  });

  it("counts a use once, however often it is told", async () => {
    const row = await keep();
    const told = { fixId: row.id, generationId: "gen_2", round: 0, outcome: "succeeded" as const };
    await countUses(db, [told, told]);
    await countUses(db, [{ ...told, outcome: "failed" }]);
    expect((await list()).items[0]).toMatchObject({ successes: 1, failures: 0 });
  });

  it("can be narrowed to what is used, or to what is quarantined, and to an origin", async () => {
    const good = await keep();
    const bad = await keep({ signature: "fedcba9876543210", origin: "model" });
    await use(bad, "failed", "failed");
    const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
    expect(await ids("?state=active")).toEqual([good.id]);
    expect(await ids("?state=quarantined")).toEqual([bad.id]);
    expect(await ids("?origin=model")).toEqual([bad.id]);
    expect(await ids("?origin=person")).toEqual([]);
    expect((await list("?state=active")).totals).toMatchObject({ fixes: 2, quarantined: 1 });
    await readError(await call(path("?state=wrong"), { token: ada.accessToken }), 400);
  });

  it("comes in pages, newest first", async () => {
    for (const at of [1, 2, 3]) await keep({ signature: `${at}`.repeat(16) });
    const first = await list("?limit=2");
    expect(first.items).toHaveLength(2);
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect(second.items).toHaveLength(1);
    expect(second.nextCursor).toBeNull();
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
  });

  it("keeps the code of a private project from members who may not see it", async () => {
    await env.DB.prepare("UPDATE projects SET visibility = 'private' WHERE id = ?").bind(project.id).run();
    await keep({ shareable: false, summary: "Replaces `secret` by `other`." });
    const { accessToken } = await addMember("viewer");
    const shown = (await list("", accessToken)).items;
    expect(JSON.stringify(shown)).not.toMatch(/secret|Order|Ada's/);
    expect(shown).toMatchObject([{ message: null, summary: "Changes code of a private project.", project: null }]);
    expect((await list()).items).toMatchObject([{ summary: "Replaces `secret` by `other`." }]);
    await env.DB.prepare("UPDATE projects SET visibility = 'team' WHERE id = ?").bind(project.id).run();
  });
});

describe("forgetting a fix", () => {
  it("takes it out of storage and out of the list, and is written down", async () => {
    const row = await keep();
    const store = new FixStore(env.BLOBS, project.workspaceId);
    expect(await store.get(row.fingerprint)).toEqual(fix);
    const gone = await call(path(`/${row.id}`), { method: "DELETE", token: ada.accessToken });
    expect(gone.status).toBe(204);
    expect((await list()).items).toEqual([]);
    expect(await store.get(row.fingerprint)).toBeNull();
    await readError(await call(path(`/${row.id}`), { method: "DELETE", token: ada.accessToken }), 404);
    const { results } = await env.DB.prepare("SELECT details FROM audit_log WHERE action = 'fix.forgotten'").all();
    expect(JSON.stringify(results)).toContain(row.id);
  });

  it("leaves what another signature still needs", async () => {
    const row = await keep();
    await keep({ signature: "fedcba9876543210" });
    await call(path(`/${row.id}`), { method: "DELETE", token: ada.accessToken });
    expect(await new FixStore(env.BLOBS, project.workspaceId).get(row.fingerprint)).toEqual(fix);
  });

  it.each(["member", "viewer"])("is not for a %s", async (role) => {
    const row = await keep();
    const { accessToken } = await addMember(role);
    await readError(await call(path(`/${row.id}`), { method: "DELETE", token: accessToken }), 403);
    expect((await list("", accessToken)).items).toHaveLength(1);
  });

  it("is not possible from another workspace, even for its owner", async () => {
    const row = await keep();
    const bob = await signUp();
    const other = await createProject(bob.accessToken);
    const reply = await call(path(`/${row.id}`, other.workspaceId), { method: "DELETE", token: bob.accessToken });
    await readError(reply, 404);
    expect((await list()).items).toHaveLength(1);
  });
});

describe("what workspaces lend each other", () => {
  async function helpIn(count: number, over: Partial<NewFix> = {}): Promise<FixRow[]> {
    const rows: FixRow[] = [];
    for (let at = 0; at < count; at += 1) {
      const { workspaceId } = await createProject((await signUp()).accessToken);
      const row = await keep({ workspaceId, ...over });
      await use(row, "succeeded");
      rows.push(row);
    }
    return rows;
  }
  const borrowed = () => findSharedFixes(db, project.workspaceId, [signature]);

  it("is what helped in the workspaces of three people, and nothing before", async () => {
    await helpIn(2);
    expect(await borrowed()).toEqual([]);
    await helpIn(1);
    expect(await borrowed()).toMatchObject([{ signature, helpedIn: 3, summary: "Waits for the promise." }]);
    expect(await findFixes(db, project.workspaceId, [signature])).toEqual([]);
  });

  it("is nothing that one person planted in many workspaces", async () => {
    const mallory = await signUp();
    for (const at of [1, 2, 3, 4]) {
      const workspaceId = `wsp_mallory_${at}`;
      const now = new Date().toISOString();
      await env.DB.prepare(
        "INSERT INTO workspaces (id, slug, name, kind, created_by, created_at, updated_at) VALUES (?, ?, 'M', 'team', ?, ?, ?)",
      )
        .bind(workspaceId, `mallory-${at}`, mallory.user.id, now, now)
        .run();
      await use(await keep({ workspaceId }), "succeeded");
    }
    expect(await borrowed()).toEqual([]);
  });

  it.each([
    { what: "holds text of an app", over: { shareable: false } },
    { what: "was borrowed itself", over: { borrowed: true } },
  ])("is nothing that $what", async ({ over }) => {
    await helpIn(4, over);
    expect(await borrowed()).toEqual([]);
  });

  it("is withdrawn from all once it was quarantined in the workspaces of two people", async () => {
    await helpIn(4);
    const victims = await helpIn(2, { borrowed: true });
    for (const [at, victim] of victims.entries()) {
      expect(await borrowed()).toHaveLength(1);
      await use(victim, "failed", "failed");
      expect(await borrowed()).toHaveLength(at === 0 ? 1 : 0);
    }
  });

  it("never shows in anybody else's list", async () => {
    const [row] = await helpIn(3);
    expect((await list()).items).toEqual([]);
    const reply = await call(path("", row?.workspaceId), { token: ada.accessToken });
    await readError(reply, 404);
  });
});
