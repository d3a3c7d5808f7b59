import { describe, expect, it } from "vitest";
import { planFromPrompt } from "./architect.ts";

function plan(prompt: string) {
  const result = planFromPrompt(prompt);
  if (!result.ok) throw new Error(result.message);
  return result.prd;
}

describe("stock with a threshold", () => {
  it.each([
    ["Inventory for my hardware store: items with sku, quantity, shelf; alert when below minimum", "reorder level"],
    ["Bar stock: bottles with size and stock. Tell me what to restock", "minimum quantity"],
    ["Track coffee beans with origin, quantity, minimum stock", "minimum stock"],
    ["Wool shop back office: yarns with colour, quantity; show me what is running low", "minimum quantity"],
  ])("%s is compared with its %s", (prompt, otherField) => {
    expect(plan(prompt).badges).toContainEqual(expect.objectContaining({ label: "Low stock", otherField }));
  });

  it("is not made of what only moves stock, nor where none is named", () => {
    const { badges } = plan("Items with quantity, and stock movements with quantity; warn below the minimum");
    expect(badges?.map(({ model }) => model)).not.toContain("Stock Movement");
    expect(plan("Track yarns with colour and quantity").badges).toEqual([]);
  });
});

describe("a store that keeps stock", () => {
  it.each([
    "Simple inventory app for my hardware store: items with sku and quantity; log every stock movement",
    "App for my bike shop to manage customers, repairs and parts",
    "We have a shop and want to plan the shifts of our staff",
  ])("sells nothing: %s", (prompt) => {
    expect(plan(prompt).capabilities?.some(({ kind }) => kind === "shop") ?? false).toBe(false);
  });

  it("is a shop where people order", () => {
    const { capabilities } = plan("A store for my pottery: mugs with price and picture, people order online");
    expect(capabilities).toContainEqual(expect.objectContaining({ kind: "shop", products: "Mug" }));
  });
});
