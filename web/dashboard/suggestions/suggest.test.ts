import { describe, expect, it } from "vitest";
import { planFromPrompt } from "#engine/architect/architect.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { applySuggestion, suggestImprovements, thingsOf, type Suggestion } from "./suggest.ts";

const idsFor = (prompt: string): string[] => suggestImprovements(prompt).map(({ id }) => id);

function take(prompt: string, id: Suggestion["id"]): ReturnType<typeof applySuggestion> {
  const suggestion = suggestImprovements(prompt).find((candidate) => candidate.id === id);
  if (!suggestion) throw new Error(`"${id}" is not suggested, only ${idsFor(prompt).join(", ")}.`);
  return applySuggestion(prompt, suggestion);
}

function plan(prompt: string): Prd {
  const planned = planFromPrompt(prompt);
  if (!planned.ok) throw new Error(planned.message);
  return planned.prd;
}

describe("suggestions for a prompt", () => {
  it.each([
    ["nothing before it is known what it is about", "A bike", []],
    ["four for a bare sentence", "Track repairs quickly", ["things", "people", "signIn", "view"]],
    [
      "a badge where something is due",
      "Track repairs with a title and a due date for my team. The main colour is red.",
      ["signIn", "badge", "view"],
    ],
    ["nothing private for a public site", "A website for a bakery with dishes and prices", ["colour"]],
    ["none where all is said", "My team tracks tasks with a title. Users log in. Show tasks as a board. Use blue.", []],
  ])("are %s", (_what, prompt, ids) => {
    expect(idsFor(prompt)).toEqual(ids);
  });

  it("speak of the things that the prompt names", () => {
    expect(thingsOf("Track my bikes and customers of the workshop")).toEqual(["bikes", "customers"]);
    expect(thingsOf("A desk.\n- Tickets: title\n- Time entries: hours")).toEqual(["tickets", "time entries"]);
    const [first] = suggestImprovements("Track repairs quickly");
    expect(first?.label).toBe("What is recorded of repairs?");
  });

  it("ask how two things belong together until it is said", () => {
    expect(idsFor("Manage bikes and repairs with a title for my team")).toContain("relation");
    expect(idsFor("Manage bikes and repairs with a title for my team. Repairs belong to a bike.")).not.toContain(
      "relation",
    );
  });
});

describe("a suggestion that is taken", () => {
  it("goes to the end as a sentence of its own, with what is to be changed selected", () => {
    const { prompt, start, end } = take("Track repairs quickly", "people");
    expect(prompt).toBe("Track repairs quickly. It is used by a small team.");
    expect(prompt.slice(start, end)).toBe("a small team");
  });

  it("begins a list, and leaves one", () => {
    const { prompt } = take("Track repairs quickly", "things");
    expect(prompt).toBe("Track repairs quickly\n- Repairs: name, date, status (open, done)");
    const after = take(prompt, "view");
    expect(after.prompt).toBe(`${prompt}\nShow repairs as a board.`);
    expect(after.prompt.slice(after.start, after.end)).toBe("board");
  });

  it("is not offered again", () => {
    for (const id of ["things", "people", "signIn", "view"] as const)
      expect(idsFor(take("Track repairs quickly", id).prompt)).not.toContain(id);
  });

  it("is understood by the architect", () => {
    const begun = take("Track repairs quickly", "things").prompt;
    const repair = plan(begun).models.find(({ name }) => name === "Repair");
    expect(repair?.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(["name", "date", "status"]));
    expect(plan(take(begun, "signIn").prompt).access).toBeDefined();
    expect(plan(take(begun, "view").prompt).models.find(({ name }) => name === "Repair")?.view).toBe("board");
    const coloured = take("Track repairs with a title for my team. Users log in. Show repairs as a board.", "colour");
    expect(plan(coloured.prompt).theme.primary).toBe("#005f6a");
    const due = take("Track repairs with a title and a due date for my team.", "badge");
    expect(plan(due.prompt).badges?.map(({ label }) => label)).toEqual(["Overdue"]);
  });
});
