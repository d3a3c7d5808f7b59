import { describe, expect, it } from "vitest";
import { itemFor } from "./menu-moves.ts";

const items = ["Copy", "Save", "Settings", "Sign out"].map((textContent) => ({ textContent }));
const [copy, save, settings, signOut] = items;
const press = (key: string, held: { ctrlKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});
const nothing = () => ({ text: "", at: 0 });

describe("a key in a menu", () => {
  it.each([
    { key: "ArrowDown", from: null, to: copy },
    { key: "ArrowDown", from: copy, to: save },
    { key: "ArrowDown", from: signOut, to: copy },
    { key: "ArrowUp", from: null, to: signOut },
    { key: "ArrowUp", from: copy, to: signOut },
    { key: "ArrowUp", from: settings, to: save },
    { key: "Home", from: settings, to: copy },
    { key: "End", from: copy, to: signOut },
    { key: "Enter", from: copy, to: null },
    { key: " ", from: copy, to: null },
  ])("$key from $from.textContent leads to $to.textContent", ({ key, from, to }) => {
    expect(itemFor(press(key), items, from, nothing())).toBe(to);
  });

  it("finds words as they are typed, and the next of one letter that is typed again", () => {
    const typed = nothing();
    expect(itemFor(press("s"), items, copy, typed, 1_000)).toBe(save);
    expect(itemFor(press("i"), items, save, typed, 1_200)).toBe(signOut);
    expect(itemFor(press("s"), items, signOut, typed, 5_000)).toBe(save);
    expect(itemFor(press("s"), items, save, typed, 5_200)).toBe(settings);
    expect(itemFor(press("x"), items, save, typed, 9_000)).toBeNull();
  });

  it("leaves keys of the browser alone, and an empty menu", () => {
    expect(itemFor(press("s", { ctrlKey: true }), items, copy, nothing())).toBeNull();
    expect(itemFor(press("ArrowDown"), [], null, nothing())).toBeNull();
  });
});
