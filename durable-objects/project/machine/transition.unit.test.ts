import fc from "fast-check";
import { diagnoseAppFault } from "#engine/heal/runtime/diagnose-app-fault.ts";
import { structuredError } from "#engine/heal/structured-error.ts";
import { describe, expect, it } from "vitest";
import type { Diagnosis, Remedy } from "#engine/heal/diagnosis.ts";
import { isEndState, loopStates, type LoopState } from "#protocol/loop-state.ts";
import { newLoopContext, type LoopContext } from "./context.ts";
import type { LoopEvent } from "./events.ts";
import { loopLimits } from "./limits.ts";
import { transition, workOf } from "./transition.ts";

const diagnosis: Diagnosis = {
  category: "type",
  kind: "mismatch",
  where: "types",
  message: "Type 'string' is not assignable to type 'number'.",
  excerpt: "src/a.ts(1,1)",
  signature: "abc",
};
const retry: Remedy = {
  kind: "retry",
  delayMs: 0,
  explanation: "Trying again.",
};
const explanation = "Why.";
const toBuilding: Remedy[] = [
  { kind: "apply-repairs", source: "rule", versionId: "ver_2", explanation },
  { kind: "regenerate-lockfile", versionId: "ver_2", explanation },
  { kind: "simplified-build", versionId: "ver_2", explanation },
];
const toFailedStep: Remedy[] = [
  { kind: "simplified-build", versionId: null, explanation },
  { kind: "other-package-manager", explanation },
  { kind: "more-resources", resourceScale: 2, explanation },
];
const noEdits = { files: [], canFallBack: false };
const keepWhole: Remedy = { kind: "keep-edits-whole", explanation: "Trying with the edited files as they were." };
const giveUp: Remedy = { kind: "give-up", explanation: "Nothing left to try." };

function at(state: LoopState, over: Partial<LoopContext> = {}): LoopContext {
  return { ...newLoopContext("auto"), state, run: 7, ...over };
}
const healing = { ...newLoopContext("auto").healing, diagnosis, failedIn: "building" as const };

