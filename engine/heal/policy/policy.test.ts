import { describe, expect, it } from "vitest";
import { errorCategories } from "../diagnosis.ts";
import { type HealingStep, planHealing, type Situation, type TriedRound } from "./plan-healing.ts";
import { delayBefore, fallbacks, policyTable } from "./policy-table.ts";

const middle = 0.5;
const base: Situation = {
  category: "type",
  kind: "mismatch",
  signature: "s1",
  where: "types",
  errors: 4,
  offers: ["rule", "model"],
  possible: [...fallbacks],
  rounds: [],
};
const repair = (source: "cache" | "similar" | "rule" | "model") => ({ kind: "repair", source }) as const;
const retry = { kind: "retry" } as const;
const fallback = (name: "regenerate-lockfile" | "simplified-build" | "more-resources" | "without-tasks") =>
  ({ kind: "fallback", fallback: name }) as const;
const round = (did: TriedRound["did"], more: Partial<TriedRound> = {}): TriedRound => ({
  signature: "s1",
  where: "types",
  category: "type",
  errors: null,
  did,
  ...more,
});
/** A failure that may pass by itself. */
const dependency = { category: "dependency", kind: "native" } as const;

describe("the delay before a retry", () => {
  it("doubles from a second to a minute", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 20].map((used) => delayBefore(used, middle))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
    ]);
  });

  it("varies by a tenth at most", () => {
    expect([delayBefore(0, 0), delayBefore(0, 1)]).toEqual([900, 1_100]);
  });
});

describe("the table", () => {
  it.each([
    ["dependency", 3],
    ["resource", 2],
    ["network", 5],
    ["unknown", 2],
    ["type", 0],
    ["syntax", 0],
  ] as const)("runs a failure of the kind %s again %i times", (category, retries) => {
    expect(policyTable[category].retries).toBe(retries);
  });

  it.each(errorCategories)(
    "ends every %s failure with the last green version, then a human, in the order of N3.3",
    (category) => {
      const listed = policyTable[category].moves.filter((move) => move !== "repair" && move !== "retry");
      expect(listed.slice(-2)).toEqual(["last-green-version", "human"]);
      expect(listed).toEqual(fallbacks.filter((each) => listed.includes(each)));
    },
  );
});

