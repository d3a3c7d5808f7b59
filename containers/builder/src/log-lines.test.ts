import { expect, test } from "vitest";
import { LogLines, plainLine } from "./log-lines.ts";

function collect(chunks: [stream: "stdout" | "stderr", bytes: Buffer | string][], rewrite?: (text: string) => string) {
  const batches: [string, string][] = [];
  const lines = new LogLines((stream, text) => batches.push([stream, text]), rewrite);
  for (const [stream, bytes] of chunks) lines.write(stream, Buffer.from(bytes));
  lines.end();
  return batches;
}

test("lines that arrive in pieces leave whole and together", () => {
  expect(
    collect([
      ["stdout", "on"],
      ["stdout", "e\ntw"],
      ["stdout", "o\n"],
    ]),
  ).toEqual([["stdout", "one\ntwo"]]);
});

test("the order of the two streams is kept", () => {
  const batches = collect([
    ["stdout", "a\n"],
    ["stderr", "b\n"],
    ["stdout", "c\n"],
  ]);
  expect(batches).toEqual([
    ["stdout", "a"],
    ["stderr", "b"],
    ["stdout", "c"],
  ]);
});

test("a letter cut in the middle of its bytes is put together", () => {
  const bytes = Buffer.from("é\n");
  expect(
    collect([
      ["stdout", bytes.subarray(0, 1)],
      ["stdout", bytes.subarray(1)],
    ]),
  ).toEqual([["stdout", "é"]]);
});

test("a program that never ends its line cannot hold its output back", () => {
  const [first] = collect([["stdout", "x".repeat(70_000)]]);
  expect(first?.[1].split("\n").map((line) => line.length)).toEqual([65_536, 70_000 - 65_536]);
});

test("each line passes the rewrite", () => {
  const relative = (text: string): string => text.replaceAll("/build/work/", "");
  expect(collect([["stderr", "at /build/work/src/a.ts:1\n"]], relative)).toEqual([["stderr", "at src/a.ts:1"]]);
});

test.each([
  ["colours", "\u001b[31;1mred\u001b[0m", "red"],
  ["a link", "\u001b]8;;http://x\u0007text\u001b]8;;\u0007", "text"],
  ["cursor movement", "\u001b[2K\u001b[1Gdone", "done"],
  ["an overwritten line", "10%\r50%\rdone", "done"],
  ["a Windows line end", "done\r", "done"],
  ["stray control characters", "a\u0007b\u0000c", "abc"],
  ["a tab, which stays", "a\tb", "a\tb"],
])("removes %s", (_what, raw, plain) => {
  expect(plainLine(raw)).toBe(plain);
});