const moves: { from: LoopState; over?: Partial<LoopContext>; event: LoopEvent; to: LoopState }[] = [
  { from: "idle", event: { type: "start" }, to: "planning" },
  { from: "idle", over: { buildsVersion: true, versionId: "ver_1" }, event: { type: "start" }, to: "reviewing" },
  {
    from: "reviewing",
    over: { buildsVersion: true },
    event: { type: "reviewed", blocking: 1, summary: "a secret", run: 7 },
    to: "failed",
  },
  { from: "preview", over: { buildsVersion: true }, event: { type: "reject", comment: "no" }, to: "failed" },
  { from: "healing", over: { healing }, event: { type: "healed", remedy: keepWhole, run: 7 }, to: "coding" },
  { from: "planning", event: { type: "planned", by: "builtin", run: 7 }, to: "coding" },
  {
    from: "planning",
    over: { mode: "supervised" },
    event: { type: "planned", by: "builtin", run: 7 },
    to: "awaiting_approval",
  },
  { from: "planning", over: { mode: "supervised" }, event: { type: "asked", run: 7 }, to: "awaiting_approval" },
  { from: "awaiting_approval", over: { questions: "open" }, event: { type: "approve" }, to: "planning" },
  { from: "awaiting_approval", over: { questions: "open" }, event: { type: "reject", comment: "two" }, to: "planning" },
  { from: "awaiting_approval", over: { questions: "settled" }, event: { type: "approve" }, to: "coding" },
  { from: "awaiting_approval", event: { type: "approve" }, to: "coding" },
  { from: "awaiting_approval", event: { type: "reject", comment: "more" }, to: "planning" },
  {
    from: "awaiting_approval",
    over: { planRevision: loopLimits.planRevisions },
    event: { type: "reject", comment: null },
    to: "failed",
  },
  { from: "coding", event: { type: "coded", versionId: "ver_1", edits: noEdits, run: 7 }, to: "reviewing" },
  {
    from: "reviewing",
    event: { type: "reviewed", blocking: 0, summary: "", run: 7 },
    to: "building",
  },
  {
    from: "reviewing",
    event: { type: "reviewed", blocking: 1, summary: "a secret", run: 7 },
    to: "coding",
  },
  {
    from: "reviewing",
    over: { reviewRounds: loopLimits.reviewRounds },
    event: { type: "reviewed", blocking: 1, summary: "a secret", run: 7 },
    to: "failed",
  },
  { from: "building", event: { type: "built", run: 7 }, to: "testing" },
  { from: "building", event: { type: "broke", diagnosis, run: 7 }, to: "healing" },
  { from: "testing", event: { type: "tested", run: 7 }, to: "deploying" },
  { from: "testing", event: { type: "broke", diagnosis, run: 7 }, to: "healing" },
  { from: "deploying", event: { type: "deployed", url: "http://x", run: 7 }, to: "production" },
  {
    from: "deploying",
    over: { mode: "supervised" },
    event: { type: "deployed", url: "http://x", run: 7 },
    to: "preview",
  },
  { from: "deploying", event: { type: "broke", diagnosis, run: 7 }, to: "healing" },
  { from: "preview", event: { type: "approve" }, to: "production" },
  { from: "preview", event: { type: "reject", comment: "bigger" }, to: "planning" },
  { from: "production", event: { type: "released", run: 7 }, to: "complete" },
  { from: "production", event: { type: "released", withheld: "Not connected.", run: 7 }, to: "complete" },
  { from: "production", event: { type: "broke", diagnosis, run: 7 }, to: "healing" },
  {
    from: "healing",
    over: { healing },
    event: { type: "healed", remedy: retry, run: 7 },
    to: "building",
  },
  {
    from: "healing",
    over: { healing: { ...healing, failedIn: "testing" } },
    event: { type: "healed", remedy: retry, run: 7 },
    to: "testing",
  },
  {
    from: "healing",
    over: { healing: { ...healing, failedIn: "deploying" } },
    event: { type: "healed", remedy: retry, run: 7 },
    to: "deploying",
  },
  {
    from: "healing",
    over: { healing: { ...healing, failedIn: "production" } },
    event: { type: "healed", remedy: retry, run: 7 },
    to: "production",
  },
  {
    from: "healing",
    over: { healing },
    event: { type: "healed", remedy: giveUp, run: 7 },
    to: "escalated",
  },
  {
    from: "healing",
    over: { healing },
    event: { type: "healed", remedy: { kind: "mend-code", explanation: "The model mends it." }, run: 7 },
    to: "coding",
  },
  {
    from: "healing",
    over: { healing },
    event: { type: "healed", remedy: { kind: "scaffold-only", explanation: "Without the model's work." }, run: 7 },
    to: "coding",
  },
  {
    from: "healing",
    over: { healing },
    event: { type: "healed", remedy: { kind: "without-tasks", tasks: ["t1"], explanation }, run: 7 },
    to: "coding",
  },
  ...toBuilding.map((remedy) => ({
    from: "healing" as const,
    over: { healing: { ...healing, failedIn: "testing" as const } },
    event: { type: "healed" as const, remedy, run: 7 },
    to: "building" as const,
  })),
  ...toFailedStep.map((remedy) => ({
    from: "healing" as const,
    over: { healing: { ...healing, failedIn: "testing" as const } },
    event: { type: "healed" as const, remedy, run: 7 },
    to: "testing" as const,
  })),
  { from: "paused", over: { pausedFrom: "coding" }, event: { type: "resume" }, to: "coding" },
  ...loopStates
    .filter((state) => !isEndState(state))
    .map((from) => ({
      from,
      over: { pausedFrom: from === "paused" ? ("building" as const) : null },
      event: { type: "cancel" as const },
      to: "cancelled" as const,
    })),
  ...loopStates
    .filter((state) => !isEndState(state) && state !== "paused")
    .map((from) => ({ from, event: { type: "pause" as const }, to: "paused" as const })),
  ...loopStates
    .filter((state) => workOf(state) !== null)
    .map((from) => ({
      from,
      event: { type: "refused" as const, error: { code: "PROMPT", message: "Empty." }, run: 7 },
      to: "failed" as const,
    })),
];

