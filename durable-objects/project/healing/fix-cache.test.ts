// What a workspace learns from one app and uses in the next: real tables, storage and vectors; builds are told, not run.
import { beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { closeBuildLog, openBuildLog } from "#db/queries/build-logs.ts";
import { countUses, findFixes, keepFix } from "#db/queries/fix-memory.ts";
import { readManifest, readVersion } from "#db/queries/version-writes.ts";
import type { FixRow } from "#db/schema/index.ts";
import type { Fix } from "#engine/heal/cache/fix.ts";
import { diagnoseSteps } from "#engine/heal/diagnose.ts";
import type { Diagnosis, Remedy } from "#engine/heal/diagnosis.ts";
import type { RepairRound } from "#protocol/repair-account.ts";
import type { ProjectView } from "../../../workers/api/schemas/projects.ts";
import {
  createProject,
  env,
  signUp,
  type SignedUp,
  writeBlob,
  writeVersion,
} from "../../../workers/api/test-client.ts";
import { FixStore } from "../../../workers/storage/fix-store.ts";
import type { WorkContext } from "../effects/work.ts";
import { heal } from "../effects/heal.ts";
import { type LoopContext, newLoopContext } from "../machine/context.ts";
import { transition } from "../machine/transition.ts";
import { draftByCache, draftBySimilar } from "./draft-by-cache.ts";
import { learnFixes } from "./learn-fixes.ts";
import { settleFixes } from "./settle-fixes.ts";

const db = openDatabase(env.DB);
type Files = Record<string, string>;

/** One fault in two apps that have no name in common: a promise that is not waited for, inside a function that may. */
const books = {
  broken:
    "export async function price(book: Book): Promise<number> {\n  const total: number = load(book.id);\n  return total;\n}\n",
  mended:
    "export async function price(book: Book): Promise<number> {\n  const total: number = await load(book.id);\n  return total;\n}\n",
  path: "src/server/books/price.ts",
  output: "src/server/books/price.ts(2,9): error TS2322: Type 'Promise<number>' is not assignable to type 'number'.",
};
const boats = {
  broken:
    "// Boats\nexport async function length(boat: Vessel, fleet: Fleet): Promise<number> {\n  const metres: number = measure(boat.hull);\n  return metres;\n}\n",
  mended:
    "// Boats\nexport async function length(boat: Vessel, fleet: Fleet): Promise<number> {\n  const metres: number = await measure(boat.hull);\n  return metres;\n}\n",
  path: "src/server/fleet/length.ts",
  output: "src/server/fleet/length.ts(3,9): error TS2322: Type 'Promise<number>' is not assignable to type 'number'.",
};
type Sample = typeof books;

const step = (outcome: "failed" | "passed") =>
  ({
    step: "types",
    outcome,
    exitCode: outcome === "failed" ? 1 : 0,
    durationMs: 1,
    peakMemoryBytes: 1,
    cpuMs: 1,
  }) as const;
const diagnose = (output: string): Diagnosis => diagnoseSteps([{ result: step("failed"), output }]);

let ada: SignedUp;
let project: ProjectView;
let second: ProjectView;
beforeEach(async () => {
  // What other tests' workspaces learned could be lent to these.
  await env.DB.prepare("DELETE FROM fixes").run();
  ada = await signUp();
  project = await createProject(ada.accessToken, { name: "Bookshop" });
  second = await createProject(ada.accessToken, { name: "Harbour" });
});

let count = 0;
let number = 1_000;
interface Told {
  project?: ProjectView;
  versionId?: string | null;
  rounds?: readonly RepairRound[];
  buildsVersion?: boolean;
  generationId?: string;
}

/** The little of an effect that healing's memory looks at. */
function workOf({
  project: of = project,
  versionId = null,
  rounds = [],
  buildsVersion = false,
  generationId,
}: Told): WorkContext {
  const context = newLoopContext("auto");
  return {
    env,
    db,
    log: () => {},
    record: {
      id: generationId ?? `gen_${(count += 1)}`,
      input: { projectId: of.id, stack: of.stack },
      context: { ...context, versionId, buildsVersion, healing: { ...context.healing, rounds } },
    },
  } as unknown as WorkContext;
}

async function failedVersion(of: ProjectView, files: Files, output: string, number = 1): Promise<string> {
  const versionId = await writeVersion(of, { number, files, status: "failed" });
  const id = newId("build");
  await openBuildLog(db, { id, projectId: of.id, generationId: "gen_0", versionId, kind: "build" });
  const { sha256: logSha } = await writeBlob(
    output
      .split("\n")
      .map((line) => `[types] ${line}`)
      .join("\n"),
  );
  await closeBuildLog(db, id, {
    status: "failed",
    steps: [step("failed")],
    durationMs: 1,
    logSha,
    artefactSha: null,
    error: null,
  });
  return versionId;
}

const roundOf = (versionId: string, output: string, over: Partial<RepairRound> = {}): RepairRound => {
  const { where, category, message, errors = null, signature, causes = [] } = diagnose(output);
  const reported = causes.map(({ error, leaf, step: said }) => ({ ...error, step: said, leaf }));
  return {
    where,
    category,
    message,
    errors,
    signature,
    causes: reported,
    tried: "mend-code",
    source: "model",
    versionId,
    spentUsd: 0,
    ...over,
  };
};

/** The app was broken, mended, and became green. */
async function mend(sample: Sample, over: Partial<RepairRound> = {}, told: Told = {}): Promise<void> {
  const of = told.project ?? project;
  const failed = await failedVersion(of, { [sample.path]: sample.broken }, sample.output, (number += 2));
  const green = await writeVersion(of, {
    number: number + 1,
    files: { [sample.path]: sample.mended },
    parentId: failed,
  });
  await learnFixes(workOf({ versionId: green, rounds: [roundOf(failed, sample.output, over)], ...told }));
}

const draft = (sample: Sample, by = draftByCache, of = second) =>
  by(workOf({ project: of }), {
    diagnosis: diagnose(sample.output),
    tree: new Map([[sample.path, sample.broken]]),
    earlier: null,
  });

async function known(of = project): Promise<FixRow[]> {
  const { results } = await env.DB.prepare("SELECT DISTINCT signature FROM fixes WHERE workspace_id = ?")
    .bind(of.workspaceId)
    .all<{ signature: string }>();
  return findFixes(
    db,
    of.workspaceId,
    results.map(({ signature }) => signature),
  );
}

describe("a fault that was mended in one app", () => {
  it("is mended in another one with other names, from the cache, by what a model did", async () => {
    await mend(books);
    expect(await known()).toMatchObject([
      {
        origin: "model",
        successes: 1,
        failures: 0,
        shareable: true,
        message: expect.stringContaining("Promise<number>"),
      },
    ]);
    const found = await draft(boats);
    expect(found?.tree.get(boats.path)).toBe(boats.mended);
    expect(found?.explanation).toContain("A repair that helped before (src/server/fleet/length.ts)");
    expect(found?.fixes).toEqual((await known()).map(({ id }) => id));
  });

  it("is learned from the text, where no rule does the same", async () => {
    const output = "src/a.ts(1,9): error TS2322: Type 'string' is not assignable to type 'number'.";
    await mend({
      path: "src/a.ts",
      broken: "const cost: number = book.pages;\n",
      mended: "const cost: number = Number(book.pages);\n",
      output: output.replace("1,9", "1,7"),
    });
    expect(await known()).toMatchObject([
      { origin: "model", shareable: true, summary: expect.stringContaining("Number") },
    ]);
    const other = {
      path: "src/b.ts",
      broken: "\nconst hull: number = boat.draught;\n",
      mended: "\nconst hull: number = Number(boat.draught);\n",
      output: output.replace("src/a.ts(1,9)", "src/b.ts(2,7)"),
    };
    expect((await draft(other))?.tree.get("src/b.ts")).toBe(other.mended);
  });

  it("is learned as the rule that puts back what the version before had", async () => {
    const path = "src/a.ts";
    const whole = "export const load = async () => await fetch('/a');\n";
    const broken = whole.replace("async ", "");
    const output = `${path}(1,34): error TS1308: 'await' expressions are only allowed within async functions and at the top levels of modules.`;
    await writeVersion(project, { number: 1, files: { [path]: whole }, status: "green" });
    await mend({ path, broken, mended: whole, output });
    expect(await known()).toMatchObject([{ origin: "model", summary: "Puts back the text that was cut off." }]);
  });

  it("is learned once, however often the work runs", async () => {
    await mend(books, {}, { generationId: "gen_same" });
    const [row] = await known();
    await learnFixes(workOf({ versionId: null }));
    expect(await known()).toEqual([row]);
  });

  it("is learned from a person who edits the version that failed", async () => {
    const failed = await failedVersion(
      project,
      { [books.path]: books.broken.replace("load(", "void load(") },
      books.output,
    );
    const edited = await writeVersion(project, { number: 2, files: { [books.path]: books.mended }, parentId: failed });
    await learnFixes(workOf({ versionId: edited, buildsVersion: true }));
    expect(await known()).toMatchObject([{ origin: "person" }]);
  });

  it("is not learned where what failed was left out instead", async () => {
    await mend(books, { tried: "scaffold-only" });
    await mend(books, { tried: "without-tasks" }, { project: second });
    expect(await known()).toEqual([]);
  });

  it("is known from then on for a similar signature that it helped with", async () => {
    const [output, near] = ["'order' is possibly 'null'.", "'trip' is possibly 'undefined'."];
    const first = {
      path: "src/a.ts",
      broken: "const a = order.size ?? 1;\n",
      mended: "const a = order?.size ?? 1;\n",
      output: `src/a.ts(1,11): error TS18047: ${output}`,
    };
    const other = {
      path: "src/b.ts",
      broken: "const b = trip.days ?? 1;\n",
      mended: "const b = trip?.days ?? 1;\n",
      output: `src/b.ts(1,11): error TS18048: ${near}`,
    };
    await mend(first);
    expect(await draft(other)).toBeNull();
    const found = await draft(other, draftBySimilar);
    expect(found?.tree.get("src/b.ts")).toBe(other.mended);
    await mend(other, { tried: "apply-repairs", source: "similar", fixes: found?.fixes ?? [] }, { project: second });
    expect(await known()).toHaveLength(2);
    expect((await draft(other))?.fixes).not.toEqual(found?.fixes);
  });
});

describe("how a fix did", () => {
  const use = async (
    fixes: readonly string[],
    now: Diagnosis | "green",
    isOver = false,
    later: readonly RepairRound[] = [],
  ) => {
    const failed = roundOf("ver_1", books.output, { tried: "apply-repairs", source: "cache", fixes });
    await settleFixes(workOf({ rounds: [failed, ...later] }), now, isOver);
  };

  it("counts for it when build and tests pass, and against it when its error is back", async () => {
    await mend(books);
    const ids = (await known()).map(({ id }) => id);
    await use(ids, "green");
    expect(await known()).toMatchObject([{ successes: 2, failures: 0 }]);
    await use(ids, diagnose(books.output));
    expect(await known()).toMatchObject([{ successes: 2, failures: 1, failuresInRow: 1, quarantinedAt: null }]);
  });

  it("is open while something else fails later, and is told by how that ends", async () => {
    await mend(books);
    const ids = (await known()).map(({ id }) => id);
    const later = { ...diagnose(books.output), where: "test", causes: [], errors: 3 };
    await use(ids, later);
    expect(await known()).toMatchObject([{ successes: 1, failures: 0 }]);
    await use(ids, later, true);
    expect(await known()).toMatchObject([{ successes: 1, failures: 1 }]);
  });

  it("puts it in quarantine after two failures in a row: it is not offered again", async () => {
    await mend(books);
    const ids = (await known()).map(({ id }) => id);
    expect(await draft(boats)).not.toBeNull();
    await use(ids, diagnose(books.output));
    expect(await draft(boats)).not.toBeNull();
    await use(ids, diagnose(books.output));
    expect((await known())[0]?.quarantinedAt).not.toBeNull();
    expect(await draft(boats)).toBeNull();
    expect(await draft(boats, draftBySimilar)).toBeNull();
    await mend(books);
    expect(await draft(boats)).toBeNull();
  });
});

describe("between workspaces", () => {
  const strangers = async (count_: number, sample = books): Promise<ProjectView[]> => {
    const made: ProjectView[] = [];
    for (let at = 0; at < count_; at += 1) {
      const other = await createProject((await signUp()).accessToken);
      await mend(sample, {}, { project: other });
      made.push(other);
    }
    return made;
  };

  it("a fix is lent that holds nothing of an app, once it helped three people; its uses count where it is used", async () => {
    await strangers(2);
    expect(await draft(boats)).toBeNull();
    await strangers(1);
    const found = await draft(boats);
    expect(found?.tree.get(boats.path)).toBe(boats.mended);
    expect(await known()).toMatchObject([{ id: found?.fixes?.[0], borrowed: true, message: null, successes: 0 }]);
    for (const generationId of ["gen_x", "gen_y"])
      await countUses(db, [{ fixId: found?.fixes?.[0] ?? "", generationId, round: 0, outcome: "failed" }]);
    expect(await draft(boats)).toBeNull();
  });

  it("nothing is lent that holds text of an app, however many know it", async () => {
    const own = { ...books, mended: books.mended.replace("await load(", 'await loadSecretly("acme", ') };
    const found = await strangers(4, own);
    for (const each of found) expect(await known(each)).toMatchObject([{ shareable: false }]);
    expect(await draft(boats)).toBeNull();
    expect(await draft(books)).toBeNull();
  });

  it("nothing is used that claims to be shareable and is not, or that is not what its name says", async () => {
    const poisoned: Fix = {
      kind: "edits",
      message: "",
      changes: [
        {
          file: { in: "error" },
          at: 0,
          opens: false,
          closes: false,
          left: [],
          before: [],
          right: [{ hole: "1", kind: "word" }],
          after: [
            { token: { kind: "string", text: '"https://evil.example"' }, space: { lines: 0, indent: 1 } },
            { token: { kind: "sign", text: ";" }, space: { lines: 0, indent: 0 } },
          ],
          trailing: { lines: 1, indent: 0 },
        },
      ],
      creates: [],
      packages: [],
    };
    const [cause] = diagnose(boats.output).causes ?? [];
    for (let at = 0; at < 4; at += 1) {
      const { workspaceId, id } = await createProject((await signUp()).accessToken);
      const fingerprint = await new FixStore(env.BLOBS, workspaceId).put(poisoned);
      const row = await keepFix(db, {
        workspaceId,
        signature: cause?.signature.hash ?? "",
        signatureText: cause?.signature.text ?? "",
        fingerprint,
        summary: "Harmless.",
        message: null,
        origin: "model",
        projectId: id,
        shareable: true,
        borrowed: false,
      });
      await countUses(db, [{ fixId: row.id, generationId: "gen_m", round: 0, outcome: "succeeded" }]);
    }
    expect(await draft(boats)).toBeNull();
    const bytes = JSON.stringify({ kind: "rule", rule: "missing-await" });
    const { results } = await env.DB.prepare(
      "SELECT workspace_id, fingerprint FROM fixes WHERE summary = 'Harmless.'",
    ).all<{ workspace_id: string; fingerprint: string }>();
    for (const { workspace_id, fingerprint } of results)
      await env.BLOBS.put(`fixes/${workspace_id}/${fingerprint}`, bytes);
    expect(await draft(boats)).toBeNull();
  });
});

describe("a cache that is away or in disorder", () => {
  it("is as good as an empty one", async () => {
    await mend(books);
    const away = {
      ...workOf({ project: second }),
      env: { ...env, BLOBS: { get: () => Promise.reject(new Error("away")) } },
    };
    const failed = { diagnosis: diagnose(boats.output), tree: new Map([[boats.path, boats.broken]]), earlier: null };
    expect(await draftByCache(away as unknown as WorkContext, failed)).toBeNull();
    expect(await draftByCache(workOf({ project: { ...second, id: "prj_gone" } }), failed)).toBeNull();
  });
});

describe("a cache full of wrong fixes", () => {
  /** Each takes the place of what is not waited for by something else that does not build. */
  const wrong = (word: string): Fix => ({
    kind: "edits",
    message: "",
    changes: [
      {
        file: { in: "error" },
        at: 3,
        opens: false,
        closes: false,
        left: [{ text: "=", kind: "sign" }],
        before: [],
        right: [{ hole: "1", kind: "word" }],
        after: [{ token: { text: word, kind: "word" }, space: { lines: 0, indent: 1 } }],
        trailing: { lines: 0, indent: 1 },
      },
    ],
    creates: [],
    packages: [],
  });

  async function fill(): Promise<void> {
    const [cause] = diagnose(boats.output).causes ?? [];
    for (const word of ["void", "typeof", "delete", "new"]) {
      const fingerprint = await new FixStore(env.BLOBS, second.workspaceId).put(wrong(word));
      const row = await keepFix(db, {
        workspaceId: second.workspaceId,
        signature: cause?.signature.hash ?? "",
        signatureText: cause?.signature.text ?? "",
        fingerprint,
        summary: `Puts in ${word}.`,
        message: null,
        origin: "model",
        projectId: second.id,
        shareable: false,
        borrowed: false,
      });
      await countUses(db, [{ fixId: row.id, generationId: "gen_0", round: 0, outcome: "succeeded" }]);
    }
  }

  /** A generation whose every build says the same; all of the loop but the builder. Answers the remedies. */
  async function loop(failed: string): Promise<Remedy[]> {
    const id = `gen_${(count += 1)}`;
    let context: LoopContext = { ...newLoopContext("auto", failed), state: "building" };
    const remedies: Remedy[] = [];
    while (context.state !== "escalated" && remedies.length < 30) {
      const broke = transition(context, { type: "broke", run: context.run, diagnosis: diagnose(boats.output) });
      if (broke.kind !== "moved") throw new Error("The loop does not heal.");
      const work = {
        ...workOf({ project: second }),
        effect: { token: newId("build").slice(4) },
        record: {
          id,
          input: { projectId: second.id, stack: "edge", actorId: second.createdBy, prompt: "", provider: "builtin" },
          context: broke.context,
          view: { costUsd: 0 },
          prd: null,
        },
      } as unknown as WorkContext;
      const { event } = await heal(work);
      if (event.type !== "healed") throw new Error("Healing did not heal.");
      remedies.push(event.remedy);
      const healed = transition(broke.context, { ...event, run: broke.context.run });
      if (healed.kind !== "moved") throw new Error("The loop does not go on.");
      context = healed.context;
    }
    return remedies;
  }

  it("ends each generation after a few rounds, with the last green version as it was, and is empty in the end", async () => {
    const mended = { [boats.path]: boats.mended, "package.json": "{}" };
    const green = await writeVersion(second, { number: 1, files: mended, artefactSha: "a".repeat(64) });
    await fill();
    for (let at = 0; at < 8; at += 1) {
      const failed = await failedVersion(
        second,
        { ...mended, [boats.path]: boats.broken },
        boats.output,
        100 * (at + 1),
      );
      const remedies = await loop(failed);
      expect(remedies.length).toBeLessThanOrEqual(6);
      expect(remedies.at(-1)?.kind).toBe("give-up");
      expect(
        remedies.filter((remedy) => remedy.kind === "apply-repairs" && remedy.source === "cache").length,
      ).toBeLessThanOrEqual(1);
    }
    const version = await readVersion(db, green);
    expect(version).toMatchObject({ status: "green", artefactSha: "a".repeat(64) });
    expect(await readManifest(db, green)).toHaveProperty([boats.path]);
    for (const row of await known(second))
      expect([row.summary, row.quarantinedAt, row.failures]).toEqual([row.summary, expect.any(String), 2]);
  });
});