const cases: readonly { what: string; situation: Partial<Situation>; next: Partial<HealingStep> }[] = [
  { what: "takes the rule before the model", situation: {}, next: repair("rule") },
  { what: "takes a known repair before all", situation: { offers: ["model", "rule", "cache"] }, next: repair("cache") },
  {
    what: "does not use one source twice for one failure",
    situation: { rounds: [round(repair("rule"))] },
    next: repair("model"),
  },
  {
    what: "uses a source again for another failure",
    situation: { rounds: [round(repair("rule"), { signature: "s0" })] },
    next: repair("rule"),
  },
  {
    what: "leaves out the failing task's work when the same error came back twice",
    situation: { offers: ["cache", "rule", "model"], rounds: [round(repair("cache")), round(repair("rule"))] },
    next: { ...fallback("without-tasks"), reason: "The same error came back after 2 repairs." },
  },
  {
    what: "leaves out everything the model wrote only after that",
    situation: {
      signature: "s2",
      offers: [],
      rounds: [round(repair("model")), round(fallback("without-tasks"))],
    },
    next: { kind: "fallback", fallback: "scaffold-only" },
  },
  {
    what: "goes back to the green version where nothing can be left out",
    situation: { offers: [], possible: ["last-green-version", "human"], rounds: [round(repair("rule"))] },
    next: {
      kind: "fallback",
      fallback: "last-green-version",
      reason: "The same error came back after a repair.",
    },
  },
  {
    what: "stops repairing when errors do not fall over two rounds",
    situation: {
      errors: 7,
      rounds: [
        round(repair("rule"), { signature: "a", errors: 5 }),
        round(repair("model"), { signature: "b", errors: 6 }),
      ],
    },
    next: { kind: "fallback", fallback: "without-tasks" },
  },
  {
    what: "goes on where another step fails by now, whatever it counts",
    situation: {
      errors: 7,
      rounds: [
        round(repair("rule"), { signature: "a", where: "lint", errors: 5 }),
        round(repair("model"), { signature: "b", errors: 6 }),
      ],
    },
    next: repair("rule"),
  },
  {
    what: "goes on while errors fall",
    situation: {
      errors: 2,
      rounds: [
        round(repair("rule"), { signature: "a", errors: 9 }),
        round(repair("model"), { signature: "b", errors: 5 }),
      ],
    },
    next: repair("rule"),
  },
  { what: "runs a network failure again before anything is changed", situation: { category: "network" }, next: retry },
  {
    what: "does not run again what fails the same way every time",
    situation: { category: "dependency", kind: "lockfile", offers: [] },
    next: { kind: "fallback", fallback: "regenerate-lockfile" },
  },
  {
    what: "asks less of the build, then gives it more, before a model reads code that took too long",
    situation: {
      category: "resource",
      kind: "memory",
      offers: ["model"],
      rounds: [round(fallback("simplified-build"), { category: "resource" })],
    },
    next: { kind: "fallback", fallback: "more-resources" },
  },
  {
    what: "lets a model read it after that",
    situation: {
      category: "resource",
      kind: "memory",
      offers: ["model"],
      rounds: [
        round(fallback("simplified-build"), { category: "resource" }),
        round(fallback("more-resources"), { category: "resource" }),
      ],
    },
    next: repair("model"),
  },
  {
    what: "waits longer each time",
    situation: {
      category: "network",
      rounds: [round(retry, { category: "network" }), round(retry, { category: "network" })],
    },
    next: { kind: "retry", delayMs: 4_000 },
  },
  {
    what: "makes the lockfile anew when a dependency failure has no repair and was tried three times",
    situation: {
      ...dependency,
      offers: [],
      rounds: [1, 2, 3].map(() => round(retry, { category: "dependency" })),
    },
    next: { kind: "fallback", fallback: "regenerate-lockfile" },
  },
  {
    what: "takes the next fallback after the first one failed",
    situation: {
      ...dependency,
      offers: [],
      rounds: [
        ...[1, 2, 3].map(() => round(retry, { category: "dependency" })),
        round(fallback("regenerate-lockfile"), { category: "dependency" }),
      ],
    },
    next: { kind: "fallback", fallback: "other-package-manager" },
  },
  {
    what: "leaves out fallbacks that are not possible",
    situation: { offers: [], possible: [] },
    next: { kind: "hand-over" },
  },
  {
    what: "stops repairing and retrying after five tries in all",
    situation: {
      category: "network",
      rounds: [
        round(repair("rule")),
        round(repair("model")),
        ...[1, 2, 3].map(() => round(retry, { category: "network" })),
      ],
    },
    next: { kind: "fallback", fallback: "other-package-manager" },
  },
];

describe("planning", () => {
  it.each(cases)("$what", ({ situation, next }) => {
    expect(planHealing({ ...base, ...situation }, middle)).toMatchObject(next);
  });

  it("says why it hands over when the same error came back", () => {
    const rounds = [round(repair("rule")), round(repair("model"))];
    const step = planHealing({ ...base, rounds, possible: [] }, middle);
    expect(step).toEqual<HealingStep>({ kind: "hand-over", reason: "The same error came back after 2 repairs." });
  });

  it.each(errorCategories)("ends for a %s failure that nothing mends, whatever is offered", (category) => {
    let rounds: TriedRound[] = [];
    for (let tries = 0; tries < 20; tries += 1) {
      const step = planHealing(
        {
          ...base,
          category,
          signature: `s${tries}`,
          errors: null,
          offers: ["cache", "similar", "rule", "model"],
          rounds,
        },
        middle,
      );
      if (step.kind === "hand-over") break;
      rounds = [...rounds, round(step, { category, signature: `s${tries}` })];
    }
    expect(rounds.length).toBeLessThanOrEqual(12);
  });
});
