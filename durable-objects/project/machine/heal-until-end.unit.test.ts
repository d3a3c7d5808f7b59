// Healing as the loop runs it, without its effects: the policy decides, the machine moves, and nothing that is tried helps.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnoseFault, diagnoseSteps } from "#engine/heal/diagnose.ts";
import { type Diagnosis, errorCategories, type Remedy } from "#engine/heal/diagnosis.ts";
import { type HealingStep, planHealing } from "#engine/heal/policy/plan-healing.ts";
import { newLoopContext, type LoopContext } from "./context.ts";
import { describeSituation, type HealingFacts, leaveFor } from "./describe-situation.ts";
import type { LoopEvent } from "./events.ts";
import { transition } from "./transition.ts";

const task = (id: string, dependsOn: string[] = []) => ({ id, title: `Task ${id}`, dependsOn });
const facts: HealingFacts = {
  tasks: [task("t1"), task("t2"), task("t3", ["t2"])],
  modelAsked: false,
  hasGreen: true,
  hasOwnConfiguration: true,
  hasManifest: true,
  drafted: "rule",
};
const start: LoopContext = {
  ...newLoopContext("auto"),
  state: "building",
  plannedBy: "model",
  versionId: "ver_0",
  wrote: [
    { taskId: "t1", files: ["src/one.ts"] },
    { taskId: "t2", files: ["src/two.ts"] },
    { taskId: "t3", files: ["src/three.ts"] },
  ],
  edits: { strategy: "lines", files: ["src/mine.ts"], canFallBack: true },
};
const result = { outcome: "failed", exitCode: 1, durationMs: 1, peakMemoryBytes: 1, cpuMs: 1 } as const;

function remedyOf(step: HealingStep, context: LoopContext, diagnosis: Diagnosis, number: number): Remedy {
  const explanation = "Why.";
  const versionId = `ver_${number}`;
  if (step.kind === "retry") return { kind: "retry", delayMs: step.delayMs, explanation };
  if (step.kind === "repair")
    return step.source === "model"
      ? { kind: "mend-code", explanation }
      : { kind: "apply-repairs", source: step.source, versionId, explanation };
  if (step.kind === "hand-over" || step.fallback === "last-green-version") return { kind: "give-up", explanation };
  switch (step.fallback) {
    case "regenerate-lockfile":
    case "simplified-build":
      return { kind: step.fallback, versionId, explanation };
    case "more-resources":
      return { kind: step.fallback, resourceScale: context.healing.resourceScale * 2, explanation };
    case "without-tasks":
      return { kind: step.fallback, tasks: leaveFor(context, diagnosis, facts), explanation };
    default:
      return { kind: step.fallback, explanation };
  }
}

/** What was tried, with the milliseconds that were waited, until it ended. */
function healUntilEnd(fails: (round: number) => Diagnosis, known: Partial<HealingFacts> = {}, from = start) {
  let context = from;
  let waited = 0;
  const move = (event: LoopEvent): void => {
    const moved = transition(context, event);
    if (moved.kind !== "moved") throw new Error(`${event.type} was ${moved.kind} in ${context.state}`);
    // As it is stored between two moves.
    context = JSON.parse(JSON.stringify(moved.context)) as LoopContext;
  };
  for (let round = 1; round <= 40; round += 1) {
    const diagnosis = fails(round);
    move({ type: "broke", diagnosis, run: context.run });
    const step = planHealing(describeSituation(context, diagnosis, { ...facts, ...known }), 0.5);
    const remedy = remedyOf(step, context, diagnosis, round);
    if (remedy.kind === "retry") waited += remedy.delayMs;
    move({ type: "healed", remedy, run: context.run });
    if (context.state === "escalated")
      return { waited, context, tried: (context.healing.rounds ?? []).map(({ tried }) => tried) };
    if (context.state === "coding") {
      move({ type: "coded", versionId: `ver_${round}`, edits: context.edits, run: context.run });
      move({ type: "reviewed", blocking: 0, summary: "", run: context.run });
    }
  }
  throw new Error("It did not end in forty rounds.");
}

const typesFail = (file: string) =>
  diagnoseSteps([
    {
      result: { ...result, step: "types" },
      output: `${file}(3,5): error TS2322: Type 'A' is not assignable to type 'B'.`,
    },
  ]);

