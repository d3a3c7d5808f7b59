// Install steps with a real npm and a real registry, on the smallest set there is.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ampleLimits, startTestBuilder, until, type TestBuilder } from "./builder.fixture.ts";
import type { BuildRequest } from "./protocol.ts";

const integrity = "sha512-41Cifkg6e8TylSpdtTpeLVMqvSBEVzTttHvERD741+pnZ8ANv0004MRL43QKPDlK9cGvNp6NZWZUBlbGXYxxng==";

let builder: TestBuilder;
let storeDir: string;
beforeEach(async () => {
  storeDir = mkdtempSync(join(tmpdir(), "nexusgen-store-"));
  builder = await startTestBuilder({ storeDir });
});
afterEach(async () => {
  await builder.close();
  rmSync(storeDir, { recursive: true, force: true });
});

function manifests(name: string, version = "7.0.0"): { packageJson: string; lockfile: string } {
  const root = { name, version: "1.0.0", dependencies: { "is-number": version } };
  const packages = { "": root, "node_modules/is-number": { version, integrity } };
  return {
    packageJson: JSON.stringify({ ...root, scripts: { postinstall: "exit 1" } }),
    lockfile: JSON.stringify({ name, version: "1.0.0", lockfileVersion: 3, requires: true, packages }),
  };
}

function installBuild(buildId: string, script: string, version?: string): BuildRequest {
  const { packageJson, lockfile } = manifests(buildId, version);
  return {
    buildId,
    files: {
      "package.json": { text: packageJson },
      "package-lock.json": { text: lockfile },
      "step.cjs": { text: script },
    },
    steps: [
      { name: "install", command: [], after: [], limits: ampleLimits },
      { name: "build", command: ["node", "step.cjs"], after: ["install"], limits: ampleLimits },
    ],
    artefact: [],
  };
}

const storedSets = (): string[] => readdirSync(storeDir).filter((name) => !name.startsWith("."));
const halfMade = (): string[] => readdirSync(storeDir).filter((name) => name.startsWith("."));

test("the first build fills the store and later ones, of other projects too, take it from there", async () => {
  const script = `console.log("is-number says", require("is-number")(5))`;
  const first = await builder.build(installBuild("first", script));
  expect(first.log).toContain("is-number says true");
  expect(first.log).toContain("added 1 package");
  const second = await builder.build(installBuild("second", script));
  expect(second.log).toBe("Dependencies were already in the store.\nis-number says true");
  expect(storedSets()).toHaveLength(1);
  expect(halfMade()).toEqual([]);
});

test("builds that need the same set at the same time share one installation", async () => {
  const results = await Promise.all(["a", "b"].map((id) => builder.build(installBuild(id, `require("is-number")`))));
  expect(results.map((result) => result.outcome)).toEqual(["succeeded", "succeeded"]);
  expect(storedSets()).toHaveLength(1);
});

test("warming fills the store before the first build", async () => {
  const body = JSON.stringify(manifests("warm"));
  const warm = async (): Promise<unknown> => (await builder.call("/stores", { method: "POST", body })).json();
  expect(await warm()).toMatchObject({ warm: false });
  expect(await warm()).toMatchObject({ warm: true, key: storedSets()[0] });
  const build = await builder.build(installBuild("after-warm", `require("is-number")`));
  expect(build.log).toBe("Dependencies were already in the store.");
});

test("a build cannot change what the store holds for others, but tools can keep caches in node_modules", async () => {
  await builder.build(installBuild("honest", `require("is-number")`));
  const stored = join(storeDir, storedSets()[0] ?? "", "node_modules/is-number/index.js");
  const before = statSync(stored);
  const script = `
    const fs = require("fs");
    const attempt = (name, action) => { try { action(); console.log(name, "worked"); } catch (error) { console.log(name, error.code); } };
    const file = "node_modules/is-number/index.js";
    attempt("cache", () => fs.mkdirSync("node_modules/.cache"));
    attempt("write", () => fs.appendFileSync(file, "// changed"));
    attempt("chmod", () => { fs.chmodSync(file, 0o666); fs.appendFileSync(file, "// changed"); });`;
  const result = await builder.build(installBuild("curious", script));
  expect(result.log).toContain("cache worked");
  expect(result.log).toMatch(/write E(ACCES|PERM|ROFS)/);
  expect(statSync(stored).size).toBe(before.size);
});

