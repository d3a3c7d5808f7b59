import { expect, it } from "vitest";
import { arrive, placeOf, readTyped, startAt, step } from "./visited.ts";

it("goes back and forward through what was visited, and forgets what lay ahead when another way is taken", () => {
  const there = arrive(arrive(startAt("/"), "/orders"), "/orders/1");
  const back = step(there, -1);
  if (back === null) throw new Error("There is no way back.");
  expect(placeOf(back)).toBe("/orders");
  const ahead = step(back, 1);
  expect(ahead && placeOf(ahead)).toBe("/orders/1");
  const elsewhere = arrive(back, "/customers");
  expect([elsewhere.paths, step(elsewhere, 1)]).toEqual([["/", "/orders", "/customers"], null]);
});

it("takes the app's word for the place it was sent to as no new visit", () => {
  const there = arrive(startAt("/"), "/orders");
  expect(arrive(there, "/orders")).toBe(there);
  expect(step(startAt("/"), -1)).toBeNull();
});

it.each([
  ["orders?page=2", "/orders?page=2"],
  ["/orders#top", "/orders#top"],
  ["//evil.example/x", "/evil.example/x"],
  ["http://app.localhost/orders", "/orders"],
  ["http://evil.example/orders", null],
  ["javascript:alert(1)", null],
])("reads %s as %s", (typed, path) => {
  expect(readTyped(typed, "http://app.localhost")).toBe(path);
});
