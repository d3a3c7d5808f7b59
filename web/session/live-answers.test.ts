import { expect, it } from "vitest";
import type { Envelope, EphemeralEnvelope } from "#protocol/envelope.ts";
import { foldDeltas, nothingLive } from "./live-answers.ts";

const delta = (text: string, kind = "text", conversationId = "cnv_1"): EphemeralEnvelope => ({
  v: 1,
  ts: "2026-11-21T10:00:00.000Z",
  type: "message.delta",
  actor: { kind: "agent", id: "coder" },
  data: { generationId: "gen_1", conversationId, agent: "coder", kind, text },
});
const event = (type: string, data: object) =>
  ({ ...delta(""), seq: 1, id: "evt_1", type, data }) as unknown as Envelope;

it("puts together what an agent writes, each conversation for itself", () => {
  const live = foldDeltas(nothingLive, [delta("I "), delta("read", "text", "cnv_2"), delta("see.")]);
  expect(live).toEqual({
    cnv_1: { agent: "coder", kind: "text", text: "I see." },
    cnv_2: { agent: "coder", kind: "text", text: "read" },
  });
});

it("does not mix what is thought with what is said", () => {
  expect(foldDeltas(nothingLive, [delta("Hm", "thinking"), delta("Yes")])["cnv_1"]?.text).toBe("Yes");
});

it("forgets an answer once it is stored, and all of them when the loop moves on", () => {
  const live = foldDeltas(nothingLive, [delta("a"), delta("b", "text", "cnv_2")]);
  expect(Object.keys(foldDeltas(live, [event("agent.answered", { conversationId: "cnv_1" })]))).toEqual(["cnv_2"]);
  expect(foldDeltas(live, [event("loop.transition", {})])).toEqual({});
});

it("keeps the end of a long answer, and passes over what is no text", () => {
  const live = foldDeltas(nothingLive, [
    delta("x".repeat(5_000)),
    delta("end"),
    { ...delta(""), data: { kind: "file" } },
  ]);
  expect(live["cnv_1"]?.text).toHaveLength(4_000);
  expect(live["cnv_1"]?.text.endsWith("xend")).toBe(true);
});
