import { expect, it } from "vitest";
import { readAddress, writeAddress } from "./use-console-address.ts";

it("says nothing in the address of what is usual", () => {
  expect(readAddress(new URLSearchParams("tab=console"))).toEqual({
    filter: { level: "info", source: "all", find: "", only: false },
    at: null,
  });
  const back = writeAddress(new URLSearchParams("tab=console&level=error&find=x&only=1&at=3.0"), {
    level: "info",
    find: "",
    only: false,
    at: null,
  });
  expect(back.toString()).toBe("tab=console");
});

it("reads back what it wrote, and leaves the rest of the address alone", () => {
  const change = { level: "warn", source: "build", find: "a & b", only: true, at: "12.4" } as const;
  const written = writeAddress(new URLSearchParams("tab=console"), change);
  const { at, ...filter } = change;
  expect(readAddress(new URLSearchParams(written.toString()))).toEqual({ filter, at });
  expect(written.get("tab")).toBe("console");
});

it("keeps what a change does not name", () => {
  expect(writeAddress(new URLSearchParams("level=error&at=3.0"), { find: "x" }).toString()).toBe(
    "level=error&at=3.0&find=x",
  );
});
