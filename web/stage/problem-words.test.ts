import { describe, expect, it } from "vitest";
import { whatBecame } from "./problem-words.ts";

describe("what became of it", () => {
  const repair = { generationId: "gen_1", automatic: false } as const;
  it("is nothing before a repair, and nothing once it worked and was put away", () => {
    expect(whatBecame({ repair: null, status: "open" })).toBeNull();
    expect(whatBecame({ repair: { ...repair, outcome: "worked" }, status: "dismissed" })).toBeNull();
  });

  it("tells a repair that did not last from one that did not work", () => {
    expect(whatBecame({ repair: { ...repair, outcome: "returned" }, status: "open" })).toContain("came back");
    expect(whatBecame({ repair: { ...repair, outcome: "failed" }, status: "open" })).toContain("did not work");
  });
});
