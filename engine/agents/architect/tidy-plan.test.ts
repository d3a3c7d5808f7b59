import { describe, expect, it } from "vitest";
import { samplePlan } from "../../../tests/models/scripted-model.ts";
import { longestTitle, prdSchema } from "#engine/prd/schema.ts";
import { completePlan, essentialPlan } from "./plan-parts.ts";
import { tidyPlan } from "./tidy-plan.ts";

const plan = samplePlan("A list of books with title, author and price", []);
const tidied = (over: object) =>
  prdSchema.safeParse((tidyPlan({ plan: { ...plan, ...over } }) as { plan: unknown }).plan);

describe("a plan that a model hands in", () => {
  it("may be wordy in a task's title: the rest are details", () => {
    const title = "A page that shows ".repeat(20).trim();
    const { data } = tidied({ tasks: [{ id: "a", title, details: "In red." }] });
    expect(data?.tasks[0]?.title.length).toBeLessThanOrEqual(longestTitle);
    expect(data?.tasks[0]?.details).toBe(`${title}\n\nIn red.`);
    expect(data?.tasks[0]?.dependsOn).toEqual([]);
  });

  it("may leave out what is empty, and say null for it", () => {
    const fields = [{ name: "title", type: "text", values: null }];
    const { data, error } = tidied({
      endpoints: undefined,
      risks: null,
      license: null,
      pages: [{ path: "/plan", title: "Plan" }],
      models: [{ name: "Book", fields, plural: null }],
    });
    expect(error).toBeUndefined();
    expect(data?.models[0]?.fields[0]).toEqual({ name: "title", type: "text", required: false, unique: false });
    expect(data?.endpoints).toEqual([]);
  });

  it("may come as text", () => {
    const { plan: read } = tidyPlan({ plan: JSON.stringify(plan) }) as { plan: unknown };
    expect(prdSchema.safeParse(read).success).toBe(true);
  });

  it("is left to the schema where it is anything else", () => {
    for (const input of [null, [], "x", { plan: 3 }, { plan: "{" }]) expect(tidyPlan(input)).toEqual(input);
  });
});

describe("what follows from the models", () => {
  it("is put into a plan that comes, and taken out of a plan that is shown", () => {
    const special = { path: "/shelf", title: "Shelf", purpose: "All books as a shelf.", components: [] };
    const asked = { ...plan, pages: [special], endpoints: [] };
    const complete = completePlan(asked);
    expect(complete.pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["/shelf", "/", "/books", "/books/:id"]),
    );
    expect(complete.endpoints).toContainEqual(expect.objectContaining({ method: "GET", path: "/api/books" }));
    expect(completePlan(complete)).toEqual(complete);
    expect(essentialPlan(complete)).toMatchObject({ pages: [special], endpoints: [], tasks: [] });
  });

  it("stands below /manage in a site", () => {
    const site = { ...plan, theme: { ...plan.theme, preset: "marketing" as const }, pages: [] };
    expect(completePlan(site).pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["/manage", "/manage/books"]),
    );
  });
});
