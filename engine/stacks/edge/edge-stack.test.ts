import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";
import { arbitraryPrd } from "#engine/prd/arbitrary.ts";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import { edgeStack } from "./edge-stack.ts";

describe("the edge stack", () => {
  const files = edgeStack.generate(inventoryPrd);

  test("writes the same bytes for the same PRD, in path order", () => {
    expect([...edgeStack.generate(structuredClone(inventoryPrd))]).toEqual([...files]);
    expect([...files.keys()]).toEqual([...files.keys()].sort());
  });

  test("holds what its artefact layout and its builder need", () => {
    for (const path of [
      "package.json",
      "package-lock.json",
      "index.html",
      "wrangler.toml",
      "README.md",
      ".gitignore",
    ]) {
      expect([...files.keys()]).toContain(path);
    }
    expect(files.get(edgeStack.artefact.seedFile)).toContain('INSERT INTO "products"');
    expect(files.get(`${edgeStack.artefact.migrationsDir}/0001_init.sql`)).toContain('CREATE TABLE "products"');
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
    expect(dependencies(files.get("package.json"))).toEqual(dependencies(edgeStack.manifest.packageJson));
    expect(files.get("package-lock.json")).toBe(edgeStack.manifest.lockfile);
    expect(edgeStack.manifest.lockfile).not.toContain('"resolved"');
  });
});

/** Files whose text depends on the PRD. */
const emittedSources = /^src\/(shared\/(app|models|schemas)|server\/(routes|db\/schema))\.ts$/;

describe("any PRD", () => {
  test("gives sources that parse, a database that fills, and the same bytes twice", () => {
    fc.assert(
      fc.property(arbitraryPrd, (prd) => {
        const files = edgeStack.generate(prd);
        expect([...edgeStack.generate(structuredClone(prd))]).toEqual([...files]);
        for (const [path, text] of files) {
          if (!emittedSources.test(path)) continue;
          const { errors } = parseSync(path, text);
          expect(errors.map((error) => `${path}: ${error.message}`)).toEqual([]);
        }
        const database = new DatabaseSync(":memory:");
        const migrations = [...files.keys()].filter((path) => /^migrations\/\d{4}_/.test(path));
        for (const path of [...migrations, "migrations/seed.sql"]) {
          for (const statement of (files.get(path) ?? "").split("--> statement-breakpoint")) database.exec(statement);
        }
        expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
        database.close();
      }),
      { numRuns: 60, seed: 20_261_121 },
    );
  });
});
