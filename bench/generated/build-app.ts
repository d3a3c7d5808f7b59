// A prompt → a built app on the disk, with the dependencies that the builder would give it.
import { spawn } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { startTestBuilder } from "#builder/builder.fixture.ts";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { edgeStack } from "#engine/stacks/edge/edge-stack.ts";
import type { FileTree, Stack } from "#engine/stacks/stack.ts";

/** The installed dependencies of every app of the stack, from the builder's store. */
export async function installedModules(stack: Stack = edgeStack): Promise<string> {
  const storeDir = resolve(process.env["STORE_DIR"] ?? ".state/test-store");
  const builder = await startTestBuilder({ storeDir });
  try {
    const response = await builder.call("/stores", { method: "POST", body: JSON.stringify(stack.manifest) });
    if (!response.ok) throw new Error(`The dependencies could not be installed: ${await response.text()}`);
    const { key } = (await response.json()) as { key: string };
    return join(storeDir, key, "node_modules");
  } finally {
    await builder.close();
  }
}

export function planFiles(prompt: string, stack: Stack = edgeStack): FileTree {
  const planned = planFromPrompt(prompt);
  if (!planned.ok) throw new Error(planned.message);
  return stack.generate(planned.prd);
}

export async function buildApp(
  files: FileTree,
  folder: string,
  modules: string,
  stack: Stack = edgeStack,
): Promise<void> {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(modules, join(folder, "node_modules"));
  const command = stack.buildSteps.find(({ name }) => name === "build")?.command ?? [];
  await execute(command, folder, modules);
}

function execute([program = "", ...args]: readonly string[], folder: string, modules: string): Promise<void> {
  const path = `${join(modules, ".bin")}:${process.env["PATH"] ?? ""}`;
  return new Promise((done, reject) => {
    const child = spawn(program, args, { cwd: folder, env: { ...process.env, PATH: path } });
    let output = "";
    child.stdout.on("data", (data: Buffer) => (output += data.toString()));
    child.stderr.on("data", (data: Buffer) => (output += data.toString()));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? done() : reject(new Error(`${program} failed: ${output}`))));
  });
}
