// The processes behind `npm start`: what survives what.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listProcesses } from "../../scripts/start/processes.ts";
import { Client } from "../platform/client.ts";
import { processesUsing, startPlatform } from "../platform/start-platform.ts";
import type { Platform } from "../platform/start-platform.ts";
import { putApp, visitor } from "./app-in-state.ts";

const root = join(import.meta.dirname, "../..");

let stateDir: string;
let running: Platform | undefined;
beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "nexusgen-processes-"));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
});

async function start(port?: number): Promise<Platform> {
  running = await startPlatform({ stateDir, ...(port ? { port } : {}) });
  return running;
}

const nothingLeft = () => expect.poll(() => processesUsing(stateDir), { timeout: 60_000 }).toEqual([]);

async function isHealthy(url: string): Promise<boolean> {
  return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) })).status === 200;
}

/** Pids of the supervisor and of its children, whose groups are named after them. */
async function runFile(): Promise<{ supervisor: number; groups: number[] }> {
  const run = JSON.parse(await readFile(join(stateDir, "run.json"), "utf8"));
  return { supervisor: run.supervisor.pid, groups: run.groups.map((group: { pid: number }) => group.pid) };
}

describe("npm start", () => {
  it("keeps what users made, their sign-in and the secrets for the next start", async () => {
    const first = await start();
    const client = await Client.register(first.url);
    const project = await client.createProject("Kept");
    await first.stop();
    await nothingLeft();

    await start(first.port);
    const { status, body } = await client.call<{ name: string }>("GET", `/api/v1/projects/${project.id}`);
    expect([status, body.name]).toEqual([200, "Kept"]);
  });

  it("keeps data and secrets from other users of the machine", async () => {
    await start();
    expect((await stat(stateDir)).mode & 0o077).toBe(0);
    expect((await stat(join(stateDir, "secrets.json"))).mode & 0o077).toBe(0);
  });

  it("says so when the state directory or the port is taken, and disturbs nobody", async () => {
    const first = await start();
    const sameState = await runToEnd({ PORT: "0", STATE_DIR: stateDir });
    expect(sameState).toMatchObject({ code: 1, output: expect.stringContaining(`already runs at ${first.url}`) });
    const other = await mkdtemp(join(tmpdir(), "nexusgen-processes-"));
    const samePort = await runToEnd({ PORT: String(first.port), STATE_DIR: other });
    await rm(other, { recursive: true });
    expect(samePort).toMatchObject({ code: 1, output: expect.stringContaining(`Port ${first.port} is in use`) });
    expect(await isHealthy(first.url)).toBe(true);
  });

  it.each(["SIGTERM", "SIGINT"] as const)("ends with status 0 and leaves nothing after %s", async (signal) => {
    const child = spawn(process.execPath, ["scripts/start.ts"], {
      cwd: root,
      env: { ...process.env, PORT: "0", STATE_DIR: stateDir },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
    await printed(child, "NexusGen is ready at");
    child.kill(signal);
    expect(await ended).toBe(0);
    await nothingLeft();
  });

  it("ends when the npm that runs it is killed", async () => {
    const npm = spawn("npm", ["start"], {
      cwd: root,
      env: { ...process.env, PORT: "0", STATE_DIR: stateDir },
      stdio: ["ignore", "pipe", "pipe"],
    });
    await printed(npm, "NexusGen is ready at");
    npm.kill("SIGKILL");
    await nothingLeft();
  });
});

describe("a killed process", () => {
  it("takes every other with it when it is the supervisor", async () => {
    const platform = await start();
    process.kill((await runFile()).supervisor, "SIGKILL");
    await nothingLeft();
    running = undefined;
    const again = await start(platform.port);
    expect(await isHealthy(again.url)).toBe(true);
  });

  it("is started again, with its workerd, when it is a child", async () => {
    const platform = await start();
    const { groups } = await runFile();
    expect(groups).toHaveLength(3);
    for (const pid of groups) process.kill(pid, "SIGKILL");
    await expect
      .poll(async () => (await runFile()).groups.filter((pid) => !groups.includes(pid)).length, { timeout: 60_000 })
      .toBe(3);
    await expect.poll(() => isHealthy(platform.url).catch(() => false), { timeout: 60_000 }).toBe(true);
    expect(listProcesses().filter((info) => groups.includes(info.group))).toEqual([]);
  });
});

describe("an app that misbehaves", () => {
  const code = `
    const kept = [];
    export default {
      fetch(request) {
        const { pathname } = new URL(request.url);
        if (pathname === "/api/loop") for (;;);
        if (pathname === "/api/hog") for (;;) kept.push(new Uint8Array(1e6).fill(1));
        return new Response("fine");
      },
    };
  `;

  it.each([
    { path: "/api/loop", reason: "has not answered" },
    { path: "/api/hog", reason: "of memory" },
  ])("is stopped at $path while the platform answers, and runs again", async ({ path, reason }) => {
    await putApp(stateDir, code);
    const platform = await start();
    const visit = await visitor(stateDir, platform.port);
    expect(await visit("/api/x")).toMatchObject({ status: 200, body: "fine" });

    const answer = visit(path);
    let answered = false;
    void answer.then(() => (answered = true));
    while (!answered) {
      expect(await isHealthy(platform.url)).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await answer).status).toBe(502);
    expect(platform.output()).toMatch(new RegExp(`previews: .*${reason}`));
    expect(await visit("/api/x")).toMatchObject({ status: 200, body: "fine" });
  });
});

async function runToEnd(environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["scripts/start.ts"], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, output })));
}

function printed(child: ChildProcess, text: string): Promise<void> {
  let output = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes(text)) resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => reject(new Error(`It ended before it printed "${text}":\n${output}`)));
  });
}
