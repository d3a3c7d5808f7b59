import { describe, expect, it } from "vitest";
import { planFromPrompt } from "./architect.ts";

function plan(prompt: string) {
  const result = planFromPrompt(prompt);
  if (!result.ok) throw new Error(result.message);
  return result.prd;
}

const observatory = [
  "We run a small public observatory and need one tool for it.",
  "Telescopes have a name, a director and an aperture.",
  "Directors have a name, phone and biography.",
  "Domes belong to a branch and have a number and seats.",
  "Branches have a name, an address and wheelchair access.",
  "Evenings show a telescope in a dome, with a price and whether there is a lecture.",
  "Shifts assign a guide to a dome with start and end.",
  "Guides have a name, badge size (S, M, XL) and certified.",
  "Scores are given by guides for telescopes: value from 1 to 10 and comment.",
  "Donors have a company, level (bronze, silver) and amount.",
  "Reports have a headline, author and body.",
  "Complaints have a title, details and solved.",
  "Loans have a borrower name, due date and returned.",
].join(" ");

describe("a prompt that describes its data kind by kind", () => {
  const prd = plan(`${observatory} Colours: navy.`);
  const model = (name: string) => prd.models.find((one) => one.name === name);
  const fields = (name: string) => model(name)?.fields.map((field) => field.name) ?? [];
  const points = (to: string) =>
    prd.relationships.filter((relation) => relation.to === to).map((relation) => relation.from);

  it("keeps every kind, however many there are", () => {
    expect(prd.models.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "Telescope",
        "Director",
        "Dome",
        "Branch",
        "Evening",
        "Shift",
        "Guide",
        "Score",
        "Donor",
        "Report",
        "Complaint",
        "Loan",
      ]),
    );
  });

  it("gives each kind its own fields, though a word may be a field elsewhere", () => {
    expect(fields("Director")).toEqual(["name", "phone", "biography"]);
    expect(fields("Telescope")).not.toContain("phone");
    expect(fields("Dome")).toEqual(["name", "number", "seats"]);
    expect(fields("Branch")).toEqual(expect.arrayContaining(["address", "wheelchair access"]));
    expect(fields("Evening")).toEqual(expect.arrayContaining(["price", "lecture"]));
  });

  it("lets each kind point to what its sentence names", () => {
    expect(points("Telescope")).toContain("Director");
    expect(points("Dome")).toContain("Branch");
    expect(points("Evening")).toEqual(expect.arrayContaining(["Telescope", "Dome"]));
    expect(points("Score")).toEqual(expect.arrayContaining(["Guide", "Telescope"]));
  });

  it("reads sizes, states and times of day as what they are", () => {
    const guide = model("Guide")?.fields ?? [];
    expect(guide.find(({ name }) => name === "badge size")?.values).toEqual(["S", "M", "XL"]);
    expect(guide.find(({ name }) => name === "certified")?.type).toBe("boolean");
    expect(model("Shift")?.fields.find(({ name }) => name === "start")?.type).toBe("dateTime");
  });

  it("invents no bookings or sign-ups beside them, and takes no choice for a colour", () => {
    expect(prd.capabilities).toBeUndefined();
    expect(prd.theme.primary).toBe("#000080");
  });

  it("is called after what they run", () => {
    expect(prd.name).toBe("Public Observatory");
  });
});

it("takes the number that stands with a colour's name", () => {
  expect(plan("A bakery site with cakes. Use a beige background #fdf6e3 and brown buttons.").theme).toMatchObject({
    background: "#fdf6e3",
    primary: "#a52a2a",
  });
});

it("lets whoever alone may change things add and remove them too", () => {
  const { access } = plan(
    "A library of board games with loans. Only volunteers may change things, the public sees games.",
  );
  expect(access?.rules).toContainEqual({
    role: "Volunteer",
    model: "*",
    actions: ["create", "read", "update", "delete"],
  });
  expect(access?.publicRead).toEqual(["Game"]);
});
