import { describe, expect, it } from "vitest";
import { type KeyState, nameOfPress, readPress, sayKeys, sequenceMs, shortcuts } from "./shortcuts.ts";

const fresh: KeyState = { pressed: [], at: 0 };
const press = (key: string, over: Partial<Record<"ctrlKey" | "metaKey" | "altKey", boolean>> = {}) =>
  nameOfPress({ key, ctrlKey: false, metaKey: false, altKey: false, ...over });

function type(keys: readonly string[], gapMs: number, active = shortcuts): string | undefined {
  let state = fresh;
  let found: string | undefined;
  keys.forEach((key, at) => {
    const read = readPress(state, key, at * gapMs, active);
    state = read.state;
    found = read.shortcut?.id ?? found;
  });
  return found;
}

describe("the table of shortcuts", () => {
  it("gives no keys twice in one place, and none that another begins with", () => {
    for (const where of ["dashboard", "project"] as const) {
      const keys = shortcuts
        .filter((shortcut) => shortcut.where === where || shortcut.where === "everywhere")
        .map((shortcut) => shortcut.keys.join(" "));
      expect(new Set(keys).size).toBe(keys.length);
      for (const one of keys) expect(keys.filter((other) => other.startsWith(`${one} `))).toEqual([]);
    }
  });

  it("is read out as it is printed on the keys", () => {
    expect(sayKeys(["mod+k"], true)).toBe("⌘ K");
    expect(sayKeys(["mod+k"], false)).toBe("Ctrl K");
    expect(sayKeys(["g", "p"], false)).toBe("G then P");
  });
});

describe("a press", () => {
  it.each([
    ["Ctrl with K", press("k", { ctrlKey: true }), "mod+k"],
    ["⌘ with K", press("K", { metaKey: true }), "mod+k"],
    ["a question mark", press("?"), "?"],
    ["one with Alt is the browser's", press("p", { altKey: true }), null],
    ["Shift alone is nothing yet", press("Shift"), null],
  ])("%s", (_what, name, expected) => {
    expect(name).toBe(expected);
  });

  it("of two keys has to follow the first in time", () => {
    expect(type(["g", "p"], sequenceMs)).toBe("goProjects");
    expect(type(["g", "t"], sequenceMs + 1)).toBe("theme");
  });

  it("that does not continue a sequence is read by itself", () => {
    expect(type(["g", "n"], 10)).toBe("newProject");
    expect(type(["g", "x"], 10)).toBeUndefined();
    expect(type(["g", "g", "s"], 10)).toBe("goSettings");
  });
});
