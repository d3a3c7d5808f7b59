import { parseSync } from "vite";
import { describe, expect, it } from "vitest";
import { markSource } from "./mark-source.ts";

const mark = (code: string): string => markSource(code, "src/a.tsx", parseSync("a.tsx", code, { lang: "tsx" }).program);

describe("markSource", () => {
  it("says of elements where they stand, and of components where they are used", () => {
    expect(mark('const a = (\n  <p className="x">\n    <Card {...rest}>é</Card>\n  </p>\n);')).toBe(
      'const a = (\n  <p data-nx-at="src/a.tsx:2:3" className="x">\n    <Card data-nx-use="src/a.tsx:3:5" {...rest}>é</Card>\n  </p>\n);',
    );
  });

  it("comes after type arguments, and leaves alone what takes no properties", () => {
    expect(mark("const a = <><Suspense><List<string> items={[]} /></Suspense><X.Provider value={1} /></>;")).toBe(
      'const a = <><Suspense><List<string> data-nx-use="src/a.tsx:1:23" items={[]} /></Suspense><X.Provider value={1} /></>;',
    );
  });

  it("counts columns as editors do, also behind characters outside the basic plane", () => {
    expect(mark('const a = ["🍏", <b />];')).toContain('<b data-nx-at="src/a.tsx:1:18" />');
  });
});
