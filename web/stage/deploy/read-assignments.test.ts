import { expect, it } from "vitest";
import { readAssignments } from "./read-assignments.ts";

it("reads lines of a .env file as a shell does", () => {
  const text = [
    "# a comment",
    "PLAIN=one two",
    "export KEY='a # b'",
    'LINES="first\\nsecond" # why',
    "SPACED = x # not the value",
    "EMPTY=",
    "no assignment",
    "URL=https://example.com/?a=b",
  ].join("\n");
  expect(readAssignments(text)).toEqual({
    PLAIN: "one two",
    KEY: "a # b",
    LINES: "first\nsecond",
    SPACED: "x",
    EMPTY: "",
    URL: "https://example.com/?a=b",
  });
});