describe("transition", () => {
  it.each(moves)("moves from $from by $event.type to $to", ({ from, over, event, to }) => {
    const before = at(from, over);
    const result = transition(before, event);
    expect(result).toMatchObject({ kind: "moved", context: { state: to, run: 8 } });
  });

  it("covers a way out of every state that is not an end", () => {
    const left = new Set(moves.map((move) => move.from));
    expect(loopStates.filter((state) => !isEndState(state) && !left.has(state))).toEqual([]);
  });

  it.each(["approve", "reject"] as const)("refuses to %s while nothing waits for approval", (type) => {
    const event: LoopEvent = type === "approve" ? { type } : { type, comment: null };
    for (const state of ["planning", "coding", "building", "paused", "healing"] as const) {
      expect(transition(at(state, { pausedFrom: state === "paused" ? "coding" : null }), event).kind).toBe("refused");
    }
  });

  it("lets the architect ask once, and only where somebody is there to answer", () => {
    const asked = { type: "asked", run: 7 } as const;
    expect(transition(at("planning"), asked).kind).toBe("ignored");
    expect(transition(at("planning", { mode: "supervised", questions: "settled" }), asked).kind).toBe("ignored");
    const open = at("awaiting_approval", { mode: "supervised", questions: "open", planRevision: 0 });
    expect(transition(open, { type: "reject", comment: "Two shops" })).toMatchObject({
      context: { questions: "settled", feedback: ["Two shops"], planRevision: 0 },
    });
  });

  it("hears what is said while approving: an answer to the architect, a word to the coder", () => {
    const comment = "Two shops";
    const open = at("awaiting_approval", { mode: "supervised", questions: "open", planRevision: 0 });
    expect(transition(open, { type: "approve", comment })).toMatchObject({
      context: { state: "planning", questions: "settled", feedback: [comment] },
    });
    const planned = at("awaiting_approval", { mode: "supervised", questions: "settled", planRevision: 1 });
    expect(transition(planned, { type: "approve", comment })).toMatchObject({
      context: { state: "coding", feedback: [comment] },
    });
  });

  it("keeps everything the user said while rejecting, for every later plan", () => {
    const first = transition(at("awaiting_approval"), { type: "reject", comment: "add invoices" });
    if (first.kind !== "moved") throw new Error("expected a move");
    const again = transition({ ...first.context, state: "preview" }, { type: "reject", comment: "make it green" });
    expect(again).toMatchObject({
      kind: "moved",
      context: { state: "planning", feedback: ["add invoices", "make it green"] },
    });
  });

  it("counts repairs by category, and builds with what each fallback changed from then on", () => {
    let context = at("healing", { healing, versionId: "ver_1" });
    for (const remedy of [...toFailedStep, ...toBuilding]) {
      const result = transition({ ...context, state: "healing" }, { type: "healed", remedy, run: context.run });
      if (result.kind !== "moved") throw new Error(result.kind);
      context = { ...result.context, healing: { ...result.context.healing, diagnosis } };
    }
    expect(context).toMatchObject({
      versionId: "ver_2",
      healing: { attempts: 6, byCategory: { type: 6 }, resourceScale: 2, packageManager: "pnpm", simplified: true },
    });
    expect(context.healing.rounds?.map(({ tried, versionId }) => [tried, versionId]).slice(2, 5)).toEqual([
      ["more-resources", "ver_1"],
      ["apply-repairs", "ver_1"],
      ["regenerate-lockfile", "ver_2"],
    ]);
  });

  it("keeps of a round what was wrong, what was done and where the repair came from", () => {
    const remedy: Remedy = {
      kind: "apply-repairs",
      source: "cache",
      fixes: ["fix_1"],
      versionId: "ver_2",
      explanation,
    };
    const result = transition(at("healing", { healing, versionId: "ver_1" }), { type: "healed", remedy, run: 7 });
    if (result.kind !== "moved") throw new Error(result.kind);
    expect(result.context.healing.rounds).toEqual([
      {
        where: "types",
        category: "type",
        kind: "mismatch",
        message: diagnosis.message,
        errors: null,
        signature: "abc",
        causes: [],
        tried: "apply-repairs",
        source: "cache",
        fixes: ["fix_1"],
        what: explanation,
        versionId: "ver_1",
        spentUsd: 0,
      },
    ]);
  });

  it("remembers which tasks are left out, and forgets it with a new plan", () => {
    const remedy: Remedy = { kind: "without-tasks", tasks: ["t2"], explanation };
    const left = transition(at("healing", { healing, leftOut: ["t1"] }), { type: "healed", remedy, run: 7 });
    if (left.kind !== "moved") throw new Error(left.kind);
    expect(left.context).toMatchObject({ leftOut: ["t1", "t2"], modelWork: "tasks", healing: { diagnosis: null } });
    const planned = transition({ ...left.context, state: "planning" }, { type: "planned", by: "model", run: 8 });
    expect(planned).toMatchObject({ context: { leftOut: [] } });
  });

  it("says why a generation ended without success", () => {
    const result = transition(at("healing", { healing }), {
      type: "healed",
      remedy: giveUp,
      run: 7,
    });
    expect(result).toMatchObject({
      kind: "moved",
      context: { error: { code: "HEALING_EXHAUSTED", message: "Nothing left to try." } },
    });
  });
});

