import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readProcess } from "./processes.ts";
import { AlreadyRunning, lockState } from "./state-lock.ts";

let stateDir: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), "nexusgen-lock-"));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  rmSync(stateDir, { recursive: true, force: true });
});

/** A process in a group of its own that waits for ever and sends back what it is sent. */
function sleeper(): { pid: number; startTime: string; ended: Promise<void>; answers(): Promise<boolean> } {
  const child = spawn(process.execPath, ["-e", "process.on('message', (message) => process.send(message))"], {
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  started.push(child);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const pid = child.pid ?? 0;
  const answers = (): Promise<boolean> => {
    const answered = new Promise<boolean>((resolve) => child.once("message", () => resolve(true)));
    child.send("alive?", () => {});
    return Promise.race([answered, ended.then(() => false)]);
  };
  return { pid, startTime: readProcess(pid)?.startTime ?? "", ended, answers };
}

const writeRun = (run: unknown): void => writeFileSync(join(stateDir, "run.json"), JSON.stringify(run));
const dead = { pid: 4_000_000, startTime: "1" };

it("refuses a directory whose platform is alive, and says where it runs", () => {
  lockState(stateDir).setUrl("http://localhost:1");
  expect(() => lockState(stateDir)).toThrow(AlreadyRunning);
  expect(() => lockState(stateDir)).toThrow("already runs at http://localhost:1");
});

it("takes over the directory of a platform that died", () => {
  writeRun({ supervisor: dead, url: "", groups: [] });
  lockState(stateDir);
  expect(JSON.parse(readFileSync(join(stateDir, "run.json"), "utf8")).supervisor.pid).toBe(process.pid);
});

it("takes it over too when the dead one's number belongs to somebody else now", () => {
  writeRun({ supervisor: { pid: process.pid, startTime: "of an earlier process" }, url: "", groups: [] });
  expect(() => lockState(stateDir)).not.toThrow();
});

it("ends the process groups that a dead platform left behind", async () => {
  const leftover = sleeper();
  writeRun({ supervisor: dead, url: "", groups: [{ pid: leftover.pid, startTime: leftover.startTime }] });
  lockState(stateDir);
  await leftover.ended;
});

it("spares a stranger that was given the number of a group that ended", async () => {
  const stranger = sleeper();
  writeRun({ supervisor: dead, url: "", groups: [{ pid: stranger.pid, startTime: "of the group that ended" }] });
  lockState(stateDir);
  expect(await stranger.answers()).toBe(true);
});

it("survives a file that was cut off while it was written", () => {
  writeFileSync(join(stateDir, "run.json"), '{"supervisor":');
  expect(() => lockState(stateDir)).not.toThrow();
});

it("leaves nothing behind when it is released", () => {
  lockState(stateDir).release();
  expect(() => lockState(stateDir)).not.toThrow();
});
