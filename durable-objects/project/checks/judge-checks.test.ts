import { describe, expect, it } from "vitest";
import type { CheckReport, Measure } from "#builder/checks/report.ts";
import { overallStatus } from "#protocol/checks.ts";
import { judgeAudit, judgeBrowser, judgeBrowserFailure, judgeSteps } from "./judge-checks.ts";

const measure: Measure = {
  path: "/",
  performance: 60,
  accessibility: 100,
  bestPractices: 100,
  seo: 95,
  benchmarkIndex: 300,
  failed: [{ id: "largest-contentful-paint", title: "Largest Contentful Paint (5 s)" }],
};

const sound: CheckReport = {
  pages: ["/", "/notes"],
  notVisited: 0,
  problems: [],
  record: { path: "/notes/new", outcome: "created-and-deleted" },
  visitMs: 10,
  violations: [],
  scanMs: 10,
  measures: [measure],
  measureMs: 10,
  measureError: null,
  picture: null,
};

const statuses = (over: Partial<CheckReport>): string[] =>
  judgeBrowser({ kind: "checked", report: { ...sound, ...over } }).map(({ status }) => status);

const violation = {
  rule: "image-alt",
  impact: "critical",
  help: "Images must have alternative text",
  path: "/",
  theme: "light",
  element: "<img>",
  count: 2,
} as const;

describe("a browser's report", () => {
  it.each([
    ["a sound app", {}, ["passed", "passed", "passed"]],
    [
      "a page with an error",
      { problems: [{ path: "/", kind: "console", text: "no" }] },
      ["failed", "passed", "passed"],
    ],
    ["a violation", { violations: [violation] }, ["passed", "failed", "passed"]],
    ["a low mark for accessibility", { measures: [{ ...measure, accessibility: 94 }] }, ["passed", "passed", "failed"]],
    [
      "a low mark for SEO on one page of two",
      { measures: [measure, { ...measure, seo: 80 }] },
      ["passed", "passed", "failed"],
    ],
    ["a Lighthouse that gave up", { measures: [], measureError: "no" }, ["passed", "passed", "interrupted"]],
  ] as [string, Partial<CheckReport>, string[]][])("with %s is judged", (_name, over, expected) => {
    expect(statuses(over)).toEqual(expected);
  });

  it("keeps the lowest marks of all pages, and says what costs them", () => {
    const report = { ...sound, measures: [measure, { ...measure, performance: 40, seo: 100 }] };
    const lighthouse = judgeBrowser({ kind: "checked", report }).at(-1);
    expect(lighthouse).toMatchObject({ score: 40, summary: { scores: { performance: 40, seo: 95 } } });
    expect(lighthouse?.summary.findings).toHaveLength(2);
  });

  it("of an app that does not start fails, of a machine without browser is no verdict", () => {
    const broken = judgeBrowser({ kind: "broken", reason: "no port" });
    expect(broken.map(({ status }) => status)).toEqual(["failed", "skipped", "skipped"]);
    const skipped = judgeBrowser({ kind: "skipped", reason: "No Chromium." });
    expect(skipped.map(({ status, summary }) => [status, summary.message])).toEqual(
      Array.from({ length: 3 }, () => ["skipped", "No Chromium."]),
    );
    expect(judgeBrowserFailure("timeout").every(({ status }) => status === "interrupted")).toBe(true);
  });
});

describe("an audit", () => {
  const found = (severity: "low" | "high") => ({ name: "leaky", severity, title: "It leaks", range: "<2" });
  it.each([
    ["nothing", [], "passed"],
    ["something low", [found("low")], "passed"],
    ["something high", [found("low"), found("high")], "failed"],
  ] as const)("that finds %s is judged", (_name, vulnerabilities, status) => {
    expect(judgeAudit({ kind: "asked", packages: 7, vulnerabilities: [...vulnerabilities] }, 5).status).toBe(status);
  });

  it("that could not ask blames nobody", () => {
    expect(judgeAudit({ kind: "unreachable", reason: "Offline." }, 5)).toMatchObject({
      status: "skipped",
      summary: { message: "Could not be asked. Offline." },
    });
  });
});

it("a build's steps become checks where they say something about the app", () => {
  const step = { exitCode: 0, durationMs: 5, peakMemoryBytes: 1, cpuMs: 1 };
  const judged = judgeSteps([
    { ...step, step: "install", outcome: "passed" },
    { ...step, step: "types", outcome: "passed" },
    { ...step, step: "lint", outcome: "failed" },
    { ...step, step: "test", outcome: "cancelled" },
  ]);
  expect(judged.map(({ kind, status }) => [kind, status])).toEqual([
    ["types", "passed"],
    ["lint", "failed"],
  ]);
});

it.each([
  [["passed", "running"], null],
  [["passed", "failed", "interrupted"], "failed"],
  [["passed", "interrupted", "skipped"], "interrupted"],
  [["skipped", "passed"], "passed"],
  [["skipped"], "skipped"],
] as const)("%j together are %s", (statuses, overall) => expect(overallStatus(statuses)).toBe(overall));
