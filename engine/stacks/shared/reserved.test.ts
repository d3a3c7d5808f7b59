import { describe, expect, it } from "vitest";
import { inventoryPrd } from "../../prd/fixtures/inventory.ts";
import { resolvePrd } from "../../prd/resolve.ts";
import { edgeStack } from "../edge/edge-stack.ts";
import { reservedModelKeys } from "./reserved.ts";

const modulesWithTables = ["src/server/routes.ts", "src/server/db/schema.ts", "src/shared/models.ts"];
const own = /product|supplier|stockmovement/i;

/** Names a module imports or declares at its top level. */
function topLevelNames(source: string): string[] {
  const imported = [...source.matchAll(/import (?:type )?\{([^}]*)\}/g)].flatMap((match) =>
    (match[1] ?? "").split(",").map((name) => name.replace(/^\s*type\s+/, "").trim()),
  );
  const declared = [...source.matchAll(/^(?:export )?(?:const|function|type|interface) (\w+)/gm)].map(
    (match) => match[1] ?? "",
  );
  return [...imported, ...declared].filter((name) => name !== "" && !own.test(name));
}

describe("reserved names", () => {
  it.each(modulesWithTables)("cover what %s imports and declares, so that no model can collide", (path) => {
    const source = edgeStack.generate(inventoryPrd).get(path) ?? "";
    const names = topLevelNames(source);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !reservedModelKeys.has(name.toLowerCase()))).toEqual([]);
  });

  it.each(["Has Own Property", "To String", "Value Of", "Constructor"])(
    "keep a model called %s away from what every object inherits",
    (name) => {
      const prd = structuredClone(inventoryPrd);
      prd.models.push({ name, fields: [] });
      const key = resolvePrd(prd).models.at(-1)?.key ?? "";
      expect(key).toMatch(/Record$/);
      expect(key in {}).toBe(false);
    },
  );

  it("let a model be called Resource", () => {
    const prd = structuredClone(inventoryPrd);
    prd.models.push({ name: "Resource", fields: [{ name: "title", type: "text", required: true, unique: false }] });
    const routes = edgeStack.generate(prd).get("src/server/routes.ts") ?? "";
    expect(routes).toContain("resourcesTable");
  });
});
