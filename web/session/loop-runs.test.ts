import { expect, it } from "vitest";
import type { Envelope } from "#protocol/envelope.ts";
import { loopRuns, sumOf } from "./loop-runs.ts";
import { projectReducer } from "./project-reducer.ts";
import { emptyView } from "./project-view.ts";

type Said = { [K in Envelope["type"]]: [type: K, data: object] }[Envelope["type"]];

function runsOf(...said: Said[]) {
  const events = said.map(([type, data], index) => ({
    v: 1,
    seq: index + 1,
    id: `evt_${index + 1}`,
    ts: new Date(Date.UTC(2026, 10, 21, 10, 0, index)).toISOString(),
    type,
    actor: { kind: "system", id: "loop" },
    data,
  })) as Envelope[];
  const { timeline, answers } = projectReducer(emptyView, { kind: "events", events });
  return loopRuns(timeline, answers);
}

const created = (id: string): Said => ["generation.created", { generation: { id, prompt: `Prompt of ${id}` } }];
const move = (generationId: string, from: string, to: string): Said => [
  "loop.transition",
  { generationId, from, to, reason: `to ${to}` },
];
const answer = (generationId: string, agent: string, model: string): Said => [
  "agent.answered",
  { generationId, agent, model, inputTokens: 100, outputTokens: 10, costUsd: 0.5 },
];

it("closes a step with the transition that leaves it, and keeps every visit", () => {
  const [run] = runsOf(
    created("gen_1"),
    move("gen_1", "idle", "building"),
    move("gen_1", "building", "healing"),
    ["heal.attempted", { generationId: "gen_1", explanation: "Adds the missing import." }],
    move("gen_1", "healing", "building"),
    move("gen_1", "building", "complete"),
  );
  expect(run?.steps.map(({ state, endedAt }) => [state, endedAt?.slice(17, 19)])).toEqual([
    ["building", "02"],
    ["healing", "04"],
    ["building", "05"],
  ]);
  expect(run?.steps[1]?.repairs).toEqual(["Adds the missing import."]);
  expect(run?.end).toBe("complete");
});

it("gives each step what its agents took", () => {
  const [run] = runsOf(
    created("gen_1"),
    move("gen_1", "idle", "planning"),
    answer("gen_1", "architect", "model-a"),
    move("gen_1", "planning", "coding"),
    answer("gen_1", "coder", "model-a"),
    answer("gen_1", "coder", "model-b"),
  );
  expect(run?.steps.map(({ agents }) => agents.map(({ agent, answers }) => [agent, answers]))).toEqual([
    [["architect", 1]],
    [["coder", 2]],
  ]);
  expect(run?.steps[1]?.agents[0]?.models).toEqual(["model-a", "model-b"]);
  expect(sumOf(run?.steps[1]?.agents ?? [])).toEqual({ inputTokens: 200, outputTokens: 20, costUsd: 1 });
  expect(run?.steps[1]?.endedAt).toBeNull();
});

it("tells runs apart, the newest first, and gives a version to the one that goes on", () => {
  const runs = runsOf(
    created("gen_1"),
    move("gen_1", "idle", "coding"),
    ["version.created", { versionId: "ver_1", number: 1 }],
    move("gen_1", "coding", "failed"),
    created("gen_2"),
    move("gen_2", "idle", "coding"),
    ["decision.recorded", { generationId: "gen_2", question: "Which?", choice: "This", reason: "It fits." }],
    ["version.created", { versionId: "ver_2", number: 2 }],
  );
  expect(runs.map(({ generationId }) => generationId)).toEqual(["gen_2", "gen_1"]);
  expect(runs[0]?.steps[0]?.versions.map(({ number }) => number)).toEqual([2]);
  expect(runs[0]?.steps[0]?.decisions).toHaveLength(1);
  expect(runs[1]?.steps[0]?.versions.map(({ number }) => number)).toEqual([1]);
});
