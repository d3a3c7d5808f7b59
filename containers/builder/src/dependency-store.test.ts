// The store on its own: what makes two projects share a set, and what is refused. install.test.ts runs a real npm.
import { expect, test } from "vitest";
import { describeDependencies } from "./dependency-store.ts";
import { RefusedInput } from "./project-path.ts";

const integrity = "sha512-AAAA";
const manifest = { name: "shop", version: "1.0.0", scripts: { build: "vite build" }, dependencies: { left: "1.0.0" } };
const lock = {
  name: "shop",
  version: "1.0.0",
  lockfileVersion: 3,
  requires: true,
  packages: {
    "": { name: "shop", version: "1.0.0", dependencies: { left: "1.0.0" } },
    "node_modules/left": { version: "1.0.0", integrity },
  },
};

function keyOf(changes: { manifest?: object; lock?: object; left?: object } = {}): string {
  const packages = {
    ...lock.packages,
    "node_modules/left": { ...lock.packages["node_modules/left"], ...changes.left },
  };
  return describeDependencies(
    JSON.stringify({ ...manifest, ...changes.manifest }),
    JSON.stringify({ ...lock, packages, ...changes.lock }),
  ).key;
}

test("name, version and scripts of a project do not matter, so unlike projects share a set", () => {
  const named = { name: "blog", version: "2.0.0" };
  const packages = { ...lock.packages, "": { ...lock.packages[""], ...named } };
  expect(keyOf({ manifest: { ...named, scripts: {} }, lock: { ...named, packages } })).toBe(keyOf());
});

test.each([
  ["a dependency", { manifest: { dependencies: { left: "1.0.1" } } }],
  ["an override", { manifest: { overrides: { left: "1.0.0" } } }],
  ["a locked version", { left: { version: "1.0.1" } }],
  ["an integrity", { left: { integrity: "sha512-BBBB" } }],
])("another %s is another set", (_what, changes) => {
  expect(keyOf(changes)).not.toBe(keyOf());
});

test("addresses in a lockfile are dropped, so it cannot send npm anywhere", () => {
  const set = describeDependencies(
    JSON.stringify(manifest),
    JSON.stringify({
      ...lock,
      packages: {
        "": lock.packages[""],
        "node_modules/left": { version: "1.0.0", integrity, resolved: "https://evil.test/x.tgz" },
      },
    }),
  );
  expect(set.lockfile).not.toContain("evil.test");
  expect(set.key).toBe(keyOf());
});

test("packages for other platforms that no lockfile entry stands for are not asked of npm", () => {
  const left = {
    version: "1.0.0",
    integrity,
    optionalDependencies: { "left-linux": "1.0.0", "left-mac": "1.0.0", "left-arm": "1.0.0" },
  };
  const binary = { version: "1.0.0", integrity, optional: true };
  const packages = {
    "": lock.packages[""],
    "node_modules/left": left,
    "node_modules/left-linux": binary,
    "node_modules/left/node_modules/left-arm": binary,
  };
  const set = describeDependencies(JSON.stringify(manifest), JSON.stringify({ ...lock, packages }));
  const cleaned = JSON.parse(set.lockfile) as { packages: Record<string, { optionalDependencies?: object }> };
  expect(cleaned.packages["node_modules/left"]?.optionalDependencies).toEqual({
    "left-linux": "1.0.0",
    "left-arm": "1.0.0",
  });
});

test.each([
  ["a git dependency", { version: "1.0.0", resolved: "git+ssh://git@host.test/x.git#abc" }],
  ["a tarball without integrity", { version: "1.0.0", resolved: "https://host.test/x.tgz" }],
  ["a link to a folder", { resolved: "../other", link: true }],
])("refuses %s", (_what, entry) => {
  const packages = { "": lock.packages[""], "node_modules/left": entry };
  expect(() => describeDependencies(JSON.stringify(manifest), JSON.stringify({ ...lock, packages }))).toThrow(
    RefusedInput,
  );
});

test.each([
  ["a lockfile that is not JSON", JSON.stringify(manifest), "{"],
  ["a manifest that is a list", "[]", JSON.stringify(lock)],
  ["a lockfile of npm 6", JSON.stringify(manifest), JSON.stringify({ lockfileVersion: 1, dependencies: {} })],
])("refuses %s with a reason", (_what, packageJson, lockfile) => {
  expect(() => describeDependencies(packageJson, lockfile)).toThrow(RefusedInput);
});
