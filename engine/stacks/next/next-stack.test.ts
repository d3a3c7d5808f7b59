import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";
import { arbitraryPrd } from "#engine/prd/arbitrary.ts";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import { presetIds } from "#engine/prd/schema.ts";
import type { FileTree } from "../stack.ts";
import { navigationModule } from "./draw-shared.ts";
import { nextStack } from "./next-stack.ts";
import { importsOf, resolveImport } from "./relocate.ts";

const isSource = (path: string): boolean => /\.(tsx?|css)$/.test(path) && !path.endsWith(".d.ts");

/** Imports of files that the tree does not hold. */
function brokenImports(files: FileTree): string[] {
  return [...files]
    .filter(([path]) => isSource(path))
    .flatMap(([path, text]) =>
      importsOf(path, text)
        .filter((target) => !files.has(target))
        .map((target) => `${path} → ${target}`),
    );
}

/** What the navigation module gives to the components that were written for the edge stack's router. */
function exportedNames(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/^export (?:default )?(?:function|const|type|interface) (\w+)/gm)].map(([, name = ""]) => name),
  );
}

describe("the next stack", () => {
  const files = nextStack.generate(inventoryPrd);

  test("writes the same bytes for the same PRD, in path order", () => {
    expect([...nextStack.generate(structuredClone(inventoryPrd))]).toEqual([...files]);
    expect([...files.keys()]).toEqual([...files.keys()].sort());
  });

  test("leaves the document's title to Next's metadata", () => {
    const components = [...files].filter(([path]) => path.startsWith("src/components/"));
    expect(components.filter(([, text]) => /^ *<title>/m.test(text)).map(([path]) => path)).toEqual([]);
  });

  test("is a Next project with what its builder and its hosts need", () => {
    for (const path of [
      ".env.example",
      ".github/workflows/ci.yml",
      ".gitignore",
      "Dockerfile",
      "README.md",
      "next.config.ts",
      "package-lock.json",
      "package.json",
      "src/app/api/[[...route]]/route.ts",
      "src/app/layout.tsx",
      "vite.config.ts",
      "wrangler.toml",
    ]) {
      expect([...files.keys()]).toContain(path);
    }
    expect(files.get(nextStack.artefact.seedFile)).toContain('INSERT INTO "products"');
    expect(files.get(`${nextStack.artefact.migrationsDir}/0001_init.sql`)).toContain('CREATE TABLE "products"');
  });

  test("pins the same dependencies for every app, so that one store serves all", () => {
    const dependencies = (text: string | undefined): unknown => {
      const {
        name: _name,
        description: _description,
        license: _license,
        ...rest
      } = JSON.parse(text ?? "{}") as Record<string, unknown>;
      return rest;
    };
    expect(dependencies(files.get("package.json"))).toEqual(dependencies(nextStack.manifest.packageJson));
    expect(files.get("package-lock.json")).toBe(nextStack.manifest.lockfile);
    expect(nextStack.manifest.lockfile).not.toContain('"resolved"');
  });

  test("holds nothing of the edge stack's router and start page", () => {
    expect(files.has("index.html")).toBe(false);
    expect([...files.keys()].filter((path) => path.startsWith("src/client/"))).toEqual([]);
    for (const [path, text] of files) if (isSource(path)) expect(text, path).not.toContain('"react-router');
  });

  test("marks what runs in the browser, and nothing that a server component can be", () => {
    expect(files.get("src/components/list-filters.tsx")).toMatch(/^"use client";/);
    expect(files.get("src/components/field-value.tsx")).not.toContain("use client");
    expect(files.get("src/components/pages/dashboard.tsx")).not.toContain("use client");
  });

  test.each(presetIds)("of the %s look gives the shared components every name they import of the router", (preset) => {
    const tree = nextStack.generate({ ...inventoryPrd, theme: { ...inventoryPrd.theme, preset } });
    const given = exportedNames(tree.get(navigationModule) ?? "");
    for (const [path, text] of tree) {
      for (const [, list = "", specifier = ""] of text.matchAll(/import (?:type )?\{([^}]+)\} from "(\.[^"]*)"/g)) {
        if (resolveImport(path, specifier) !== navigationModule) continue;
        const names = list.split(",").map((name) =>
          name
            .trim()
            .replace(/^type /, "")
            .replace(/ as .*$/, ""),
        );
        for (const name of names.filter((each) => each !== ""))
          expect([path, name, given.has(name)]).toEqual([path, name, true]);
      }
    }
    expect(brokenImports(tree)).toEqual([]);
  });
});

describe("any PRD", () => {
  test("gives sources that parse, imports that resolve, a database that fills, and the same bytes twice", () => {
    const parsed = new Set<string>();
    fc.assert(
      fc.property(arbitraryPrd, (prd) => {
        const files = nextStack.generate(prd);
        expect([...nextStack.generate(structuredClone(prd))]).toEqual([...files]);
        expect(brokenImports(files)).toEqual([]);
        for (const [path, text] of files) {
          if (!/\.tsx?$/.test(path) || parsed.has(text)) continue;
          parsed.add(text);
          const { errors } = parseSync(path, text);
          expect(errors.map((error) => `${path}: ${error.message}`)).toEqual([]);
        }
        const database = new DatabaseSync(":memory:");
        // In path order the seed stands behind the numbered ones.
        for (const [path, text] of files) {
          if (!/^migrations\/.*\.sql$/.test(path)) continue;
          for (const statement of text.split("--> statement-breakpoint")) database.exec(statement);
        }
        database.close();
      }),
      { numRuns: 20, seed: 20_261_121 },
    );
  });
});
