import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertHandover } from "#db/queries/handovers.ts";
import type { RepairAccount } from "#protocol/repair-account.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import { type HandoverView, handoverSchema } from "../../schemas/handovers.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import { call, createProject, env, read, readError, signUp, type SignedUp, writeVersion } from "../../test-client.ts";

const db = openDatabase(env.DB);
let ada: SignedUp;
let project: ProjectView;
let generationId: string;
let versions: string[];

beforeAll(async () => {
  ada = await signUp();
});

beforeEach(async () => {
  project = await createProject(ada.accessToken);
  generationId = newId("generation");
  const now = new Date().toISOString();
  await env.DB.prepare(
    `INSERT INTO generations (id, project_id, prompt, mode, provider, stack, status, started_at, updated_at, created_by)
     VALUES (?, ?, 'p', 'auto', 'builtin', 'edge', 'escalated', ?, ?, ?)`,
  )
    .bind(generationId, project.id, now, now, ada.user.id)
    .run();
  versions = [];
  for (const [index, text] of ["one\n", "two\n", "three\n"].entries())
    versions.push(
      await writeVersion(project, {
        number: index + 1,
        files: { "src/a.ts": text, "src/b.ts": "b\n" },
        status: index === 0 ? "green" : "failed",
      }),
    );
  await insertHandover(db, { generationId, projectId: project.id, account: account() });
});

const error = {
  step: "types",
  leaf: "type/mismatch",
  tool: "tsc",
  code: "TS2322",
  file: "src/a.ts",
  line: 1,
  column: 1,
  message: "Type 'string' is not assignable to type 'number'.",
};

function account(): RepairAccount {
  const [first = "", second = "", third = ""] = versions;
  const round = { where: "types", category: "type", kind: "mismatch", message: "TS2322", errors: 1, costUsd: 0.1 };
  return {
    reason: "The same error came back after a repair.",
    failure: { ...round, signature: "s", causes: [error] },
    rounds: [
      { ...round, tried: "retry", files: [], before: second, after: second },
      {
        ...round,
        tried: "apply-repairs",
        source: "rule",
        what: "W.",
        causes: [error],
        files: ["src/a.ts"],
        before: second,
        after: third,
      },
    ],
    costUsd: 0.2,
    standsAt: { versionId: first, number: 1 },
    failed: { versionId: third, number: 3 },
    reproduction: {
      step: "types",
      command: "npx tsc --noEmit",
      output: "src/a.ts(1,1)",
      places: [{ path: "src/a.ts", from: 1, line: 1, text: "three" }],
    },
  };
}

const at = (action = "") => `/api/v1/generations/${generationId}/handover${action}`;
const show = async () => handoverSchema.strict().parse(await read(await call(at(), { token: ada.accessToken }), 200));
const act = (action: string, body?: unknown) => call(at(action), { method: "POST", token: ada.accessToken, body });
const events = async () => {
  const { items } = await read<{ items: { type: string; data: unknown }[] }>(
    await call(`/api/v1/projects/${project.id}/events?after=0&limit=100`, { token: ada.accessToken }),
    200,
  );
  return items.filter(({ type }) => type === "handover.settled").map(({ data }) => data);
};

