import { expect, it } from "vitest";
import type { LoopState } from "#protocol/loop-state.ts";
import type { TimelineEvent } from "../../session/project-view.ts";
import { roundTimes } from "./round-times.ts";

function moves(...steps: [second: number, from: LoopState, to: LoopState, generationId?: string][]): TimelineEvent[] {
  return steps.map(([second, from, to, generationId = "gen_1"], index) => ({
    v: 1,
    seq: index + 1,
    id: `evt_${index}`,
    ts: new Date(second * 1_000).toISOString(),
    type: "loop.transition",
    actor: { kind: "system", id: "loop" },
    data: { generationId, from, to, reason: "" },
  }));
}

it("counts from one failure to the next, and gives the one that ended it no time", () => {
  const timeline = moves(
    [0, "building", "healing"],
    [2, "healing", "coding"],
    [9, "coding", "building"],
    [10, "building", "healing", "gen_other"],
    [30, "building", "healing"],
    [31, "healing", "building"],
    [45, "building", "healing"],
    [46, "healing", "escalated"],
  );
  expect(roundTimes(timeline, "gen_1")).toEqual([30_000, 15_000]);
});

it("knows no times where nothing was repaired", () => {
  expect(roundTimes(moves([0, "building", "healing"], [1, "healing", "escalated"]), "gen_1")).toEqual([]);
});
