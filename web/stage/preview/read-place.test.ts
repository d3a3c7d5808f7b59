import { expect, it } from "vitest";
import { fromFrameSchema } from "#protocol/preview-frame.ts";
import { readPlace } from "./read-place.ts";

it.each([
  { type: "place", path: "/bikes?page=2", title: "Bikes" },
  { type: "place", path: "/", title: "", more: 1 },
  { type: "place", path: `/${"a".repeat(999)}`, title: "b".repeat(300) },
  { type: "place", path: `/${"a".repeat(1_000)}`, title: "" },
  { type: "place", path: "/", title: "b".repeat(301) },
  { type: "place", path: "bikes", title: "" },
  { type: "place", path: 1, title: "" },
  { type: "place", path: "/" },
  { path: "/", title: "" },
])("reads of %o what the schema reads of it", (data) => {
  const parsed = fromFrameSchema.safeParse(data);
  expect(readPlace(data)).toEqual(parsed.success ? parsed.data : null);
});

it("leaves other messages to the schema", () => {
  expect(readPlace({ type: "left-picking" })).toBeNull();
});
