import { describe, expect, it } from "vitest";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { edgeStack } from "../edge-stack.ts";

function filesOf(prompt: string): ReadonlyMap<string, string> {
  const planned = planFromPrompt(prompt);
  if (!planned.ok) throw new Error(planned.message);
  return edgeStack.generate(planned.prd);
}
const registryOf = (files: ReadonlyMap<string, string>): string =>
  files.get("src/client/capabilities/registry.ts") ?? "";

describe("a shop", () => {
  it("opens with its front page on a site, and sells on the pages of the products", () => {
    const files = filesOf("An online shop that sells handmade ceramics, with product photos, a cart and checkout");
    const registry = registryOf(files);
    expect(registry).not.toContain("isHome: true");
    expect(registry).toMatch(/recordActions[^;]*"\.\/shop\/add-to-cart\.tsx"/);
    expect(registry).toContain('path: "cart"');
    expect(files.has("src/client/capabilities/shop/products.tsx")).toBe(false);
  });

  it("has a page of its own in a tool, and a panel on each product", () => {
    const files = filesOf("A tool for our canteen: customers order meals from a menu with a cart");
    const registry = registryOf(files);
    expect(registry).toContain('path: "shop"');
    expect(registry).toMatch(/recordPanels[^;]*"\.\/shop\/buy-panel\.tsx"/);
    expect(files.has("src/client/capabilities/shop/products.tsx")).toBe(true);
  });
});
