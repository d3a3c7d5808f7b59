import { expect, it } from "vitest";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import { edgeStack } from "./edge-stack.ts";
import { template } from "./template.generated.ts";

const place = "src/client/components/icon.tsx";
const names = (text: string | undefined): string[] =>
  [...(text ?? "").matchAll(/^ {2}(\w+):\s+"/gm)].map(([, name]) => name ?? "");

it("keeps every icon that the app names, and no other", () => {
  const files = edgeStack.generate(inventoryPrd);
  const kept = names(files.get(place));
  expect(kept).toEqual(expect.arrayContaining(["layers", "truck", "box", "settings", "search", "external"]));
  expect(kept).not.toContain("scissors");
  expect(names(template[place])).toEqual(expect.arrayContaining(kept));

  const asked = [...files].flatMap(([path, text]) =>
    path.startsWith("src/") && path !== place
      ? [...text.matchAll(/\bicon(?:: |=|=\{)"(\w+)"|<Icon name="(\w+)"/g)].map(
          ([, inData, drawn]) => inData ?? drawn ?? "",
        )
      : [],
  );
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((name) => !kept.includes(name))).toEqual([]);
});
