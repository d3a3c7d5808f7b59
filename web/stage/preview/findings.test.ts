import { expect, it } from "vitest";
import { fixRequest } from "./fix-request.ts";
import { headingFaults } from "./heading-faults.ts";

const heading = (level: number, text = "Title") => ({ level, text, selector: "h1" });

it("finds levels that are left out, a second first heading, and empty ones", () => {
  expect(headingFaults([heading(1), heading(2), heading(4), heading(2), heading(3, "")])).toEqual([
    null,
    null,
    "It follows an h2: a level is left out.",
    null,
    "It says nothing.",
  ]);
  expect(headingFaults([heading(2), heading(1), heading(1)])).toEqual([
    "The first heading is no h1.",
    "A page has one h1.",
    "A page has one h1.",
  ]);
});

it("asks for what was found, with the place in the source where it is known", () => {
  const place = {
    selector: "main > p",
    html: "<p>",
    why: "Fix any of the following:\n  Contrast of 2.1",
    source: "src/a.tsx:3:1",
  };
  const finding = {
    rule: "color-contrast",
    impact: "serious",
    help: "Contrast",
    helpUrl: "",
    tags: [],
    count: 7,
  } as const;
  const finding1 = { ...finding, tags: [], places: [place, { ...place, source: null, why: "" }] };
  expect(fixRequest([finding1], "/orders")).toBe(
    [
      "Fix these accessibility problems of the page /orders. Change nothing else.",
      "",
      "- Contrast (color-contrast, serious)",
      "  - src/a.tsx:3:1: Contrast of 2.1",
      "  - main > p",
      "  - and 5 more",
    ].join("\n"),
  );
});
