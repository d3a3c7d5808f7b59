import { expect, it } from "vitest";
import type { LoopState } from "#protocol/loop-state.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import { loopTrack } from "./loop-track.ts";
import type { LoopStep } from "#protocol/project-snapshot.ts";

const generation = (over: Partial<GenerationView>): GenerationView => ({
  id: "gen_1",
  projectId: "prj_1",
  prompt: "",
  attachments: [],
  selection: null,
  mode: "auto",
  provider: "builtin",
  status: "planning",
  pausedFrom: null,
  versionId: null,
  previewUrl: null,
  attempts: 0,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: 0,
  cachedTokens: 0,
  lostUsd: 0,
  notCounted: null,
  budgetUsd: null,
  startedAt: "2026-11-21T10:00:00.000Z",
  endedAt: null,
  createdBy: "usr_1",
  ...over,
});
/** One second each; the last stays open. */
const walk = (...states: LoopState[]): LoopStep[] =>
  states.map((state, index) => {
    const open = index === states.length - 1;
    return {
      state,
      startedAt: "2026-11-21T10:00:00.000Z",
      endedAt: open ? null : "2026-11-21T10:00:01.000Z",
      durationMs: open ? null : 1000,
    };
  });
const states = (view: GenerationView | null, steps: LoopStep[]): string =>
  loopTrack(view, steps)
    .stations.map((station) => `${station.id}:${station.state}`)
    .join(" ");

it("stands at the state of the loop, with done behind and the rest ahead", () => {
  expect(states(generation({ status: "building" }), walk("planning", "coding", "reviewing", "building"))).toBe(
    "planning:done coding:done reviewing:done building:current testing:ahead deploying:ahead preview:ahead",
  );
});

it("has a station for the approval only in supervised mode", () => {
  const track = loopTrack(
    generation({ mode: "supervised", status: "awaiting_approval" }),
    walk("planning", "awaiting_approval"),
  );
  expect(track.stations[1]).toMatchObject({ id: "awaiting_approval", state: "waiting" });
});

it("stays at the station that failed while it repairs, and counts the repairs and rounds", () => {
  const track = loopTrack(
    generation({ status: "healing" }),
    walk("planning", "coding", "building", "healing", "building", "healing"),
  );
  expect(track.repairs).toBe(2);
  expect(track.stations.find(({ id }) => id === "building")).toMatchObject({
    state: "current",
    repeats: 1,
    spentMs: 2000,
  });
});

it("shows a pause where it happened", () => {
  expect(
    states(generation({ status: "paused", pausedFrom: "coding" }), walk("planning", "coding", "paused")),
  ).toContain("coding:paused reviewing:ahead");
});

it.each([
  ["failed", "failed"],
  ["escalated", "failed"],
  ["cancelled", "stopped"],
] as const)("marks the last station of a generation that %s", (status, mark) => {
  expect(states(generation({ status }), walk("planning", "coding", status))).toContain(`coding:${mark}`);
});

it("has everything done when it is complete", () => {
  const track = loopTrack(
    generation({ status: "complete", endedAt: "2026-11-21T10:00:07.000Z" }),
    walk("planning", "coding", "reviewing", "building", "testing", "deploying", "preview", "complete"),
  );
  expect(new Set(track.stations.map(({ state }) => state))).toEqual(new Set(["done"]));
  expect(track.totalMs).toBe(7000);
});

it("waits for the user at the preview in supervised mode", () => {
  expect(
    states(generation({ mode: "supervised", status: "preview" }), walk("planning", "awaiting_approval", "preview")),
  ).toContain("preview:waiting");
});
