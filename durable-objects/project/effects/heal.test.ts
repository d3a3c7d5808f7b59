import { beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { randomBase32 } from "#db/ids.ts";
import { readCurrentVersionId } from "#db/queries/project-reads.ts";
import { readManifest, setCurrentVersion } from "#db/queries/version-writes.ts";
import { diagnoseSteps } from "#engine/heal/diagnose.ts";
import type { Diagnosis, Remedy } from "#engine/heal/diagnosis.ts";
import type { RepairAccount, RepairRound } from "#protocol/repair-account.ts";
import type { StepName, StepResult } from "#builder/protocol.ts";
import { createProject, env, signUp, writeBlob, writeVersion } from "../../../workers/api/test-client.ts";
import type { ProjectView } from "../../../workers/api/schemas/projects.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { readTree } from "../../../workers/storage/tree.ts";
import { type LoopContext, newLoopContext } from "../machine/context.ts";
import { newView } from "../storage/view.ts";
import { heal } from "./heal.ts";
import type { WorkContext } from "./work.ts";

const db = openDatabase(env.DB);
let project: ProjectView;
let green: string;
let failed: string;

const manifest = JSON.stringify({ name: "shop", version: "1.0.0", dependencies: { "is-number": "7.0.0" } });
const files = {
  "package.json": manifest,
  "package-lock.json": JSON.stringify({ name: "shop", version: "1.0.0", lockfileVersion: 3, packages: { "": {} } }),
  "src/a.ts": "export const a = 1;\nconst b = 2;\n",
  "vite.config.ts": "export default { broken: true };\n",
};

beforeEach(async () => {
  const { accessToken } = await signUp();
  project = await createProject(accessToken);
  green = await writeVersion(project, { number: 1, files: { "src/a.ts": "1" }, artefactSha: "a".repeat(64) });
  failed = await writeVersion(project, { number: 2, files, status: "building" });
  const generated = { ...(await readManifest(db, failed)), "vite.config.ts": await writeBlob("export default {};\n") };
  await env.DB.prepare("UPDATE version_manifests SET generated = ? WHERE version_id = ?")
    .bind(JSON.stringify(generated), failed)
    .run();
});

const fails = (step: StepName, output: string, outcome: StepResult["outcome"] = "failed"): Diagnosis =>
  diagnoseSteps([{ result: { step, outcome, exitCode: 1, durationMs: 1, peakMemoryBytes: 1, cpuMs: 1 }, output }]);

const tried = (name: RepairRound["tried"], { category, signature }: Diagnosis): RepairRound => ({
  where: "x",
  category,
  message: "m",
  errors: null,
  signature,
  tried: name,
  versionId: failed,
  spentUsd: 0,
});

/** What healing decides; run twice, as after a crash, and the same both times. */
async function healed(
  diagnosis: Diagnosis,
  rounds: RepairRound[] = [],
  over: Partial<LoopContext> = {},
): Promise<{ remedy: Remedy; account?: RepairAccount }> {
  const input = {
    projectId: project.id,
    projectName: project.name,
    actorId: project.createdBy,
    prompt: "p",
    mode: "auto",
    stack: "edge",
    provider: "builtin",
    budgetUsd: null,
    versionId: null,
  } as const;
  const start = newLoopContext("auto");
  const healing = { ...start.healing, failedIn: "building" as const, diagnosis, rounds };
  const context: LoopContext = { ...start, state: "healing", builds: 1, versionId: failed, ...over, healing };
  const id = `gen_${randomBase32(26)}`;
  const record = { id, input, context, view: newView(id, input, context, new Date()), prd: null };
  const effect = { token: randomBase32(26) };
  const work = { env, db, record, effect, log: () => {} } as unknown as WorkContext;
  const [first, second] = [await heal(work), await heal(work)];
  expect(second.event).toEqual(first.event);
  if (first.event.type !== "healed") throw new Error(first.event.type);
  return first.event;
}

async function treeOf(remedy: Remedy): Promise<Map<string, string>> {
  const versionId = "versionId" in remedy ? remedy.versionId : null;
  if (versionId === null) throw new Error(`${remedy.kind} wrote no version.`);
  return readTree(new BlobStore(env.BLOBS), await readManifest(db, versionId));
}

async function statusOf(versionId: string): Promise<unknown> {
  return env.DB.prepare("SELECT status FROM project_versions WHERE id = ?").bind(versionId).first("status");
}

describe("healing without a model", () => {
  it("writes what rules mend as one version after the one that failed", async () => {
    const unused = fails("types", "src/a.ts(2,7): error TS6133: 'b' is declared but its value is never read.");
    const { remedy } = await healed(unused);
    expect(remedy).toMatchObject({ kind: "apply-repairs", source: "rule" });
    expect((await treeOf(remedy)).get("src/a.ts")).toBe("export const a = 1;\n");
    expect(await statusOf(failed)).toBe("failed");
    const { results } = await env.DB.prepare("SELECT number, parent_id FROM project_versions WHERE project_id = ?")
      .bind(project.id)
      .all();
    expect(results.slice(2)).toEqual([{ number: 3, parent_id: failed }]);
  });

  it("makes a lockfile that lags behind anew", async () => {
    const { remedy } = await healed(
      fails("install", "npm error code EUSAGE\nnpm error Missing: is-number@7.0.0 from lock file"),
    );
    expect(remedy.kind).toBe("regenerate-lockfile");
    expect((await treeOf(remedy)).get("package-lock.json")).toContain('"node_modules/is-number"');
  });

  it("takes the other package manager where no lockfile can be made", async () => {
    const wrong = { ...files, "package.json": manifest.replace("7.0.0", "git+https://a.b/c") };
    failed = await writeVersion(project, { number: 3, files: wrong, status: "building" });
    const { remedy } = await healed(
      fails("install", "npm error code EUSAGE\nnpm error Missing: is-number from lock file"),
    );
    expect(remedy.kind).toBe("other-package-manager");
  });

  it("puts the generated configuration back where the configuration is at fault", async () => {
    const { remedy } = await healed(fails("types", "tsconfig.json(3,5): error TS5023: Unknown compiler option 'x'."));
    expect(remedy.kind).toBe("simplified-build");
    const tree = await treeOf(remedy);
    expect(tree.get("vite.config.ts")).toBe("export default {};\n");
    expect(tree.get("src/a.ts")).toBe(files["src/a.ts"]);
  });

  it("gives a build more, once it asked less of it", async () => {
    const killed = fails("build", "", "out-of-memory");
    const { remedy } = await healed(killed, [tried("simplified-build", killed)]);
    expect(remedy).toMatchObject({ kind: "more-resources", resourceScale: 2 });
    expect(await statusOf(failed)).toBe("building");
  });

  it("takes files edited by hand whole, before it gives up", async () => {
    const wrong = fails("types", "src/a.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'.");
    const edits = { strategy: "lines", files: ["src/a.ts"], canFallBack: true } as const;
    expect((await healed(wrong, [], { edits })).remedy).toMatchObject({
      kind: "keep-edits-whole",
      explanation: expect.stringContaining("src/a.ts"),
    });
    const { remedy } = await healed(wrong, [tried("keep-edits-whole", wrong)], { edits });
    expect(remedy).toMatchObject({ kind: "give-up", explanation: expect.stringContaining("stays at version 1") });
  });

  it("gives up with an account, and shows the last green version where the failed one was shown already", async () => {
    await setCurrentVersion(db, project.id, failed);
    const wrong = fails("types", "src/a.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'.");
    const { remedy, account } = await healed(wrong);
    expect(remedy.kind).toBe("give-up");
    expect(account).toMatchObject({
      standsAt: { versionId: green, number: 1 },
      failed: { versionId: failed, number: 2 },
      reproduction: { step: "types", places: [{ path: "src/a.ts", line: 1 }] },
    });
    expect(await readCurrentVersionId(db, project.id)).toBe(green);
    const shown = await env.DB.prepare(
      "SELECT version_id FROM deployments WHERE project_id = ? AND environment = 'preview' AND status = 'ready'",
    )
      .bind(project.id)
      .all();
    expect(shown.results).toEqual([{ version_id: green }]);
  });
});
