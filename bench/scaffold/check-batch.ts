// Types, lint and the apps' own tests of some trees at once, so that the libraries are read once for all of them.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Stack } from "#engine/stacks/stack.ts";
import { type Failure, report, type Scaffold } from "./scaffold.ts";
import { writeTree } from "./write-tree.ts";

const testResultsSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** Under one node_modules, by the configuration that every one of them brings. */
export async function checkBatch(
  stack: Stack,
  scaffolds: readonly Scaffold[],
  folder: string,
  modules: string,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const [at, { index, files }] of scaffolds.entries()) {
    // What one of them declares for the whole program holds for all of them.
    const checked = [...files].filter(([path]) => at === 0 || !path.endsWith(".d.ts"));
    writeTree(join(folder, `app-${index}`), new Map(checked));
  }
  symlinkSync(modules, join(folder, "node_modules"));
  const config = JSON.parse(scaffolds[0]?.files.get("tsconfig.json") ?? "{}") as { include?: string[] };
  const include = scaffolds.flatMap(({ index }) => (config.include ?? []).map((path) => `app-${index}/${path}`));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...config, include }));
  // Next makes the types of its pages for one project at a time; the sample's builds check those as well.
  const stepCommand = (name: "types" | "lint"): string[] =>
    name === "types"
      ? ["tsc", "--noEmit", "--incremental", "false"]
      : (stack.buildSteps.find((step) => step.name === name)?.command ?? []);
  for (const step of ["types", "lint"] as const) {
    // The linter would read what the symbolic link leads to, so it is told where to look.
    const paths = step === "lint" ? scaffolds.map(({ index }) => `app-${index}`) : [];
    const { code, output } = await execute([...stepCommand(step), ...paths], folder);
    if (code === 0) continue;
    const blamed = scaffolds.filter(({ index }) => output.includes(`app-${index}/`));
    for (const { index } of blamed) {
      const lines = output.split("\n").filter((line) => line.includes(`app-${index}/`));
      const at = output.indexOf(`app-${index}/`);
      report(failures, {
        index,
        step,
        message: step === "types" ? lines.slice(0, 5).join("\n") : output.slice(Math.max(0, at - 300), at + 300),
      });
    }
    if (blamed.length === 0) throw new Error(`${step} failed without naming a tree: ${output.slice(0, 2_000)}`);
  }
  for (const failure of await testBatch(stack, scaffolds, folder)) report(failures, failure);
  rmSync(folder, { recursive: true, force: true });
  return failures;
}

/** The apps' own tests, in one process, so that the libraries are loaded once for all of them. */
async function testBatch(stack: Stack, scaffolds: readonly Scaffold[], folder: string): Promise<Failure[]> {
  const config = scaffolds[0]?.files.get("vitest.config.ts") ?? "";
  writeFileSync(join(folder, "vitest.config.ts"), config.replace('"tests/', '"app-*/tests/'));
  const command = stack.testSteps.find((step) => step.name === "test")?.command ?? [];
  const { output } = await execute([...command, "--reporter=json", "--outputFile=results.json"], folder);
  const file = join(folder, "results.json");
  if (!existsSync(file)) throw new Error(`The tests wrote no results: ${output.slice(0, 2_000)}`);
  const { testResults } = testResultsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return scaffolds.flatMap(({ index }): Failure[] => {
    const own = testResults.filter(({ name }) => name.includes(`/app-${index}/`));
    if (own.length === 0) return [{ index, step: "test", message: "no test ran" }];
    const messages = own.flatMap(({ name, status, message, assertionResults }) => [
      ...(status === "failed" && assertionResults.length === 0 ? [`${name}: ${message ?? ""}`] : []),
      ...assertionResults
        .filter((test) => test.status === "failed")
        .map((test) => `${test.fullName}: ${(test.failureMessages ?? []).join(" ").slice(0, 600)}`),
    ]);
    return messages.length === 0 ? [] : [{ index, step: "test", message: messages.slice(0, 4).join("\n") }];
  });
}

function execute(command: readonly string[], folder: string): Promise<{ code: number; output: string }> {
  const path = `${join(folder, "node_modules/.bin")}:${process.env["PATH"] ?? ""}`;
  return new Promise((settle, reject) => {
    const child = spawn(command[0] ?? "", command.slice(1), { cwd: folder, env: { ...process.env, PATH: path } });
    let output = "";
    child.stdout.on("data", (data: Buffer) => (output += data.toString()));
    child.stderr.on("data", (data: Buffer) => (output += data.toString()));
    child.on("error", reject);
    child.on("close", (code) => settle({ code: code ?? 1, output }));
  });
}
