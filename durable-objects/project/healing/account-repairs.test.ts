import { beforeAll, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { createProject, env, signUp, writeVersion } from "../../../workers/api/test-client.ts";
import type { RepairRound } from "#protocol/repair-account.ts";
import { type LoopContext, newLoopContext } from "../machine/context.ts";
import { newView } from "../storage/view.ts";
import { diagnoseSteps } from "#engine/heal/diagnose.ts";
import { findGreenVersion } from "#db/queries/version-writes.ts";
import { accountRepairs } from "./account-repairs.ts";

const db = openDatabase(env.DB);
let projectId: string;
let versions: string[];

beforeAll(async () => {
  const { accessToken } = await signUp();
  const project = await createProject(accessToken);
  projectId = project.id;
  const files = [{ "a.ts": "1" }, { "a.ts": "2", "b.ts": "1" }, { "a.ts": "2", "b.ts": "2" }];
  versions = [];
  for (const [index, content] of files.entries())
    versions.push(
      await writeVersion(project, { number: index + 1, files: content, status: index === 0 ? "green" : "failed" }),
    );
  await env.DB.prepare("UPDATE project_versions SET generation_id = 'gen_x' WHERE project_id = ?")
    .bind(projectId)
    .run();
});

const result = { step: "types", outcome: "failed", exitCode: 1, durationMs: 1, peakMemoryBytes: 1, cpuMs: 1 } as const;
const output = "a.ts(9,5): error TS2322: Type 'string' is not assignable to type 'number'.";
const tree = new Map([["a.ts", Array.from({ length: 20 }, (_unused, index) => `line ${index + 1}`).join("\n")]]);

async function account(rounds: RepairRound[], versionId: string | null, costUsd: number) {
  const input = {
    projectId,
    projectName: "P",
    actorId: "usr_ada",
    prompt: "p",
    mode: "auto",
    stack: "edge",
    provider: "anthropic",
    budgetUsd: null,
    versionId: null,
  } as const;
  const start = newLoopContext("auto");
  const context: LoopContext = { ...start, versionId, healing: { ...start.healing, rounds } };
  const view = { ...newView("gen_x", input, context, new Date()), costUsd };
  return accountRepairs(
    db,
    { id: "gen_x", input, context, view, prd: null },
    {
      diagnosis: diagnoseSteps([{ result, output }]),
      reason: "Nothing helped.",
      green: await findGreenVersion(db, projectId, versionId),
      tree,
    },
  );
}

const round = (over: Partial<RepairRound>): RepairRound => ({
  where: "types",
  category: "type",
  message: "TS2322",
  errors: 3,
  signature: "s",
  tried: "mend-code",
  versionId: null,
  spentUsd: 0,
  ...over,
});

it("tells of each round what failed, what was done, which files that changed and what it cost", async () => {
  const [, first = "", second = ""] = versions;
  const told = await account([round({ versionId: first, spentUsd: 0.25 })], second, 0.75);
  expect(told).toEqual({
    reason: "Nothing helped.",
    costUsd: 0.75,
    standsAt: { versionId: versions[0], number: 1 },
    failed: { versionId: second, number: 3 },
    failure: {
      where: "types",
      category: "type",
      kind: "mismatch",
      message: "a.ts:9 TS2322: Type 'string' is not assignable to type 'number'.",
      errors: 1,
      signature: expect.stringMatching(/^[0-9a-f]{16}$/),
      causes: [expect.objectContaining({ step: "types", leaf: "type/mismatch", file: "a.ts", line: 9 })],
    },
    reproduction: {
      step: "types",
      command: "npx tsc --noEmit",
      output: expect.stringContaining("TS2322"),
      places: [{ path: "a.ts", from: 3, line: 9, text: expect.stringMatching(/^line 3\n[^]*line 15$/) }],
    },
    rounds: [
      {
        where: "types",
        category: "type",
        message: "TS2322",
        errors: 3,
        tried: "mend-code",
        files: ["b.ts"],
        costUsd: 0.5,
        before: first,
        after: second,
      },
    ],
  });
});

it("shares the cost out among the rounds, and names no files where only the build ran again", async () => {
  const [, , last = ""] = versions;
  const rounds = [
    round({ versionId: last, spentUsd: 0.1, tried: "retry" }),
    round({ versionId: last, spentUsd: 0.4, tried: "retry" }),
  ];
  const told = await account(rounds, last, 0.5);
  expect(told.rounds.map(({ costUsd }) => costUsd)).toEqual([expect.closeTo(0.3), expect.closeTo(0.1)]);
  expect(told.rounds.flatMap(({ files }) => files)).toEqual([]);
});
