import { describe, expect, it } from "vitest";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import { resolvePrd } from "#engine/prd/resolve.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { resolveSite } from "./emit-site.ts";

const siteOf = (site: NonNullable<Prd["site"]>) => {
  const found = resolveSite(
    resolvePrd({ ...inventoryPrd, theme: { ...inventoryPrd.theme, preset: "marketing" }, site }),
  );
  if (!found) throw new Error("expected a site");
  return found;
};

describe("what visitors see", () => {
  const collections = (shows?: string[]) => siteOf(shows ? { shows } : {}).collections.map(({ model }) => model);

  it("is what looks public, or what the plan says, in its order", () => {
    const [first, second] = inventoryPrd.models.map(({ name }) => name);
    expect(collections()).not.toEqual([]);
    expect(collections([second ?? "", first ?? ""])).toEqual(
      [second, first].map((name) => (name ?? "").charAt(0).toLowerCase() + (name ?? "").slice(1).replaceAll(" ", "")),
    );
    expect(collections(["Nothing of the kind"])).toEqual(collections());
  });
});

describe("the words of a site", () => {
  it("are those of the plan, exactly", () => {
    const questions = [{ question: "Do you ship?", answer: "No." }];
    const told = {
      headline: "Slow down. Have tea.",
      lead: "A room above the street.",
      features: [{ title: "Quiet", text: "No music." }],
      story: ["We began in 1998."],
      questions,
      email: "kumo@example.com",
      phone: "",
    };
    expect(siteOf(told)).toMatchObject({
      headline: "Slow down. Have tea.",
      lead: "A room above the street.",
      features: [{ title: "Quiet", text: "No music.", icon: expect.any(String) }],
      about: ["We began in 1998."],
      aboutSections: [],
      questions,
      email: "kumo@example.com",
      phone: "",
    });
  });

  it("are general phrases where the plan says nothing", () => {
    const { headline, features, questions } = siteOf({ faq: true }) as Record<string, unknown>;
    expect(headline).not.toBe("");
    expect(features).not.toEqual([]);
    expect(questions).not.toEqual([]);
    expect(siteOf({})["questions"]).toEqual([]);
  });
});
