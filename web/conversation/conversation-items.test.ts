import { expect, it } from "vitest";
import type { Envelope } from "#protocol/envelope.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { projectReducer } from "../session/project-reducer.ts";
import { emptyView } from "../session/project-view.ts";
import { conversationItems } from "./conversation-items.ts";

const generation = {
  id: "gen_1",
  prompt: "A tool shed",
  mode: "supervised",
  startedAt: "2026-11-21T10:00:00.000Z",
} as GenerationView;
const prd = { name: "Tool shed" } as Prd;

type Said = { [K in Envelope["type"]]: [type: K, data: Extract<Envelope, { type: K }>["data"]] }[Envelope["type"]];

function told(...said: Said[]) {
  const events = said.map(([type, data], index) => ({
    v: 1,
    seq: index + 1,
    id: `evt_${index + 1}`,
    ts: "2026-11-21T10:00:00.000Z",
    type,
    actor: { kind: "system", id: "loop" },
    data,
  })) as Envelope[];
  return conversationItems(projectReducer(emptyView, { kind: "events", events }).timeline);
}

it("says a prompt once, though it is also a message", () => {
  const items = told(
    ["generation.created", { generation }],
    ["message.created", { messageId: "m1", role: "user", text: "A tool shed", generationId: "gen_1" }],
  );
  expect(items.map(({ kind }) => kind)).toEqual(["prompt"]);
});

it("keeps what became of each plan with its comment", () => {
  const items = told(
    ["generation.created", { generation }],
    ["plan.proposed", { generationId: "gen_1", prd, revision: 1 }],
    ["plan.rejected", { generationId: "gen_1", comment: "Add loans." }],
    ["plan.proposed", { generationId: "gen_1", prd, revision: 2 }],
    ["plan.approved", { generationId: "gen_1" }],
  );
  expect(items.slice(1)).toMatchObject([
    { kind: "plan", revision: 1, state: "rejected", comment: "Add loans." },
    { kind: "plan", revision: 2, state: "approved" },
  ]);
});

it("tells of files written one after the other in one line", () => {
  const file = (path: string, action: "added" | "modified"): Said => [
    "file.changed",
    { generationId: "gen_1", path, action, size: 1 },
  ];
  expect(told(file("a.ts", "added"), file("b.ts", "added"), file("a.ts", "added"))).toMatchObject([
    { kind: "note", text: "2 files written" },
  ]);
  expect(told(file("a.ts", "added"), file("b.ts", "modified"))).toMatchObject([{ text: "2 files changed" }]);
});

it("says in one line what a regeneration left as people wrote it", () => {
  const kept = (path: string, reason: "conflict" | "deleted", places: number): Said => [
    "file.kept",
    { generationId: "gen_1", versionId: "ver_1", path, reason, places },
  ];
  expect(told(kept("README.md", "conflict", 2), kept("old.ts", "deleted", 0))).toMatchObject([
    {
      kind: "note",
      text: "3 places kept as you wrote them",
      detail: "README.md (2 places): changed on both sides; your text stands\nold.ts: stays deleted, as you left it",
    },
  ]);
});

it("gathers decisions that follow each other", () => {
  const decision = (question: string): Said => [
    "decision.recorded",
    { generationId: "gen_1", question, choice: "yes", reason: "because", alternatives: ["No: too late"] },
  ];
  expect(told(decision("One?"), decision("Two?"))).toMatchObject([
    { kind: "decisions", decisions: [{ question: "One?", alternatives: ["No: too late"] }, { question: "Two?" }] },
  ]);
});

it("says which step a build failed at", () => {
  const step = (name: string, outcome: string) => ({
    step: name,
    outcome,
    durationMs: 1,
    peakMemoryBytes: 1,
    cpuMs: 1,
  });
  const items = told([
    "build.failed",
    {
      generationId: "gen_1",
      buildId: "b",
      kind: "build",
      exitCode: 2,
      durationMs: 1500,
      steps: [step("install", "passed"), step("types", "failed")],
    },
  ]);
  expect(items).toMatchObject([{ tone: "danger", text: "Build failed at types in 1.5 s" }]);
});

it("mentions pauses, and no other change of state", () => {
  const go = (from: "coding" | "paused" | "building", to: "coding" | "paused" | "building"): Said => [
    "loop.transition",
    { generationId: "gen_1", from, to, reason: "" },
  ];
  expect(told(go("coding", "paused"), go("paused", "coding"), go("coding", "building"))).toMatchObject([
    { text: "Paused" },
    { text: "Resumed" },
  ]);
});

it("says when the app is published, and not each step on the way", () => {
  const deployment = (environment: "preview" | "production", status: "deploying" | "ready" | "failed"): Said => [
    "deployment.updated",
    { deploymentId: "dep_1", environment, status, url: null, versionId: "ver_1" },
  ];
  expect(
    told(deployment("preview", "ready"), deployment("production", "deploying"), deployment("production", "ready")),
  ).toMatchObject([{ text: "Published", tone: "done" }]);
  expect(told(deployment("preview", "failed"))).toMatchObject([{ text: "The preview did not start", tone: "danger" }]);
});

it("names the checks that failed, and is silent about what could not be checked", () => {
  const check = (kind: "axe" | "smoke", status: "passed" | "failed") => ({
    kind,
    status,
    score: null,
    message: "Two.",
  });
  const failed = told([
    "quality.reported",
    { versionId: "ver_1", status: "failed", checks: [check("smoke", "passed"), check("axe", "failed")] },
  ]);
  expect(failed).toMatchObject([
    { kind: "note", tone: "waiting", text: "1 check failed", detail: "Accessibility: Two." },
  ]);
  expect(told(["quality.reported", { versionId: "ver_1", status: "skipped", checks: [] }])).toEqual([]);
});

it("says which checks were not run beside those that passed", () => {
  const check = (kind: "audit" | "axe" | "smoke", status: "passed" | "skipped") => ({
    kind,
    status,
    score: null,
    message: status === "passed" ? "Good." : "No browser here.",
  });
  const report = (...checks: ReturnType<typeof check>[]): Said => [
    "quality.reported",
    { versionId: "ver_1", status: "passed", checks },
  ];
  expect(told(report(check("audit", "passed"), check("smoke", "skipped"), check("axe", "skipped")))).toMatchObject([
    {
      tone: "neutral",
      text: "1 of 3 checks passed, the others were not run",
      detail: "Every page in a browser, Accessibility: No browser here.",
    },
  ]);
  expect(told(report(check("audit", "passed"), check("smoke", "passed")))).toMatchObject([
    { tone: "done", text: "All checks passed", detail: null },
  ]);
});