test("a failed installation says why and leaves nothing half-made", async () => {
  const result = await builder.build(installBuild("broken", "", "7.0.0-does-not-exist"));
  expect(result.outcome).toBe("failed");
  expect(result.steps).toMatchObject([{ step: "install", outcome: "failed" }]);
  expect(result.log).toMatch(/npm error/i);
  expect(readdirSync(storeDir)).toEqual([]);
});

test("pnpm installs what npm refuses, beside npm's own trees and without scripts", async () => {
  const request = installBuild("lagging", `console.log("is-number says", require("is-number")(5))`);
  const lockfile = JSON.parse(manifests("lagging").lockfile) as { packages: Record<string, unknown> };
  delete lockfile.packages["node_modules/is-number"];
  const files = { ...request.files, "package-lock.json": { text: JSON.stringify(lockfile) } };
  const byNpm = await builder.build({ ...request, files });
  expect(byNpm.log).toContain("EUSAGE");
  const byPnpm = await builder.build({ ...request, buildId: "other", files, packageManager: "pnpm" });
  expect(byPnpm.log).toContain("is-number says true");
  // The tree, and pnpm itself.
  expect(storedSets()).toHaveLength(2);
  expect(halfMade()).toEqual([]);
});

test("neither manager takes a package from anywhere but the registry", async () => {
  const request = installBuild("foreign", "");
  const manifest = { ...JSON.parse(manifests("foreign").packageJson), dependencies: { a: "git+https://a.b/c" } };
  const files = { ...request.files, "package.json": { text: JSON.stringify(manifest) } };
  const result = await builder.build({ ...request, files, packageManager: "pnpm" });
  expect(result.error).toContain('package.json asks for "git+https://a.b/c"');
});

test("a registry that is down is noticed in seconds, by both managers", async () => {
  vi.stubEnv("npm_config_registry", "http://127.0.0.1:9");
  const away = await startTestBuilder({ storeDir });
  for (const packageManager of ["npm", "pnpm"] as const) {
    const result = await away.build({ ...installBuild(`away-${packageManager}`, ""), packageManager });
    expect(result.steps).toMatchObject([{ step: "install", outcome: "failed" }]);
    expect(result.log).toContain("ECONNREFUSED");
  }
  await away.close();
  vi.unstubAllEnvs();
});

test("an installation that is cancelled leaves nothing half-made", async () => {
  const build = builder.open(installBuild("stopped", ""));
  await build.event((event) => event.type === "step.started");
  await until(() => halfMade().length > 0);
  await builder.call("/builds/stopped", { method: "DELETE" });
  expect(await build.finished()).toMatchObject({ outcome: "cancelled" });
  await until(() => halfMade().length === 0);
});

test("without a lockfile the build fails with the reason", async () => {
  const request = installBuild("bare", "");
  const { "package-lock.json": _lockfile, ...files } = request.files;
  const result = await builder.build({ ...request, files });
  expect(result).toMatchObject({ outcome: "failed", error: "package-lock.json is missing; the builder needs it." });
});

test("above its size the store gives up the set that was not used for longest", async () => {
  const small = await startTestBuilder({ storeDir, maxStoreBytes: 1 });
  await small.build(installBuild("old", ""));
  const [old] = storedSets();
  const other = manifests("new");
  const packageJson = JSON.stringify({ ...(JSON.parse(other.packageJson) as object), overrides: { nothing: "1.0.0" } });
  const response = await small.call("/stores", { method: "POST", body: JSON.stringify({ ...other, packageJson }) });
  expect(response.status).toBe(200);
  expect(storedSets()).toHaveLength(1);
  expect(storedSets()).not.toContain(old);
  await small.close();
});

test("what a builder that was killed left in the store is removed by the next one", async () => {
  const gone = spawnSync(process.execPath, ["-e", "0"]).pid;
  const { mkdir } = await import("node:fs/promises");
  await mkdir(join(storeDir, `.filling-${gone}-x`, "work"), { recursive: true });
  await mkdir(join(storeDir, `.filling-${process.ppid}-x`, "work"), { recursive: true });
  const next = await startTestBuilder({ storeDir });
  expect(halfMade()).toEqual([`.filling-${process.ppid}-x`]);
  await next.close();
});