describe("repairs that do not help", () => {
  it("end with the failing task's work left out, then all of the model's, then the edits whole, then a person", () => {
    const { tried, context } = healUntilEnd(() => typesFail("src/two.ts"));
    expect(tried).toEqual(["apply-repairs", "mend-code", "without-tasks", "scaffold-only", "keep-edits-whole"]);
    expect(context).toMatchObject({ leftOut: ["t2", "t3"], error: { code: "HEALING_EXHAUSTED" } });
  });

  it("leave out all of it at once where no task is to blame", () => {
    const { tried } = healUntilEnd(() => typesFail("src/elsewhere.ts"));
    expect(tried).toEqual(["apply-repairs", "mend-code", "scaffold-only", "keep-edits-whole"]);
  });

  it("are no model's business in a version that a person made, unless that person asks", () => {
    const byHand = { ...start, buildsVersion: true, wrote: [], edits: newLoopContext("auto").edits };
    expect(healUntilEnd(() => typesFail("src/two.ts"), {}, byHand).tried).toEqual(["apply-repairs"]);
    expect(healUntilEnd(() => typesFail("src/two.ts"), { modelAsked: true }, byHand).tried).toEqual([
      "apply-repairs",
      "mend-code",
    ]);
  });

  it("are tried without a model where there is none", () => {
    const offline = { ...start, plannedBy: "builtin" as const, edits: newLoopContext("auto").edits };
    expect(healUntilEnd(() => typesFail("src/two.ts"), {}, offline).tried).toEqual(["apply-repairs"]);
  });
});

describe("surroundings that stay away", () => {
  it("wait half a minute in all for a builder that is gone, and change no code", () => {
    const { tried, waited } = healUntilEnd(() => diagnoseFault("build", "network", "service", "The builder is away."));
    expect(tried).toEqual(["retry", "retry", "retry", "retry", "retry"]);
    expect(waited).toBe(31_000);
  });

  it("install with the other package manager when the registry did not answer five times", () => {
    const { tried, context } = healUntilEnd(() =>
      diagnoseSteps([{ result: { ...result, step: "install" }, output: "npm error code E503\nnpm error 503 Service" }]),
    );
    expect(tried).toEqual(["retry", "retry", "retry", "retry", "retry", "other-package-manager"]);
    expect(context.healing.packageManager).toBe("pnpm");
  });

  it("make the lockfile anew before anything else where it lags behind", () => {
    const output = "npm error code EUSAGE\nnpm error Missing: dayjs@1.11.13 from lock file";
    const { tried } = healUntilEnd(() => diagnoseSteps([{ result: { ...result, step: "install" }, output }]), {
      drafted: null,
      tasks: [],
    });
    expect(tried).toEqual(["regenerate-lockfile", "other-package-manager", "keep-edits-whole"]);
  });

  it("ask less of a build that lacked memory, and then give it more", () => {
    const killed = { ...result, outcome: "out-of-memory", step: "build" } as const;
    const { tried, context } = healUntilEnd(() => diagnoseSteps([{ result: killed, output: "" }]), { tasks: [] });
    expect(tried.slice(0, 2)).toEqual(["simplified-build", "more-resources"]);
    expect(context.healing).toMatchObject({ simplified: true, resourceScale: 2 });
  });
});

describe("whatever fails, in whatever order", () => {
  const anyFailure = fc.oneof(
    fc
      .tuple(fc.constantFrom(...errorCategories), fc.nat(3), fc.constantFrom("install", "build", "test"))
      .map(([category, which, where]) => diagnoseFault(where, category, "x", `m${"abcd"[which]}`)),
    fc.constantFrom("src/one.ts", "src/two.ts", "src/x.ts").map(typesFail),
  );
  it("ends, with money spent in three rounds at the most and minutes waited", () => {
    fc.assert(
      fc.property(fc.array(anyFailure, { minLength: 1, maxLength: 20 }), (failures) => {
        const { tried, waited } = healUntilEnd((round) => failures[round % failures.length] ?? typesFail("src/x.ts"));
        expect(tried.length).toBeLessThanOrEqual(12);
        expect(tried.filter((each) => each === "mend-code").length).toBeLessThanOrEqual(3);
        expect(waited).toBeLessThanOrEqual(60_000);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a record of before", () => {
  it("is healed on, though it knows nothing of causes, kinds and sources", () => {
    const round = {
      where: "types",
      category: "type",
      message: "TS2322",
      errors: 1,
      signature: "s",
      tried: "mend-code",
      versionId: "ver_0",
      spentUsd: 0.1,
    } as const;
    const { leftOut: _leftOut, wrote: _wrote, ...older } = start;
    const context = JSON.parse(
      JSON.stringify({ ...older, healing: { ...older.healing, attempts: 1, rounds: [round] } }),
    ) as LoopContext;
    const diagnosis = JSON.parse(
      JSON.stringify({ ...diagnoseFault("types", "type", "mismatch", "TS2322"), signature: "s", causes: undefined }),
    ) as Diagnosis;
    const { tried } = healUntilEnd(() => diagnosis, { drafted: null }, context);
    expect(tried).toEqual(["mend-code", "scaffold-only", "keep-edits-whole"]);
  });
});
