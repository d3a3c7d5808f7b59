// What a build leaves, as the caller gets it: only real files, only those listed, only for a while.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scriptBuild, startTestBuilder, until, type TestBuilder } from "./builder.fixture.ts";
import { type BuildRequest, sourceMapsFile } from "./protocol.ts";

let builder: TestBuilder;
let outside: string;
beforeAll(async () => {
  builder = await startTestBuilder();
  outside = mkdtempSync(join(tmpdir(), "nexusgen-outside-"));
  writeFileSync(join(outside, "secret.txt"), "not yours");
});
afterAll(async () => {
  await builder.close();
  rmSync(outside, { recursive: true, force: true });
});

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const buildFolders = (of: TestBuilder = builder): string[] => readdirSync(join(of.stateDir, "builds"));

test("lists size and hash of each kept file and serves its bytes, and forgets all when it is dropped", async () => {
  const script = `
    const fs = require("fs");
    fs.mkdirSync("dist/assets", { recursive: true });
    fs.writeFileSync("dist/assets/app [1].js", "run()");
    fs.writeFileSync("dist/index.html", "<p>é</p>");
    fs.writeFileSync("other.txt", "not wanted");`;
  const result = await builder.build(scriptBuild("kept", script, { artefact: ["dist", "dist/index.html", "missing"] }));
  expect(result.artefact).toEqual([
    { path: "dist/assets/app [1].js", size: 5, sha256: sha256("run()") },
    { path: "dist/index.html", size: 9, sha256: sha256("<p>é</p>") },
  ]);
  const get = (path: string): Promise<Response> => builder.call(`/builds/kept/artefact/${path}`);
  expect(await (await get("dist/assets/app%20%5B1%5D.js")).text()).toBe("run()");
  expect(await (await get("dist/index.html")).text()).toBe("<p>é</p>");
  for (const path of [
    "other.txt",
    "step.cjs",
    "dist",
    "dist/../other.txt",
    "dist%2F..%2Fother.txt",
    "%2e%2e/step.cjs",
    "%00",
  ]) {
    expect((await get(path)).status, path).toBe(404);
  }
  expect((await builder.call("/builds/kept", { method: "DELETE" })).status).toBe(204);
  expect((await get("dist/index.html")).status).toBe(404);
  expect(buildFolders()).toEqual([]);
});

test.each([
  [
    "a link to a file outside",
    (path: string) => `fs.symlinkSync(${JSON.stringify(path)} + "/secret.txt", "dist/a.txt")`,
  ],
  ["a link to a folder outside", (path: string) => `fs.symlinkSync(${JSON.stringify(path)}, "dist/a")`],
  [
    "a folder that is itself a link",
    (path: string) => `fs.rmdirSync("dist"); fs.symlinkSync(${JSON.stringify(path)}, "dist")`,
  ],
  ["a link inside the project", () => `fs.symlinkSync("../step.cjs", "dist/a.txt")`],
])("refuses an artefact with %s", async (_what, link) => {
  const script = `const fs = require("fs"); fs.mkdirSync("dist"); ${link(outside)}`;
  const result = await builder.build(scriptBuild("linked", script, { artefact: ["dist"] }));
  expect(result).toMatchObject({ outcome: "failed", artefact: [] });
  expect(result.error).toMatch(/symbolic link/);
});

test("refuses an artefact that would block its reader", async () => {
  const script = `require("fs").mkdirSync("dist"); require("child_process").execFileSync("mkfifo", ["dist/pipe"])`;
  const result = await builder.build(scriptBuild("pipe", script, { artefact: ["dist"] }));
  expect(result.error).toMatch(/neither a file nor a folder/);
});

test.each([
  ["a file above the project", { files: { "../escape.txt": { text: "x" } } }],
  ["an absolute file", { files: { [join(tmpdir(), "nexusgen-escape.txt")]: { text: "x" } } }],
  ["an artefact above the project", { artefact: ["../.."] }],
  ["an absolute artefact", { artefact: ["/etc/passwd"] }],
] as const)("refuses %s", async (_what, change) => {
  const request: BuildRequest = {
    ...scriptBuild("escape", `console.log("ran")`),
    ...structuredClone(change),
  } as BuildRequest;
  const result = await builder.build(request);
  expect(result.outcome).toBe("failed");
  expect(result.error).toMatch(/is refused/);
  expect(existsSync(join(tmpdir(), "nexusgen-escape.txt"))).toBe(false);
  expect(result.steps).toEqual([]);
  await until(() => buildFolders().length === 0);
});

test("a refused request has run and written nothing, whatever else it holds", async () => {
  const result = await builder.build({
    ...scriptBuild("late", `console.log("ran")`),
    files: { "step.cjs": { text: `console.log("ran")` }, "z/../../late.txt": { text: "x" } },
  });
  expect(result.log).toBe("");
  expect(result.steps).toEqual([]);
});

test("a failed build keeps no artefact", async () => {
  const script = `require("fs").writeFileSync("out.txt", "x"); process.exit(1)`;
  const result = await builder.build(scriptBuild("failed", script, { artefact: ["out.txt"] }));
  expect(result.artefact).toEqual([]);
  expect((await builder.call("/builds/failed/artefact/out.txt")).status).toBe(404);
});

test("an artefact nobody fetched goes after its time", async () => {
  const own = await startTestBuilder({ keepMs: 1 });
  const result = await own.build(
    scriptBuild("brief", `require("fs").writeFileSync("out.txt", "x")`, { artefact: ["out.txt"] }),
  );
  expect(result.outcome).toBe("succeeded");
  await until(() => buildFolders(own).length === 0);
  await own.close();
});

test("folders that a crashed builder left are removed at the next start", async () => {
  const stateDir = mkdtempSync(join(tmpdir(), "nexusgen-crashed-"));
  mkdirSync(join(stateDir, "builds/old.1234/work"), { recursive: true });
  const own = await startTestBuilder({ stateDir });
  expect(readdirSync(join(stateDir, "builds"))).toEqual([]);
  await own.close();
  rmSync(stateDir, { recursive: true, force: true });
});

test("keeps source maps as one file, without the sources and without those of packages alone", async () => {
  const map = (sources: string[]): string =>
    JSON.stringify({ version: 3, sources, sourcesContent: ["secret()"], names: ["run"], mappings: "AAAA" });
  const files = {
    "dist/app.js": "run()",
    "dist/app.js.map": map(["../src/app.ts", "../node_modules/left/pad.js"]),
    "dist/react.js.map": map(["../node_modules/react/index.js"]),
    "dist/broken.js.map": "{",
    "dist/notes.map": "a map of the town",
  };
  const script = `
    const fs = require("fs");
    fs.mkdirSync("dist", { recursive: true });
    for (const [path, text] of Object.entries(${JSON.stringify(files)})) fs.writeFileSync(path, text);`;
  const { artefact } = await builder.build(scriptBuild("maps", script, { artefact: ["dist"] }));
  expect(artefact.map(({ path }) => path)).toEqual(["dist/app.js", "dist/notes.map", sourceMapsFile]);
  const packed = await (await builder.call(`/builds/maps/artefact/${sourceMapsFile}`)).json();
  expect(packed).toEqual({
    "dist/app.js": {
      version: 3,
      sources: ["../src/app.ts", "../node_modules/left/pad.js"],
      names: ["run"],
      mappings: "AAAA",
    },
  });
});
