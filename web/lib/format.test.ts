import { expect, it } from "vitest";
import {
  formatAgo,
  formatBytes,
  formatCount,
  formatDay,
  formatDuration,
  formatMoment,
  formatNumber,
  formatUsd,
  nameFromPrompt,
} from "./format.ts";
import { safeNext } from "./safe-next.ts";

it.each([
  [0, "0.0 s"],
  [840, "0.8 s"],
  [9_999, "9.9 s"],
  [59_999, "59 s"],
  [75_000, "1 m 15 s"],
  [3_660_000, "1 h 01 m"],
  [-5, "0.0 s"],
])("writes %i ms as %s", (ms, words) => {
  expect(formatDuration(ms)).toBe(words);
});

it.each([
  [999, "999 B"],
  [1_500, "1.5 kB"],
  [48_000, "48 kB"],
  [2_500_000, "2.5 MB"],
])("writes %i bytes as %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

it("keeps the digits of small sums", () => {
  expect([formatUsd(0), formatUsd(0.0034), formatUsd(1.5)]).toEqual(["$0.00", "$0.0034", "$1.50"]);
});

it("counts one thing in the singular", () => {
  expect([formatCount(1, "file"), formatCount(2, "file"), formatCount(2, "repository", "repositories")]).toEqual([
    "1 file",
    "2 files",
    "2 repositories",
  ]);
});

it("groups whole numbers by thousands", () => {
  expect([0, 999, 1_000, 12_345, 1_234_567, -1_000].map(formatNumber)).toEqual([
    "0",
    "999",
    "1,000",
    "12,345",
    "1,234,567",
    "-1,000",
  ]);
});

it("names local days and moments", () => {
  const at = new Date(2026, 8, 3, 9, 5).toISOString();
  expect([formatDay(at), formatMoment(at)]).toEqual(["3 Sep 2026", "3 Sep 2026, 09:05"]);
});

const now = Date.parse("2026-11-21T12:00:00Z");
it.each([
  ["2026-11-21T11:59:40Z", "just now"],
  ["2026-11-21T11:48:00Z", "12 min ago"],
  ["2026-11-21T09:00:00Z", "3 h ago"],
  ["2026-11-20T11:00:00Z", "yesterday"],
  ["2026-11-17T12:00:00Z", "4 days ago"],
  ["not a date", ""],
])("says when %s was", (iso, words) => {
  expect(formatAgo(iso, now)).toBe(words);
});

it.each([
  ["An inventory tracker with products, suppliers and stock movements", "Inventory tracker"],
  ["Build me a recipe book. It has recipes.", "Recipe book"],
  ["Make a CRM from this", "CRM"],
  ["Build an app like this one, please", "App"],
  ["please create an app for dog walkers", "App for dog walkers"],
  ["A help desk called Helpline.", "Helpline"],
  ["A blog called “Field Notes” about walking", "Field Notes"],
  ["An app called Curl & Co for a salon", "Curl & Co"],
  ["An app so called by us", "App so called by us"],
  ["  \n ", "Untitled project"],
  ["运行一个合唱团", "运行一个合唱团"],
  ["x".repeat(5_000), "X" + "x".repeat(59)],
])("names a project after %j", (prompt, name) => {
  expect(nameFromPrompt(prompt)).toBe(name);
});

it.each([
  ["/projects/prj_1?tab=code", "/projects/prj_1?tab=code"],
  ["https://elsewhere.example", "/projects"],
  ["//elsewhere.example", "/projects"],
  ["/\\elsewhere.example", "/projects"],
  ["", "/projects"],
])("after signing in, %j leads to %s", (next, path) => {
  expect(safeNext(new URLSearchParams({ next }))).toBe(path);
});
