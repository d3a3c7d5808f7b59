import { describe, expect, it } from "vitest";
import type { Tree } from "../edits/edit.ts";
import { structuredError } from "../structured-error.ts";
import { learnFix } from "./learn-fix.ts";
import { versionsAreKnown } from "./versions-are-known.ts";

const app = (dependencies: object, name = "app"): Tree =>
  new Map([["package.json", `${JSON.stringify({ name, dependencies }, null, 2)}\n`]]);
const manifest = { packageJson: JSON.stringify({ dependencies: { hono: "4.13.19", zod: "4.6.7" } }), lockfile: "{}" };
const before = app({ hono: "4.13.19", zod: "4.5.0" });

describe("versions that a fix writes", () => {
  it.each([
    { name: "the stack's own", after: app({ hono: "4.13.19", zod: "4.6.7" }), isKnown: true },
    { name: "the one that is there", after: app({ hono: "4.13.19", zod: "4.5.0" }, "other"), isKnown: true },
    { name: "none, since it takes a package out", after: app({ hono: "4.13.19" }), isKnown: true },
    { name: "one that went with another app", after: app({ hono: "4.13.19", zod: "4.6.1" }), isKnown: false },
    {
      name: "that of another package",
      after: app({ hono: "4.13.19", zod: "4.13.19" }),
      isKnown: false,
    },
    {
      name: "that of a package which the stack does not have",
      after: app({ hono: "4.13.19", zod: "4.5.0", clsx: "2.1.1" }),
      isKnown: false,
    },
  ])("are known, or not: $name", ({ after, isKnown }) => {
    expect(versionsAreKnown(before, after, manifest)).toBe(isKnown);
  });

  it("are unknown where the stack's manifest is not at hand", () => {
    expect(versionsAreKnown(before, app({ hono: "4.13.19", zod: "4.6.7" }), null)).toBe(false);
  });

  it("are those that a file had which could not be read", () => {
    const broken: Tree = new Map([["package.json", (before.get("package.json") ?? "").replace('19",', '19"')]]);
    expect(versionsAreKnown(broken, before, null)).toBe(true);
    expect(versionsAreKnown(broken, app({ hono: "4.13.19", zod: "9.9.9" }), null)).toBe(false);
  });

  it("are not learned when they are only what one app came to have", () => {
    const error = structuredError({
      tool: "npm",
      code: "EUSAGE",
      file: "package.json",
      message: "Invalid: lock file's zod@4.6.1 does not satisfy zod@4.5.0",
    });
    const lesson = { error, before, after: app({ hono: "4.13.19", zod: "4.6.1" }), added: [], packages: [], manifest };
    expect(learnFix(lesson)).toBeNull();
  });
});
