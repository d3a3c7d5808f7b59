// With the real language service and the declarations of packages that this repository has installed, collected as the
// builder collects them.
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
// What the builder collects is what the browser gets: no test double could say that they fit.
// oxlint-disable-next-line no-restricted-imports
import { collectTypes } from "#builder/collect-types.ts";
import { type LanguageEnvironment, openEnvironment } from "./environment.ts";
import { libraries } from "./libraries.ts";

const source = `import { useState } from "react";
import { Link } from "react-router";
import { Hono } from "hono";
import { sqliteTable } from "drizzle-orm/sqlite-core";
import { z } from "zod";

export const shape = z.object({ title: z.string() });
export type Shape = z.infer<typeof shape>;
export const notes = sqliteTable("notes", {});
export const api = new Hono().get("/api", (c) => c.json({ ok: true }));
const mode: string = import.meta.env.MODE;

export function Page({ first }: { first: Shape }) {
  const [count, setCount] = useState(first.title.length);
  return <Link to="/notes" onClick={() => setCount(count + 1)}>{mode}</Link>;
}
`;
const config = JSON.stringify({
  compilerOptions: {
    target: "ES2024",
    lib: ["ES2024", "DOM", "DOM.Iterable"],
    module: "ESNext",
    moduleResolution: "Bundler",
    jsx: "react-jsx",
    strict: true,
    types: ["vite/client", "node"],
  },
});

function open(packages: Record<string, string>): LanguageEnvironment {
  const files = new Map(libraries);
  for (const [path, text] of Object.entries(packages)) files.set(`/node_modules/${path}`, text);
  return openEnvironment(files.set("/tsconfig.json", config).set("/src/page.tsx", source));
}

describe("with the types of its packages", () => {
  let environment: LanguageEnvironment;

  beforeAll(async () => {
    const modules = fileURLToPath(new URL("../../../../node_modules", import.meta.url));
    const packages = ["react", "react-router", "hono", "drizzle-orm", "zod", "vite", "@types/node", "@types/react"];
    const { files, left } = await collectTypes(modules, { packages });
    expect(left).toEqual([]);
    environment = open(files);
  });

  const after = (text: string): number => source.lastIndexOf(text) + text.length;
  const hover = (text: string): string => {
    const info = environment.languageService.getQuickInfoAtPosition("/src/page.tsx", after(text) - 1);
    return (info?.displayParts ?? []).map((part) => part.text).join("");
  };

  it("finds no fault in code that has none, with what tsconfig.json wants to be there", () => {
    const { languageService } = environment;
    const faults = [
      ...languageService.getSyntacticDiagnostics("/src/page.tsx"),
      ...languageService.getSemanticDiagnostics("/src/page.tsx"),
    ];
    expect(faults.map(({ messageText }) => messageText)).toEqual([]);
  });

  it("says on hover what comes from a package", () => {
    expect(hover("useState")).toContain("useState<number>(initialState: number");
    expect(hover("setCount")).toContain("React.SetStateAction<number>");
    expect(hover("z.object")).toContain("ZodObject<{");
    expect(hover("<Link")).toContain("Link");
    expect(hover("c.json")).toContain("json");
  });

  it.each([
    { place: "z.ob", offers: "object" },
    { place: "<Link to", offers: "replace" },
    { place: "new Hono().g", offers: "get" },
  ])("offers $offers at $place", ({ place, offers }) => {
    const at = place === "<Link to" ? source.lastIndexOf("<Link ") + 6 : after(place);
    const found = environment.languageService.getCompletionsAtPosition("/src/page.tsx", at, {});
    expect(found?.entries.map(({ name }) => name)).toContain(offers);
  });

  it("finds a fault that only the packages can tell of", () => {
    environment.updateFile("/src/page.tsx", source.replace("setCount(count + 1)", 'setCount("one")'));
    const [fault] = environment.languageService.getSemanticDiagnostics("/src/page.tsx");
    expect(fault?.code).toBe(2345);
    environment.updateFile("/src/page.tsx", source);
  });
});

it("knows the language alone before the packages are there", () => {
  const { languageService } = open({});
  const codes = languageService.getSemanticDiagnostics("/src/page.tsx").map(({ code }) => code);
  expect(codes).toContain(2307);
});
