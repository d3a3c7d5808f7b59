import { expect, test } from "vitest";
import { readFrame } from "./event-feed.ts";

const envelope = (seq: number): object => ({
  v: 1,
  seq,
  id: `e${seq}`,
  ts: "2026-01-01T00:00:00.000Z",
  type: "x.y",
  data: {},
});

test.each([
  ["one event", JSON.stringify(envelope(1)), [1], undefined],
  ["several events", JSON.stringify([envelope(1), envelope(2)]), [1, 2], undefined],
  ["a delta, which is not stored", JSON.stringify({ v: 1, ts: "x", type: "message.delta", data: {} }), [], undefined],
  ["a delta among events", JSON.stringify([{ type: "message.delta" }, envelope(3)]), [3], undefined],
  ["the end of the replay", JSON.stringify({ op: "resumed", seq: 9 }), [], undefined],
  ["a gap", JSON.stringify({ op: "gap", oldest: 5, seq: 9 }), [], 5],
  ["a gap without a number", JSON.stringify({ op: "gap" }), [], undefined],
  ["something that is not JSON", "{", [], undefined],
  ["null", "null", [], undefined],
])("reads %s", (_what, text, sequence, oldest) => {
  const frame = readFrame(text);
  expect(frame.events.map((event) => event.seq)).toEqual(sequence);
  expect(frame.oldest).toBe(oldest);
});