const anyEvent = (run: number): fc.Arbitrary<LoopEvent> => {
  const runs = fc.constantFrom(run, run, run, run - 1, run + 1);
  const anyDiagnosis = fc.constantFrom<Diagnosis>(diagnosis, {
    ...diagnosis,
    category: "resource",
  });
  return fc.oneof(
    fc.constantFrom<LoopEvent>(
      { type: "start" },
      { type: "approve" },
      { type: "reject", comment: null },
      { type: "pause" },
      { type: "resume" },
      { type: "resume" },
    ),
    { weight: 1, arbitrary: fc.constant<LoopEvent>({ type: "cancel" }) },
    runs.map((at): LoopEvent => ({ type: "planned", by: "builtin", run: at })),
    runs.map((at): LoopEvent => ({ type: "coded", versionId: "ver_1", edits: noEdits, run: at })),
    runs.map((at): LoopEvent => ({ type: "built", run: at })),
    runs.map((at): LoopEvent => ({ type: "tested", run: at })),
    runs.map((at): LoopEvent => ({ type: "deployed", url: "http://x", run: at })),
    runs.map((at): LoopEvent => ({ type: "released", run: at })),
    fc
      .tuple(runs, fc.nat(2))
      .map(([at, blocking]): LoopEvent => ({ type: "reviewed", blocking, summary: "s", run: at })),
    fc.tuple(runs, anyDiagnosis).map(([at, what]): LoopEvent => ({ type: "broke", diagnosis: what, run: at })),
    fc
      .tuple(runs, fc.constantFrom(retry, keepWhole, giveUp, ...toBuilding, ...toFailedStep))
      .map(([at, remedy]): LoopEvent => ({ type: "healed", remedy, run: at })),
    runs.map((at): LoopEvent => ({ type: "refused", error: { code: "X", message: "x" }, run: at })),
  );
};

describe("a version with edits made by hand", () => {
  it("is written again with the edited files whole, and remembers that it was tried", () => {
    const result = transition(at("healing", { healing }), { type: "healed", remedy: keepWhole, run: 7 });
    if (result.kind !== "moved") throw new Error(result.kind);
    expect(result.context.edits.strategy).toBe("whole-files");
    expect(result.context.healing).toMatchObject({ attempts: 1, byCategory: { type: 1 }, diagnosis: null });
    const edits = { files: ["src/a.ts"], canFallBack: true };
    const coded = transition(result.context, { type: "coded", versionId: "ver_2", edits, run: result.context.run });
    if (coded.kind !== "moved") throw new Error(coded.kind);
    expect(coded.context).toMatchObject({ versionId: "ver_2", edits: { ...edits, strategy: "whole-files" } });
  });
});

describe("any sequence of events", () => {
  it("stays inside the defined states, ends finally, and returns from a pause to where it was", () => {
    fc.assert(
      fc.property(fc.constantFrom("auto" as const, "supervised" as const), fc.gen(), (mode, generate) => {
        let context = newLoopContext(mode);
        for (let step = 0; step < 60; step += 1) {
          const event = generate(anyEvent, context.run);
          const before = structuredClone(context);
          const result = transition(context, event);
          expect(context).toEqual(before);
          if (isEndState(context.state)) expect(result.kind).not.toBe("moved");
          if ("run" in event && event.run !== context.run) expect(result.kind).toBe("ignored");
          if (result.kind !== "moved") continue;
          const next = result.context;
          expect(loopStates).toContain(next.state);
          expect(next.run).toBe(context.run + 1);
          expect(next.pausedFrom !== null).toBe(next.state === "paused");
          if (event.type === "pause") expect(next.pausedFrom).toBe(context.state);
          if (event.type === "resume") expect(next.state).toBe(context.pausedFrom);
          if (next.state === "failed" || next.state === "escalated") expect(next.error).not.toBeNull();
          expect(next.planRevision).toBeLessThanOrEqual(loopLimits.planRevisions);
          expect(next.reviewRounds).toBeLessThanOrEqual(loopLimits.reviewRounds);
          context = next;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a version that runs and has a problem", () => {
  const problem = diagnoseAppFault(
    structuredError({ tool: "browser", code: "TypeError", message: "TypeError: x is undefined" }),
    "Happened once, on /.",
  );
  const started = transition(newLoopContext("auto", "ver_1", problem), { type: "start" });

  it("begins with healing, without a plan and without a build", () => {
    expect(started).toMatchObject({ kind: "moved", context: { state: "healing", builds: 0, versionId: "ver_1" } });
  });

  it("is built, tested and shown once it was mended", () => {
    if (started.kind !== "moved") throw new Error("It did not start.");
    const remedy = { kind: "apply-repairs", source: "rule", versionId: "ver_2", explanation: "Why." } as const;
    const mended = transition(started.context, { type: "healed", remedy, run: started.context.run });
    expect(mended).toMatchObject({ kind: "moved", context: { state: "building", versionId: "ver_2" } });
  });
});
