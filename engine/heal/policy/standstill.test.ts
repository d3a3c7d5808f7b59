import { describe, expect, it } from "vitest";
import { findStandstill } from "./standstill.ts";

const rounds = (...errors: (number | null)[]) =>
  errors.map((count, index) => ({ signature: `error-${index}`, where: "types", errors: count }));

function judge(...errors: (number | null)[]): string | null {
  const all = rounds(...errors);
  const now = all.pop();
  return now ? findStandstill(all, now) : null;
}

describe("a repair", () => {
  it.each([
    { what: "nothing was tried yet", errors: [5] },
    { what: "one round left as many errors: another cause may have come up", errors: [5, 5] },
    { what: "errors fall", errors: [9, 5, 2] },
    { what: "errors fell in one of two rounds", errors: [5, 7, 4] },
    { what: "errors fell before they rose", errors: [7, 4, 5] },
    { what: "errors cannot be counted", errors: [null, null, null] },
  ])("goes on while $what", ({ errors }) => {
    expect(judge(...errors)).toBeNull();
  });

  it.each([[[5, 5, 5]], [[5, 6, 6]], [[1, 2, 9]], [[9, 5, 5, 5]]])("stops after %s errors", (errors) => {
    expect(judge(...errors)).toContain("not fallen in two rounds");
  });

  it("goes on where another step fails by now: its errors are others", () => {
    const [first, second] = rounds(5, 5);
    const before = [first, second].flatMap((each) => (each ? [{ ...each, where: "lint" }] : []));
    expect(findStandstill(before, { signature: "error-2", where: "test", errors: 9 })).toBeNull();
  });

  it("stops when an error that was repaired is there again, also after others", () => {
    const before = rounds(9, 5);
    expect(findStandstill(before, { signature: "error-0", where: "types", errors: 1 })).toContain("same error");
    expect(findStandstill(before, { signature: "error-1", where: "types", errors: 1 })).toContain("same error");
  });
});
