import { describe, expect, it } from "vitest";
import type { Envelope } from "#protocol/envelope.ts";
import type { LoopState } from "#protocol/loop-state.ts";
import type { GenerationView, ProjectEventType, ProjectEvents } from "#protocol/project-events.ts";
import type { ProjectSnapshot } from "#protocol/project-snapshot.ts";
import { itemsFrom } from "./kept-list.ts";
import { projectReducer, resumePoint } from "./project-reducer.ts";
import { type ProjectView, emptyView } from "./project-view.ts";

const generation: GenerationView = {
  id: "gen_1",
  projectId: "prj_1",
  prompt: "A tool shed",
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
  cachedTokens: 0,
  costUsd: 0,
  lostUsd: 0,
  notCounted: null,
  budgetUsd: null,
  startedAt: "2026-11-21T10:00:00.000Z",
  endedAt: null,
  createdBy: "usr_1",
};

function event<T extends ProjectEventType>(seq: number, type: T, data: ProjectEvents[T]): Envelope {
  const ts = new Date(Date.parse(generation.startedAt) + seq * 1000).toISOString();
  return { v: 1, seq, id: `evt_${seq}`, ts, type, actor: { kind: "system", id: "loop" }, data } as Envelope;
}
const line = (seq: number, text = `line ${seq}`): Envelope =>
  event(seq, "log.appended", { generationId: "gen_1", source: "build", level: "info", text });
const step = (seq: number, from: LoopState, to: LoopState): Envelope =>
  event(seq, "loop.transition", { generationId: "gen_1", from, to, reason: "" });
const created = event(1, "generation.created", { generation });
const fold = (view: ProjectView, ...events: Envelope[]): ProjectView =>
  projectReducer(view, { kind: "events", events });
const texts = (view: ProjectView): string[] => [...itemsFrom(view.console)].map(({ text }) => text);

const snapshot = (over: Partial<ProjectSnapshot> = {}): ProjectSnapshot => ({
  seq: 3,
  generation: { ...generation, status: "coding" },
  prd: null,
  steps: [{ state: "coding", startedAt: generation.startedAt, endedAt: null, durationMs: null }],
  versionId: "ver_1",
  previewUrl: null,
  ...over,
});

describe("folding", () => {
  it("ignores an event that was folded before, in the same batch or a later one", () => {
    const once = fold(emptyView, created, line(2), line(3));
    const again = fold(once, line(2), line(3), line(4), line(4));
    expect(texts(again)).toEqual(["line 2", "line 3", "line 4"]);
    expect(again.seq).toBe(4);
  });

  it("gives the same view however the events are cut into batches", () => {
    const events = [
      created,
      step(2, "idle", "planning"),
      line(3),
      step(4, "planning", "coding"),
      line(5),
      step(6, "coding", "building"),
    ];
    const whole = fold(emptyView, ...events);
    const single = events.reduce((view, one) => fold(view, one), emptyView);
    expect(single).toEqual(whole);
  });

  it("leaves the view object alone when nothing in a batch is new", () => {
    const view = fold(emptyView, created, line(2));
    expect(fold(view, line(2))).toBe(view);
  });

  it("keeps the lines of one event in order and drops its last line break", () => {
    expect(texts(fold(emptyView, created, line(2, "a\n\nb\n")))).toEqual(["a", "", "b"]);
  });

  it("closes the step it leaves with its duration", () => {
    const view = fold(emptyView, created, step(2, "idle", "planning"), step(3, "planning", "coding"));
    expect(view.steps).toMatchObject([
      { state: "planning", durationMs: 1000 },
      { state: "coding", endedAt: null },
    ]);
    expect(view.generation?.status).toBe("coding");
  });

  it("remembers where a paused generation will go on, and forgets it afterwards", () => {
    const paused = fold(emptyView, created, step(2, "planning", "paused"));
    expect(paused.generation).toMatchObject({ status: "paused", pausedFrom: "planning" });
    expect(fold(paused, step(3, "paused", "planning")).generation).toMatchObject({
      status: "planning",
      pausedFrom: null,
    });
  });

  it("starts its steps anew with each generation", () => {
    const view = fold(
      emptyView,
      created,
      step(2, "idle", "planning"),
      event(3, "generation.created", { generation: { ...generation, id: "gen_2" } }),
    );
    expect(view.steps).toEqual([]);
    expect(view.generation?.id).toBe("gen_2");
  });

  it("does not let a late event of an earlier generation replace the current one", () => {
    const next = { ...generation, id: "gen_2", startedAt: "2026-11-21T11:00:00.000Z" };
    const view = fold(
      emptyView,
      created,
      event(2, "generation.created", { generation: next }),
      event(3, "generation.cancelled", { generation: { ...generation, status: "cancelled" } }),
    );
    expect(view.generation?.id).toBe("gen_2");
  });

  it("notices a new preview at the same address", () => {
    const ready = (seq: number): Envelope =>
      event(seq, "preview.ready", { generationId: "gen_1", versionId: `ver_${seq}`, url: "http://a.localhost/" });
    const first = fold(emptyView, created, ready(2));
    const second = fold(first, ready(3));
    expect(second.previewUrl).toBe(first.previewUrl);
    expect(second.previewRevision).toBe(first.previewRevision + 1);
  });
});

