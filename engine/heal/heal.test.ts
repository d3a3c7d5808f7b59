import { describe, expect, it } from "vitest";
import type { StepName, StepResult } from "#builder/protocol.ts";
import { diagnoseError, diagnoseFault, diagnoseSteps } from "./diagnose.ts";
import { readFixtures } from "./fixtures/read-fixtures.ts";
import { readRefusal } from "./parse/read-refusal.ts";

const failed = (step: StepName, output: string, outcome: StepResult["outcome"] = "failed") => ({
  result: { step, outcome, exitCode: outcome === "failed" ? 1 : null, durationMs: 10, peakMemoryBytes: 1, cpuMs: 1 },
  output,
});

const outputs = [
  {
    name: "a missing package",
    step: "build",
    output: "Error: Cannot find module 'zod'",
    category: "dependency",
    kind: "missing",
  },
  {
    name: "a type mismatch",
    step: "types",
    output: "src/a.ts(3,5): error TS2322: Type 'string' is not assignable to type 'number'.",
    category: "type",
    kind: "mismatch",
  },
  {
    name: "a syntax error",
    step: "types",
    output: "src/a.ts(3,5): error TS1005: ';' expected.",
    category: "syntax",
    kind: "unexpected-token",
  },
  { name: "a registry hiccup", step: "install", output: "npm error code E503", category: "network", kind: "registry" },
  {
    name: "a full disk",
    step: "build",
    output: "Error: ENOSPC: no space left on device, write",
    category: "resource",
    kind: "disk",
  },
  {
    name: "something new",
    step: "build",
    output: "the cat walked over the keyboard",
    category: "unknown",
    kind: "other",
  },
] as const;

describe("diagnosing failed steps", () => {
  it.each(outputs)("recognises $name", ({ step, output, category, kind }) => {
    expect(diagnoseSteps([failed(step, `some noise\n${output}\n`)])).toMatchObject({ category, kind, where: step });
  });

  it.each([
    ["timeout", "timeout"],
    ["out-of-memory", "memory"],
    ["output-limit", "output"],
  ] as const)("calls a step that ended by %s a resource failure", (outcome, kind) => {
    expect(diagnoseSteps([failed("build", "half a line", outcome)])).toMatchObject({ category: "resource", kind });
  });

  it("takes an installation that waited for the registry until its time was up for what it is", () => {
    const output = "npm error code ECONNREFUSED\nThe package registry did not answer well; attempt 2 of 3.";
    expect(diagnoseSteps([failed("install", output, "timeout")])).toMatchObject({
      category: "network",
      kind: "registry",
      where: "install",
    });
  });

  it("counts a fault that several steps saw once, and keeps what each of them saw alone", () => {
    const types = "src/a.ts(3,5): error TS2304: Cannot find name 'useState'.";
    const lint = " x eslint(no-debugger): `debugger` statement is not allowed\n   ,-[src/b.ts:1:1]\n 1 | debugger;";
    const one = diagnoseSteps([failed("types", types)]);
    const both = diagnoseSteps([failed("types", types), failed("build", types), failed("lint", lint)]);
    expect(one.causes).toHaveLength(1);
    expect(both.causes?.map(({ step }) => step)).toEqual(["types", "lint"]);
    expect(both).toMatchObject({ where: "types", errors: 2, message: expect.stringContaining("src/a.ts:3 TS2304") });
    expect(both.signature).not.toBe(one.signature);
  });

  it("stays small enough to be stored with every move of the loop, whatever was printed", () => {
    const flood = Array.from({ length: 3_000 }, (_unused, index) => {
      const file = `src/file${index % 90}.ts`;
      return `${file}(${index + 1},1): error TS2339: Property 'p${index}' does not exist on type '${"x".repeat(300)}'.`;
    });
    const diagnosis = diagnoseSteps([failed("types", flood.join("\n"))]);
    expect(diagnosis.errors).toBeGreaterThan(1_000);
    expect(JSON.stringify(diagnosis).length).toBeLessThan(120_000);
  });

  it("gives every fixture's output a diagnosis with its causes, or calls it unknown", () => {
    for (const { fixture, step, output } of readFixtures()) {
      if (step === "release" || step === "serve") continue;
      const { category, causes = [], signature, message } = diagnoseSteps([failed(step, output)]);
      expect(causes.length > 0 || category === "unknown", fixture).toBe(true);
      expect(signature, fixture).toMatch(/^[0-9a-f]{16}$/);
      expect(message, fixture).not.toBe("");
    }
  });
});

describe("diagnosing what no step said", () => {
  it("names the file that the builder could not begin with", () => {
    const refused = readRefusal("package.json is not JSON.");
    expect(refused && diagnoseError("install", refused)).toMatchObject({
      category: "configuration",
      kind: "json",
      where: "install",
      causes: [{ leaf: "configuration/json", error: { file: "package.json" } }],
    });
    const lock = readRefusal("package-lock.json: node_modules/a has no integrity; only packages of the registry can …");
    expect(lock && diagnoseError("install", lock)).toMatchObject({ category: "dependency", kind: "lockfile" });
    expect(readRefusal("The builder's disk is full. Try again later.")).toBeNull();
  });

  it("signs faults of the surroundings alike where only places and numbers differ", () => {
    const [one, other] = ["bld_1 took 13 s", "bld_2 took 7 s"].map((message) =>
      diagnoseFault("build", "network", "service", message),
    );
    expect(one?.signature).toBe(other?.signature);
    expect(one?.signature).not.toBe(diagnoseFault("test", "network", "service", "bld_1 took 13 s").signature);
  });
});
