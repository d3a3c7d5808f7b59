import { describe, expect, it } from "vitest";
import type { Prd } from "#engine/prd/schema.ts";
import { planFromPrompt } from "../architect.ts";
import { readSentences } from "./read-renames.ts";

const first =
  "A CRM with customers and orders. Customers have a title and a city. Orders have a number and belong to a customer.";

function plan(prompt: string, ...corrections: string[]): Prd {
  const result = planFromPrompt(prompt, { corrections });
  if (!result.ok) throw new Error(result.message);
  return result.prd;
}
const told = (prd: Prd) =>
  Object.fromEntries(prd.models.map((model) => [[model.name, ...(model.formerly ?? [])].join(" < "), fieldsOf(model)]));
const fieldsOf = (model: Prd["models"][number]) =>
  model.fields.map((field) => [field.name, ...(field.formerly ?? [])].join(" < "));

describe("a request that renames", () => {
  it.each([
    { request: "Rename customers to clients", model: "Client < Customer" },
    { request: "please rename the customer model to 'client'.", model: "Client < Customer" },
    { request: "Customers should be called clients", model: "Client < Customer" },
    { request: "Use the word client instead of customer", model: "Client < Customer" },
    { request: "Change the name of customers to clients", model: "Client < Customer" },
    { request: 'Call customers "clients" instead', model: "Client < Customer" },
    { request: "Rename customers to business partners", model: "Business Partner < Customer" },
  ])("a model: $request", ({ request, model }) => {
    const prd = plan(first, request);
    expect(Object.keys(told(prd)).slice(0, 2)).toEqual([model, "Order"]);
    const to = model.split(" < ")[0] ?? "";
    expect(prd.relationships).toMatchObject([
      { from: to, to: "Order", name: to.toLowerCase(), formerly: ["customer"] },
    ]);
    expect(JSON.stringify(prd.pages)).not.toContain("customers");
  });

  it.each([
    "The field 'title' is now called 'label'",
    "rename the title field of customers to label",
    "Rename the customer's title to label",
    "rename customer title to label",
    "rename title to label in customers",
    "Rename Customer.title to label",
    "the title column should be named label",
  ])("a field: %s", (request) => {
    expect(told(plan(first, request))["Customer"]).toContain("label < title");
  });

  it("keeps what else it asks for, in the same sentence too", () => {
    const prd = plan(first, "Rename customers to clients and add suppliers with a name. Clients also have a birthday.");
    expect(told(prd)["Client < Customer"]).toContain("birthday");
    expect(prd.models.map((model) => model.name)).toEqual(["Client", "Order", "Supplier"]);
  });

  it("is understood by later requests, in chains, and asks for no second thing of the new name", () => {
    const prd = plan(first, "Rename customers to clients.", "Rename client to buyer", "Buyers have a loyalty level");
    expect(told(prd)["Buyer < Customer < Client"]).toContain("loyalty level");
    expect(prd.models).toHaveLength(2);
  });

  it("lets two things change names", () => {
    const prd = plan(first, "Rename customers to orders and orders to customers");
    expect(told(prd)["Order < Customer"]).toContain("city");
    expect(told(prd)["Customer < Order"]).toContain("number");
  });

  it("takes a later field of the new name for the renamed one", () => {
    const prd = plan(first, "Rename the customer's title to name", "Each customer also has a name and a rating");
    const fields = told(prd)["Customer"] ?? [];
    expect(fields.filter((name) => name.startsWith("name"))).toEqual(["name < title"]);
    expect(fields).toContain("rating");
  });

  it("to a name that something else has is asked about instead", () => {
    const prd = plan(first, "Rename customers to orders");
    expect(prd.models.map((model) => model.name)).toEqual(["Customer", "Order"]);
    expect(prd.openQuestions[0]).toContain('"Order" exists already');
  });

  it("keeps who may do what, and what the app can do", () => {
    const crm = `${first} Sellers can create customers. Sign in required.`;
    const rules = (prd: Prd) => prd.access?.rules.map((rule) => `${rule.role} ${rule.model} ${rule.actions.join()}`);
    const before = rules(plan(crm)) ?? [];
    expect(before.join()).toContain("Customer");
    expect(rules(plan(crm, "Rename customers to clients"))).toEqual(
      before.map((rule) => rule.replace("Customer", "Client")),
    );
    const shop = plan("An online shop with products, a cart and checkout", "Rename products to garments");
    expect(shop.capabilities).toContainEqual(expect.objectContaining({ kind: "shop", products: "Garment" }));
  });

  it("says in a decision that the records stay", () => {
    const result = planFromPrompt(first, { corrections: ["Rename customers to clients"] });
    expect(result.ok && result.decisions.at(-1)).toMatchObject({ choice: "It stays, as Client" });
  });
});

describe("a request that names nothing of the plan", () => {
  it.each([
    "Add suppliers with a name",
    "The app is called Zebra",
    "Rename the sky to sea",
    "Orders are called in by phone",
  ])("is read as ever: %s", (request) => {
    expect(plan(first, request).models.every((model) => model.formerly === undefined)).toBe(true);
  });

  it("of any length and shape is read in bounded time", () => {
    for (const text of ["rename ".repeat(2_000), "a is called ".repeat(1_500), `rename ${"'s ".repeat(4_000)} to x`])
      expect(readSentences(text).length).toBeGreaterThan(0);
  });
});
