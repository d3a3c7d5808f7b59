import { describe, expect, it } from "vitest";
import { addRequestSchema } from "#builder/protocol.ts";
import { allowedPackages, findAllowed, refusePackage } from "./allowed-packages.ts";

describe("the packages that may be added", () => {
  it("are each there once, in a form that the builder takes", () => {
    expect(new Set(allowedPackages.map(({ name }) => name)).size).toBe(allowedPackages.length);
    for (const { name, range, types } of allowedPackages) {
      const add = [{ name, range }, ...(types ? [types] : [])];
      const parsed = addRequestSchema.safeParse({ packageJson: "{}", lockfile: "{}", add });
      expect(parsed.success, name).toBe(true);
    }
  });

  it("are found by their name, and others are refused with those that are near", () => {
    expect(findAllowed(" date-fns ")?.name).toBe("date-fns");
    expect(findAllowed("toString")).toBeUndefined();
    expect(refusePackage("date-fnz")).toContain("Near to it: date-fns");
    expect(refusePackage("zzzz")).not.toContain("Near to it");
  });
});