it("notices that the checks of a version have ended, so that they are read again", () => {
  const reported = event(2, "quality.reported", { versionId: "ver_1", status: "passed", checks: [] });
  expect(fold(emptyView, created, reported).qualityRevision).toBe(1);
});

describe("gaps", () => {
  it("folds what comes before a missing event, then says so and folds nothing more", () => {
    const view = fold(emptyView, created, line(2), line(4));
    expect(view).toMatchObject({ gap: true, seq: 2 });
    expect(fold(view, line(3), line(4))).toBe(view);
  });

  it("goes on after a new snapshot without losing or doubling a line", () => {
    const broken = fold(emptyView, created, line(2), line(4));
    const healed = projectReducer(broken, { kind: "snapshot", snapshot: snapshot({ seq: 4 }), historyStart: 0 });
    expect(healed.gap).toBe(false);
    expect(resumePoint(healed)).toBe(2);
    expect(texts(fold(healed, line(3), line(4), line(5)))).toEqual(["line 2", "line 3", "line 4", "line 5"]);
  });

  it("starts the history again where the trimmed log begins", () => {
    const before = fold(emptyView, created, line(2));
    const view = projectReducer(before, { kind: "snapshot", snapshot: snapshot({ seq: 90 }), historyStart: 79 });
    expect(view).toMatchObject({ historyStart: 79, timeline: [] });
    expect(texts(view)).toEqual([]);
    expect(resumePoint(view)).toBe(79);
    expect(texts(fold(view, line(80)))).toEqual(["line 80"]);
  });
});

describe("a fresh client", () => {
  const fresh = projectReducer(emptyView, { kind: "snapshot", snapshot: snapshot(), historyStart: 0 });

  it("has the state at once and asks for the history from the start", () => {
    expect(fresh.generation?.status).toBe("coding");
    expect(resumePoint(fresh)).toBe(0);
  });

  it("takes conversation and console from history but not its older state", () => {
    const view = fold(fresh, created, line(2), step(3, "idle", "planning"));
    expect(view.generation?.status).toBe("coding");
    expect(view.steps).toHaveLength(1);
    expect(view.timeline.map(({ type }) => type)).toEqual(["generation.created", "loop.transition"]);
    expect(texts(view)).toEqual(["line 2"]);
  });

  it("takes state from what came after the snapshot", () => {
    const view = fold(fresh, created, line(2), line(3), step(4, "coding", "reviewing"));
    expect(view.generation?.status).toBe("reviewing");
    expect(view.seq).toBe(4);
  });

  it("resumes where a drop cut the history off", () => {
    expect(resumePoint(fold(fresh, created, line(2)))).toBe(2);
  });
});

it("adopts the answer of a command only for the current or a newer generation", () => {
  const view = fold(emptyView, created);
  const paused = projectReducer(view, { kind: "generation", generation: { ...generation, status: "paused" } });
  expect(paused.generation?.status).toBe("paused");
  const older = projectReducer(view, {
    kind: "generation",
    generation: { ...generation, id: "gen_0", startedAt: "2026-11-20T10:00:00.000Z" },
  });
  expect(older).toBe(view);
});
