import { expect, it } from "vitest";
import { appendAll, chunkSize, emptyList, forgetWhile, itemAt, itemsFrom, newestItems } from "./kept-list.ts";

const upTo = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

it("gives back what was appended, whatever the portions were", () => {
  let list = emptyList<number>();
  for (const [from, to] of [
    [0, 3],
    [3, 999],
    [999, 1_001],
    [1_001, 4_321],
  ] as const)
    list = appendAll(list, upTo(from, to), 10_000);
  expect([...itemsFrom(list)]).toEqual(upTo(0, 4_321));
  expect(itemAt(list, 1_000)).toBe(1_000);
  expect(itemAt(list, 4_321)).toBeUndefined();
  expect(newestItems(list, 2)).toEqual([4_319, 4_320]);
  expect(newestItems(list, 9_999)).toHaveLength(4_321);
});

it("leaves the list before an append as it was, and shares its full chunks", () => {
  const before = appendAll(emptyList<number>(), upTo(0, 1_500), 10_000);
  const after = appendAll(before, [1_500], 10_000);
  expect(before.length).toBe(1_500);
  expect(itemAt(before, 1_500)).toBeUndefined();
  expect(after.chunks[0]).toBe(before.chunks[0]);
});

it("forgets the oldest past the limit, and says how many", () => {
  let list = emptyList<number>();
  for (let from = 0; from < 20_000; from += 70) list = appendAll(list, upTo(from, from + 70), 5_000);
  expect(list.length).toBeGreaterThanOrEqual(5_000);
  expect(list.length).toBeLessThan(5_000 + chunkSize);
  expect(itemAt(list, 0)).toBe(list.dropped);
  expect(list.dropped + list.length).toBe(20_020);
});

it("forgets the chunks whose newest item is gone", () => {
  const list = forgetWhile(appendAll(emptyList<number>(), upTo(0, 3_500), 10_000), (newest) => newest < 2_500);
  expect(itemAt(list, 0)).toBe(2_000);
  expect(list.dropped).toBe(2_000);
  expect(forgetWhile(list, () => true).length).toBe(0);
});
