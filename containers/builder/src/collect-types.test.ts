import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { collectTypes } from "./collect-types.ts";

let folder: string;
let modules: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "types-"));
  modules = join(folder, "node_modules");
  const files: Record<string, string> = {
    "../secret.d.ts": "export const secret: 1;",
    "mapped/package.json": JSON.stringify({
      name: "mapped",
      version: "1.2.3",
      exports: {
        ".": { require: { types: "./main.d.cts" }, import: { types: "./main.d.ts", default: "./main.js" } },
        "./parts/*": { types: "./parts/*.d.ts" },
        "./extra": "./extra.mjs",
        "./package.json": "./package.json",
      },
    }),
    "mapped/main.d.ts":
      'import type { Deep } from "deep/inner";\nexport * from "./near.js";\nexport { a } from "../../secret.js";\n//# sourceMappingURL=main.d.ts.map',
    "mapped/main.d.cts": "export {};",
    "mapped/near.d.ts": 'export type Near = import("mapped/parts/one").One;',
    "mapped/parts/one.d.ts": "export type One = 1;",
    "mapped/parts/two.d.ts": "export type Two = 2;",
    "mapped/extra.d.mts": "export const extra: 1;",
    "mapped/unused.d.ts": "export const unused: 1;",
    "mapped/node_modules/deep/package.json": JSON.stringify({ name: "deep", version: "2.0.0" }),
    "mapped/node_modules/deep/inner.d.ts": "export type Deep = 2;",
    "deep/package.json": JSON.stringify({ name: "deep", version: "1.0.0" }),
    "deep/inner.d.ts": "export type Deep = 1;",
    "plain/package.json": JSON.stringify({ name: "plain", version: "1.0.0", main: "lib/index.js" }),
    "@types/plain/package.json": JSON.stringify({ name: "@types/plain", version: "1.0.1", types: "index.d.ts" }),
    "@types/plain/index.d.ts": '/// <reference path="more.d.ts" />\nexport {};',
    "@types/plain/more.d.ts": "declare const more: 1;",
    "styles/package.json": JSON.stringify({ name: "styles", version: "1.0.0" }),
    "big/package.json": JSON.stringify({ name: "big", version: "1.0.0", types: "index.d.ts" }),
    "big/index.d.ts": "export {};",
    "big/other.d.ts": `${"// words\n".repeat(200_000)}export {};`,
    "linked/package.json": JSON.stringify({ name: "linked", version: "1.0.0", types: "index.d.ts" }),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(modules, path)), { recursive: true });
    await writeFile(join(modules, path), text);
  }
  await symlink(join(folder, "secret.d.ts"), join(modules, "linked", "index.d.ts"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const collect = (...packages: string[]) => collectTypes(modules, { packages });

it("takes what the entries lead to, from the nearest package, and nothing else", async () => {
  const { files, packages } = await collect("mapped");
  expect(Object.keys(files)).toEqual([
    "mapped/extra.d.mts",
    "mapped/main.d.ts",
    "mapped/near.d.ts",
    "mapped/node_modules/deep/inner.d.ts",
    "mapped/node_modules/deep/package.json",
    "mapped/package.json",
    "mapped/parts/one.d.ts",
  ]);
  expect(files["mapped/main.d.ts"]).not.toContain("sourceMappingURL");
  expect(packages).toEqual([{ name: "mapped", version: "1.2.3" }]);
});

it("puts a manifest beside them that leads to declarations alone", async () => {
  const { files } = await collect("mapped");
  expect(JSON.parse(files["mapped/package.json"] ?? "")).toEqual({
    name: "mapped",
    version: "1.2.3",
    types: "main.d.ts",
    exports: {
      ".": { types: "./main.d.ts" },
      "./parts/*": { types: "./parts/*.d.ts" },
      "./extra": { types: "./extra.d.mts" },
    },
  });
});

it("finds the types of a package that has none of its own, and says where there are none", async () => {
  const { files, left } = await collect("plain", "styles", "absent");
  expect(Object.keys(files)).toEqual([
    "@types/plain/index.d.ts",
    "@types/plain/more.d.ts",
    "@types/plain/package.json",
  ]);
  expect(left).toEqual(["styles", "absent"]);
});

it("leaves out what is too long, what is a link, and what lies outside", async () => {
  expect(Object.keys((await collect("big")).files)).toEqual(["big/index.d.ts", "big/package.json"]);
  const { files, left } = await collect("linked");
  expect([files, left]).toEqual([{}, ["linked"]]);
  expect(JSON.stringify((await collect("mapped")).files)).not.toContain("secret: 1");
});
