import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocuments } from "./read-documents.ts";

let modules: string;

beforeAll(async () => {
  modules = await mkdtemp(join(tmpdir(), "nexusgen-modules-"));
  const files = {
    "@scope/lib/package.json": '{ "name": "@scope/lib", "version": "1.2.3" }',
    "@scope/lib/README.md": "# Lib",
    "@scope/lib/CHANGELOG.md": "# 1.2.3",
    "@scope/lib/dist/index.d.ts": "export declare const a: 1;",
    "@scope/lib/dist/index.js": "export const a = 1;",
    "@scope/lib/dist/inner/b.d.ts": "export declare const b: 2;",
    "@scope/lib/dist/large.d.ts": "x".repeat(700_000),
    "@scope/lib/node_modules/other/index.d.ts": "export declare const c: 3;",
    "secret.md": "a secret",
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(modules, path)), { recursive: true });
    await writeFile(join(modules, path), text);
  }
  await symlink(join(modules, "secret.md"), join(modules, "@scope/lib/LINK.md"));
  await symlink(modules, join(modules, "@scope/lib/dist/up"));
});
afterAll(() => rm(modules, { recursive: true, force: true }));

describe("the documents of a package", () => {
  it("are its Markdown and its declarations, without what is linked, nested, too large or a changelog", async () => {
    const all = await readDocuments(modules, { package: "@scope/lib", under: [""], not: [] });
    expect(all.version).toBe("1.2.3");
    expect(all.documents.map(({ path }) => path)).toEqual(["README.md", "dist/index.d.ts", "dist/inner/b.d.ts"]);
    expect(all.left).toBe(1);
    expect(all.documents[0]?.text).toBe("# Lib");
  });

  it("are those that are asked for", async () => {
    const some = await readDocuments(modules, {
      package: "@scope/lib",
      under: ["dist/"],
      not: ["dist/inner/", "dist/large"],
    });
    expect(some.documents.map(({ path }) => path)).toEqual(["dist/index.d.ts"]);
  });

  it("are none of a package that is not installed", async () => {
    expect(await readDocuments(modules, { package: "left-pad", under: [""], not: [] })).toEqual({
      version: null,
      documents: [],
      left: 0,
    });
  });
});
