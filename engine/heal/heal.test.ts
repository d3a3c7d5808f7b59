import { describe, expect, it } from "vitest";
import type { StepResult } from "#builder/protocol.ts";
import { signatureOf } from "./classify/signature.ts";
import { diagnoseFault, diagnoseStep } from "./diagnose.ts";
import { chooseRemedy } from "./policy/retry-policy.ts";

const failed: StepResult = {
  step: "build",
  outcome: "failed",
  exitCode: 1,
  durationMs: 10,
  peakMemoryBytes: 1,
  cpuMs: 1,
};

const outputs = [
  {
    name: "a missing package",
    output: "Error: Cannot find module 'zod'",
    category: "dependency",
    kind: "missing",
  },
  {
    name: "a type mismatch",
    output: "src/a.ts(3,5): error TS2322: Type 'string' is not assignable",
    category: "type",
    kind: "mismatch",
  },
  {
    name: "a possibly null value",
    output: "src/a.ts(3,5): error TS18047: 'x' is possibly 'null'.",
    category: "type",
    kind: "null",
  },
  {
    name: "a syntax error",
    output: "src/a.ts(3,5): error TS1005: ';' expected.",
    category: "syntax",
    kind: "parse",
  },
  {
    name: "a registry hiccup",
    output: "npm error code ECONNRESET",
    category: "network",
    kind: "registry",
  },
  {
    name: "a full disk",
    output: "Error: ENOSPC: no space left on device",
    category: "resource",
    kind: "disk",
  },
  {
    name: "a failing test",
    output: " FAIL  tests/api.test.ts > creates",
    category: "runtime",
    kind: "test-failure",
  },
  {
    name: "something new",
    output: "the cat walked over the keyboard",
    category: "unknown",
    kind: "exit-status",
  },
];

describe("diagnoseStep", () => {
  it.each(outputs)("recognises $name", ({ output, category, kind }) => {
    expect(diagnoseStep(failed, `some noise\n${output}\n`)).toMatchObject({
      category,
      kind,
      where: "build",
    });
  });

  it.each([
    ["timeout", "timeout"],
    ["out-of-memory", "memory"],
    ["output-limit", "output"],
  ] as const)("calls a step that ended by %s a resource failure", (outcome, kind) => {
    expect(diagnoseStep({ ...failed, outcome, exitCode: null }, "")).toMatchObject({
      category: "resource",
      kind,
    });
  });
});

describe("signatureOf", () => {
  it("is the same where only names, paths and places differ", () => {
    const one = signatureOf(
      "type",
      "mismatch",
      "types",
      "src/routes/product.ts(3,5): error TS2322: Type 'string' is bad",
    );
    const two = signatureOf("type", "mismatch", "types", "src/lib/order.ts(41,17): error TS2322: Type 'number' is bad");
    expect(one).toBe(two);
  });

  it("tells different errors apart", () => {
    const one = signatureOf("type", "other", "types", "src/a.ts(3,5): error TS2322: x");
    const two = signatureOf("type", "other", "types", "src/a.ts(3,5): error TS2741: x");
    expect(one).not.toBe(two);
  });
});

describe("chooseRemedy", () => {
  const network = diagnoseFault("install", "network", "registry", "ECONNRESET");

  it("waits twice as long each time, at most a minute", () => {
    const delays = [0, 1, 2, 3].map((used) => {
      const remedy = chooseRemedy(network, { attempts: used, byCategory: { network: used }, resourceScale: 1 }, 0.5);
      return remedy.kind === "retry" ? remedy.delayMs : null;
    });
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it("gives more memory and time after a resource failure, twice at the most", () => {
    const memory = diagnoseFault("build", "resource", "memory", "too much");
    expect(chooseRemedy(memory, { attempts: 0, byCategory: {}, resourceScale: 1 }, 0.5)).toMatchObject({
      resourceScale: 2,
    });
    const spent = { attempts: 2, byCategory: { resource: 2 }, resourceScale: 4 };
    expect(chooseRemedy(memory, spent, 0.5).kind).toBe("give-up");
  });

  it("stops after five attempts whatever the category", () => {
    const spent = { attempts: 5, byCategory: { network: 1 }, resourceScale: 1 };
    expect(chooseRemedy(network, spent, 0.5).kind).toBe("give-up");
  });

  it("does not run the same code again when the code is at fault", () => {
    const type = diagnoseFault("types", "type", "mismatch", "TS2322");
    expect(chooseRemedy(type, { attempts: 0, byCategory: {}, resourceScale: 1 }, 0.5).kind).toBe("give-up");
  });
});
