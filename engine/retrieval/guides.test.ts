// What the guides say of a generated app is true of one.
import { describe, expect, it } from "vitest";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { stackIds } from "#engine/stacks/stack.ts";
import { stacks } from "#engine/stacks/stacks.ts";
import { chunkDocument } from "./chunk-document.ts";
import { guideDocuments } from "./guides.ts";

const plan = (prompt: string) => {
  const planned = planFromPrompt(prompt);
  if (!planned.ok) throw new Error(planned.message);
  return planned.prd;
};
const tool = plan("A task manager with projects and tasks");
const site = plan("A public marketing website for a bakery: cakes with photos and prices, and a contact form");

describe.each(stackIds)("the guide to apps of the %s stack", (id) => {
  const [document] = guideDocuments(id).documents;
  const text = document?.text ?? "";
  const tree = stacks[id].generate(tool);
  const ofSites = [...stacks[id].generate(site).keys()];

  it("names no file that an app does not have, but for those that its examples write", () => {
    const written = new Set([...text.matchAll(/^\/\/ (\S+\.tsx?)$/gm)].map(([, path = ""]) => path));
    const named = [...text.matchAll(/`((?:src|tests|migrations)\/[^`<\s]+)`/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(12);
    const missing = named.filter(
      (path) =>
        !written.has(path) && ![...tree.keys(), ...ofSites].some((other) => other === path || other.startsWith(path)),
    );
    // Only in apps with accounts.
    expect(missing.filter((path) => !path.includes("/access/"))).toEqual([]);
  });

  it("imports in its examples only what an app has, or another example writes", () => {
    const blocks = [...text.matchAll(/```tsx?\n\/\/ (\S+)\n([\s\S]*?)```/g)];
    const written = new Set(blocks.map(([, path = ""]) => path));
    expect(blocks.length).toBeGreaterThan(5);
    for (const [, path = "", code = ""] of blocks) {
      for (const [, target = ""] of code.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)) {
        const file = new URL(target, `file:///${path}`).pathname.slice(1);
        expect(tree.has(file) || written.has(file), `${path} imports ${file}`).toBe(true);
      }
    }
  });

  it("is cut into pieces that keep each example with its heading", () => {
    const pieces = document ? chunkDocument(document) : [];
    expect(pieces.length).toBeGreaterThan(8);
    expect(
      pieces.filter((piece) => piece.text.includes("capabilityRoutes")).every(({ heading }) => /API/.test(heading)),
    ).toBe(true);
  });
});