describe("reading an account", () => {
  it("tells what failed, what each round changed, and what can be done", async () => {
    const shown = await show();
    expect(shown).toMatchObject({
      status: "open",
      failure: { causes: [error] },
      failed: { number: 3 },
      standsAt: { number: 1 },
      actions: ["retry", "edit", "roll-back", "dismiss"],
    });
    expect(shown.rounds.map(({ tried, source }) => [tried, source])).toEqual([
      ["retry", null],
      ["apply-repairs", "rule"],
    ]);
    expect(shown.rounds[0]?.changes).toEqual([]);
    expect(shown.rounds[1]?.changes).toMatchObject([{ path: "src/a.ts", hunks: [{ lines: ["-two", "+three"] }] }]);
    expect(shown.rounds[1]?.more).toBe(false);
  });

  it("shows the beginning of a round that changed very much, and says that there is more", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_unused, index) => [`src/${index + 10}.ts`, "line\n".repeat(100)]),
    );
    const big = await writeVersion(project, { number: 4, files, status: "failed" });
    const long = { ...account(), rounds: [{ ...account().rounds[1], before: versions[2], after: big }] };
    await env.DB.prepare("UPDATE handovers SET account = ? WHERE generation_id = ?")
      .bind(JSON.stringify(long), generationId)
      .run();
    const [round] = (await show()).rounds;
    expect(round?.more).toBe(true);
    expect(round?.changes).toHaveLength(20);
    const lines = round?.changes.flatMap(({ hunks }) => hunks.flatMap((hunk) => hunk.lines)) ?? [];
    expect(lines.length).toBeGreaterThan(300);
    expect(lines.length).toBeLessThanOrEqual(600);
  });

  it("reads accounts of before, which say less", async () => {
    const { failure: _failure, failed: _failed, reproduction: _reproduction, ...old } = account();
    const rounds = [
      { where: "types", category: "type", message: "m", errors: null, tried: "mend-code", files: [], costUsd: 0 },
    ];
    await env.DB.prepare("UPDATE handovers SET account = ? WHERE generation_id = ?")
      .bind(JSON.stringify({ ...old, rounds }), generationId)
      .run();
    expect(await show()).toMatchObject({ failure: null, reproduction: null, actions: ["roll-back", "dismiss"] });
  });

  it("is not found for a generation that ended otherwise", async () => {
    await env.DB.prepare("DELETE FROM handovers WHERE generation_id = ?").bind(generationId).run();
    await readError(await call(at(), { token: ada.accessToken }), 404);
    await readError(await act("/dismiss"), 404);
  });
});

describe("acting on it", () => {
  it("starts a generation that mends the failed version, with the hint", async () => {
    const started = await read<GenerationView>(await act("/retry", { hint: "Use a number." }), 202);
    expect(started).toMatchObject({ prompt: "Repair version 3: Use a number.", versionId: versions[2] });
    await call(`/api/v1/generations/${started.id}/cancel`, { method: "POST", token: ada.accessToken });
    expect(await show()).toMatchObject({ status: "retried", followedBy: started.id, actions: [] });
    expect(await events()).toEqual([{ generationId, status: "retried", followedBy: started.id }]);
    expect((await readError(await act("/retry"), 409)).code).toBe("CONFLICT");
  });

  it("mends what was edited since, and has nothing to mend once that works", async () => {
    const edited = await writeVersion(project, { number: 4, files: { "src/a.ts": "4\n" }, status: "green" });
    expect((await show()).actions).toEqual(["roll-back", "dismiss"]);
    expect((await readError(await act("/retry"), 409)).message).toContain("Version 4 is newer and works");
    await env.DB.prepare("UPDATE project_versions SET status = 'draft' WHERE id = ?").bind(edited).run();
    const started = await read<GenerationView>(await act("/retry"), 202);
    expect(started).toMatchObject({ prompt: "Repair version 4", versionId: edited });
    await call(`/api/v1/generations/${started.id}/cancel`, { method: "POST", token: ada.accessToken });
  });

  it("goes on from the version that works", async () => {
    expect(await read(await act("/rollback"), 201)).toMatchObject({ number: 4, message: "Roll back to version 1" });
    expect(await show()).toMatchObject({ status: "rolled-back", settledBy: ada.user.id, actions: [] });
    expect(await events()).toEqual([{ generationId, status: "rolled-back", followedBy: null }]);
  });

  it("leaves it as it is, once", async () => {
    expect(await read<HandoverView>(await act("/dismiss"), 200)).toMatchObject({ status: "dismissed", actions: [] });
    expect((await readError(await act("/dismiss"), 409)).code).toBe("CONFLICT");
    expect((await readError(await act("/rollback"), 409)).code).toBe("CONFLICT");
  });

  it("is refused to people of other workspaces", async () => {
    const eve = await signUp();
    for (const action of ["/retry", "/rollback", "/dismiss"])
      expect((await call(at(action), { method: "POST", token: eve.accessToken })).status).toBe(404);
  });
});
