import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { arbitraryPrd } from "#engine/prd/arbitrary.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { drawSketch } from "./draw-sketch.ts";

function plan(prompt: string): Prd {
  const result = planFromPrompt(prompt);
  if (!result.ok) throw new Error(result.message);
  return result.prd;
}

describe("a sketch", () => {
  it("shows the app's name, its lists, the fields of the main one, and its colour", () => {
    const picture = drawSketch(
      plan(
        "A help desk called Helpline.\n- Tickets: title, status (open, solved), due date\nThe main colour is cobalt.",
      ),
    );
    expect(picture).toContain(">Helpline<");
    expect(picture).toContain(">Tickets<");
    expect(picture).toContain(">New ticket<");
    expect(picture).toContain(">Due date<");
    expect(picture).toContain("#0047ab");
  });

  it.each([
    ["a board with the stages as its columns", "Show tasks as a board.", [">Backlog<", ">In review<"]],
    ["a calendar with the days of the week", "Show tasks as a calendar.", [">Mon<", ">31<"]],
    ["a table with its columns", "", [">Assignee<", ">Due date<"]],
  ])("draws %s", (_what, wish, shown) => {
    const tasks = "- Tasks: title, assignee, due date, status (backlog, doing, in review)";
    const picture = drawSketch(plan(`A planner called Desk.\n${tasks}\n${wish}`));
    for (const words of shown) expect(picture).toContain(words);
  });

  it("is another one for a shop than for a blog", () => {
    const shop = drawSketch(plan("An online shop called Kiln with a cart.\n- Products: name, photo, price"));
    const blog = drawSketch(plan("A blog called Footpath.\n- Posts: title, cover image, body"));
    expect(shop).toContain(">Cart<");
    expect(blog).not.toContain(">Cart<");
    expect(blog).toContain(">About<");
  });

  it("is the same each time, well-formed and without a script, for any plan", () => {
    fc.assert(
      fc.property(arbitraryPrd, (prd) => {
        const picture = drawSketch(prd);
        expect(drawSketch(structuredClone(prd))).toBe(picture);
        expect(picture).not.toMatch(/NaN|undefined|<script|\son[a-z]+=/i);
        expect(unclosed(picture)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps signs that mean something in XML as text", () => {
    const prd = plan("An app called Desk.\n- Tasks: title");
    const picture = drawSketch({ ...prd, name: `<b onload="x">&` });
    expect(picture).toContain("&lt;b");
    expect(unclosed(picture)).toEqual([]);
  });
});

/** Names of elements that are open at the end, or closed in the wrong order. */
function unclosed(text: string): string[] {
  const open: string[] = [];
  for (const [, end, name = "", self] of text.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (end === "/") {
      if (open.pop() !== name) return [`</${name}>`];
    } else if (self !== "/") open.push(name);
  }
  return open;
}
