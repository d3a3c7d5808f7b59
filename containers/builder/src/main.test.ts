// The program as the platform starts it: from its environment, ending with its parent.
import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { scriptBuild, until } from "./builder.fixture.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
let stateDir: string;
let program: ChildProcess;
let url: string;

beforeEach(async () => {
  stateDir = mkdtempSync(join(tmpdir(), "nexusgen-main-"));
  const env = { PATH: process.env["PATH"], PORT: "0", BUILDER_SECRET: "main-secret", STATE_DIR: stateDir };
  program = fork(main, { env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const port = await new Promise<number>((resolve, reject) => {
    program.once("message", (message) => resolve((message as { port: number }).port));
    program.once("exit", (code) => reject(new Error(`the builder ended with ${code}`)));
  });
  url = `http://127.0.0.1:${port}`;
});
afterEach(async () => {
  if (program.exitCode === null && program.signalCode === null) {
    program.kill("SIGKILL");
    await ended();
  }
  rmSync(stateDir, { recursive: true, force: true });
});

const ended = (): Promise<void> =>
  program.exitCode !== null || program.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => program.once("exit", () => resolve()));

function isAlive(token: string): boolean {
  return readdirSync("/proc").some((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(token);
    } catch {
      return false;
    }
  });
}

async function startEndlessBuild(token: string): Promise<void> {
  const request = scriptBuild("endless", "");
  const [step] = request.steps;
  const loop = ["node", "-e", "console.log('running'); setInterval(() => {}, 1000)", token];
  const body = JSON.stringify({ ...request, steps: [{ ...step, command: loop }] });
  const response = await fetch(`${url}/builds`, {
    method: "POST",
    body,
    headers: { authorization: "Bearer main-secret" },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error("the builder sent no stream");
  let text = "";
  while (!text.includes("running")) text += (await reader.read()).value ?? "";
  // The broken stream is what these tests cause.
  reader.closed.catch(() => {});
  expect(isAlive(token)).toBe(true);
}

test.each([
  ["its parent goes away", "main-parent-token", () => program.disconnect()],
  ["it gets SIGTERM", "main-term-token", () => program.kill("SIGTERM")],
])("when %s it ends by itself, after all it started", async (_what, token, end) => {
  await startEndlessBuild(token);
  end();
  await ended();
  expect(program.exitCode).toBe(0);
  expect(isAlive(token)).toBe(false);
});

test("even a builder killed without warning takes its builds along, where the kernel can do that", async () => {
  const health = (await (await fetch(`${url}/health`)).json()) as { sandbox: { isolation: string } };
  if (!health.sandbox.isolation.includes("namespaces")) return;
  await startEndlessBuild("main-kill-token");
  program.kill("SIGKILL");
  await ended();
  await until(() => !isAlive("main-kill-token"));
});

test("without a secret it does not start and says what is missing", async () => {
  const env = { PATH: process.env["PATH"], PORT: "0", STATE_DIR: stateDir };
  const bare = fork(main, { env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let text = "";
  bare.stderr?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const code = await new Promise((resolve) => bare.once("close", resolve));
  expect(code).toBe(1);
  expect(text).toContain("BUILDER_SECRET");
});
