// With a real npm and a real registry, on the smallest set there is.
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestBuilder, type TestBuilder } from "./builder.fixture.ts";
import { lockfileResultSchema } from "./protocol.ts";

let builder: TestBuilder;
beforeAll(async () => {
  builder = await startTestBuilder();
});
afterAll(() => builder.close());

const manifest = { name: "shop", version: "2.0.0", type: "module", dependencies: { "is-odd": "^3.0.0" } };
const make = (packageJson: object, lockfile: object | null) =>
  builder.call("/lockfiles", {
    method: "POST",
    body: JSON.stringify({
      packageJson: JSON.stringify(packageJson),
      lockfile: lockfile === null ? null : JSON.stringify(lockfile),
    }),
  });

test("a lockfile is made from nothing, names no address, and installs", async () => {
  const response = await make(manifest, null);
  expect(response.status, await response.clone().text()).toBe(200);
  const { lockfile } = lockfileResultSchema.parse(await response.json());
  expect(JSON.parse(lockfile)).toMatchObject({
    name: "shop",
    version: "2.0.0",
    packages: { "": { name: "shop" }, "node_modules/is-number": { integrity: expect.stringMatching(/^sha512-/) } },
  });
  expect(lockfile).not.toContain("resolved");
  const body = JSON.stringify({ packageJson: JSON.stringify(manifest), lockfile });
  const filled = await builder.call("/stores", { method: "POST", body });
  expect(filled.status, await filled.text()).toBe(200);
});

test("one that lags behind keeps what it pins", async () => {
  const integrity = "sha512-41Cifkg6e8TylSpdtTpeLVMqvSBEVzTttHvERD741+pnZ8ANv0004MRL43QKPDlK9cGvNp6NZWZUBlbGXYxxng==";
  const root = { name: "shop", version: "2.0.0", dependencies: { "is-number": ">=6" } };
  const packages = { "": root, "node_modules/is-number": { version: "7.0.0", integrity, license: "MIT" } };
  const before = { lockfileVersion: 3, requires: true, packages };
  const wanted = { ...manifest, dependencies: { ...manifest.dependencies, ...root.dependencies } };
  const { lockfile } = lockfileResultSchema.parse(await (await make(wanted, before)).json());
  const locked = JSON.parse(lockfile) as { packages: Record<string, { version?: string }> };
  expect(locked.packages["node_modules/is-number"]?.version).toBe("7.0.0");
  expect(locked.packages["node_modules/is-odd"]?.version).toMatch(/^3\./);
});

test("what is not of the registry, or not to be had, is refused with the reason", async () => {
  for (const version of ["git+https://a.b/c", "file:../x", "http://127.0.0.1/x.tgz", "user/repo"]) {
    const response = await make({ ...manifest, dependencies: { x: version } }, null);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("only packages of the registry");
  }
  const missing = await make({ ...manifest, dependencies: { "is-odd": "^99" } }, null);
  expect(missing.status).toBe(400);
  expect(await missing.text()).toMatch(/No matching version|ETARGET|notarget/i);
});
