import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ampleLimits } from "./builder.fixture.ts";
import { removeTree } from "./remove-tree.ts";
import { parseTimes, runProcess } from "./run-process.ts";
import { firstBuildUid, prepareRoot, Sandbox } from "./sandbox.ts";

test.each([
  ["dash", "0m0.000000s 0m0.000000s\n0m1.250000s 0m0.200000s\n", 1450],
  ["bash", "0m0.001s 0m0.002s\n1m0.500s 0m0.100s\n", 60_600],
  ["nothing, as after a kill", "", undefined],
  ["half a line", "0m0.0s 0m0.0s\n0m1", undefined],
])("reads the times of %s", (_shell, text, ms) => {
  expect(parseTimes(text)).toBe(ms);
});

test("a step ends before it fills the disk", async () => {
  const stateDir = mkdtempSync(join(tmpdir(), "nexusgen-disk-"));
  const sandbox = await Sandbox.probe(stateDir, []);
  const root = join(stateDir, "build");
  prepareRoot(root, sandbox.ownerUid(firstBuildUid));
  const launch = { root, command: ["node", "-e", "setInterval(() => {}, 1000)"], network: false, uid: firstBuildUid };
  const limits = { ...ampleLimits, leastFreeBytes: Number.MAX_SAFE_INTEGER };
  const lines: string[] = [];
  const sink = (_stream: string, text: string): number => lines.push(text);
  const result = await runProcess(sandbox, launch, limits, sink, new AbortController().signal);
  expect(result.outcome).toBe("output-limit");
  expect(lines).toEqual(["The disk is almost full, so the step was ended."]);
  await removeTree(stateDir);
});
