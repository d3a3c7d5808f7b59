// With a real npm and a real registry, on the smallest set there is.
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestBuilder, type TestBuilder } from "./builder.fixture.ts";
import { addResultSchema } from "./protocol.ts";

const integrity = "sha512-41Cifkg6e8TylSpdtTpeLVMqvSBEVzTttHvERD741+pnZ8ANv0004MRL43QKPDlK9cGvNp6NZWZUBlbGXYxxng==";
let builder: TestBuilder;
beforeAll(async () => {
  builder = await startTestBuilder();
});
afterAll(() => builder.close());

const root = { name: "shop", version: "2.0.0", dependencies: { "is-number": "7.0.0" } };
const packageJson = JSON.stringify({ ...root, type: "module", scripts: { preinstall: "exit 1", build: "vite build" } });
const lockfile = JSON.stringify({
  name: "shop",
  version: "2.0.0",
  lockfileVersion: 3,
  requires: true,
  packages: { "": root, "node_modules/is-number": { version: "7.0.0", integrity, license: "MIT" } },
});
const add = (packages: { name: string; range: string }[]) =>
  builder.call("/dependencies", { method: "POST", body: JSON.stringify({ packageJson, lockfile, add: packages }) });

test("a package is added at one version, and everything else stays as it was", async () => {
  const response = await add([{ name: "is-odd", range: "^3" }]);
  expect(response.status, await response.clone().text()).toBe(200);
  const { added, brought, ...files } = addResultSchema.parse(await response.json());
  expect(added).toEqual([{ name: "is-odd", version: expect.stringMatching(/^3\.\d+\.\d+$/) }]);
  const manifest = JSON.parse(files.packageJson);
  expect(manifest).toEqual({
    ...JSON.parse(packageJson),
    dependencies: { "is-number": "7.0.0", "is-odd": added[0]?.version },
  });
  const { packages, ...lock } = JSON.parse(files.lockfile);
  expect(lock).toMatchObject({ name: "shop", version: "2.0.0" });
  expect(packages["node_modules/is-number"]).toEqual({ version: "7.0.0", integrity, license: "MIT" });
  expect(packages["node_modules/is-odd"]).toMatchObject({
    version: added[0]?.version,
    integrity: expect.stringMatching(/^sha512-/),
  });
  expect(JSON.stringify(packages)).not.toContain("resolved");
  expect(brought).toBeGreaterThan(0);
  const filled = await builder.call("/stores", { method: "POST", body: JSON.stringify(files) });
  expect(filled.status, await filled.text()).toBe(200);
});

test("a version that does not exist, and anything but a package of the registry, is refused with the reason", async () => {
  const missing = await add([{ name: "is-odd", range: "^99" }]);
  expect(missing.status).toBe(400);
  expect(await missing.text()).toMatch(/No matching version|ETARGET|notarget/i);
  for (const range of ["git+https://a.b/c", "file:../x", "latest; rm -rf /"])
    expect((await add([{ name: "x", range }])).status).toBe(400);
  expect((await add([{ name: "--global", range: "^1" }])).status).toBe(400);
});
