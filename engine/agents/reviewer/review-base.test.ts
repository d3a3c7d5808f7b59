import { describe, expect, it } from "vitest";
import { reviewBase } from "./review-base.ts";

const files = (entries: Record<string, string>) => new Map(Object.entries(entries));

describe("what a change is reviewed against", () => {
  it("is the generated tree in a new app", () => {
    const generated = files({ "a.ts": "generated" });
    expect(reviewBase(generated, new Map(), files({ "a.ts": "written", "b.ts": "new" }))).toEqual(generated);
  });

  it("is the version before, where the code is not the generator's", () => {
    const generated = files({ "a.ts": "generated", "list.ts": "generated anew" });
    const earlier = files({ "a.ts": "written", "page.ts": "by hand", "list.ts": "generated" });
    const tree = files({ "a.ts": "written", "page.ts": "by hand, changed", "list.ts": "generated anew" });
    expect(reviewBase(generated, earlier, tree)).toEqual(
      files({ "a.ts": "written", "page.ts": "by hand", "list.ts": "generated anew" }),
    );
  });
});
