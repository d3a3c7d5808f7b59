// Runs one sandboxed process to its end, within its limits, and measures it.
//   duration   wall clock
//   memory     highest sum of resident sets of the tree, sampled every 10 to 100 ms
//   CPU        the launching shell's `times` (wait4 of all that was waited for); when it was killed, the last sample
import { statfsSync } from "node:fs";
import type { Readable } from "node:stream";
import { LogLines, type LineSink } from "./log-lines.ts";
import { killByEnvironment, ProcessTree } from "./process-tree.ts";
import type { StepOutcome } from "./protocol.ts";
import type { Launch, Sandbox } from "./sandbox.ts";

export interface Limits {
  timeoutMs: number;
  memoryBytes: number;
  outputBytes: number;
  leastFreeBytes?: number;
}

export interface ProcessResult {
  outcome: StepOutcome;
  exitCode: number | null;
  durationMs: number;
  peakMemoryBytes: number;
  cpuMs: number;
}

const sampleMs = 100;
/** Free disk below this ends the step that runs: the platform's data may share the disk. */
const leastFreeBytes = 512 * 1024 * 1024;
/** Sampling starts dense, so that a short step is measured too. */
const firstSampleMs = 10;
/** How long output may stay open after the process ended, where a daemon could have kept it. */
const closeGraceMs = 1000;
/** A shell reports an end by signal n as 128 + n. */
const firstSignalCode = 129;
const lastSignalCode = 192;

export async function runProcess(
  sandbox: Sandbox,
  launch: Launch,
  limits: Limits,
  sink: LineSink,
  signal: AbortSignal,
): Promise<ProcessResult> {
  const startedAt = performance.now();
  const nothing = { exitCode: null, peakMemoryBytes: 0, cpuMs: 0 };
  if (signal.aborted) return { ...nothing, outcome: "cancelled", durationMs: 0 };

  const marker = { NEXUSGEN_STEP: crypto.randomUUID() };
  const child = sandbox.spawn({ ...launch, env: { ...launch.env, ...marker } });
  const workFolder = `${sandbox.inside(launch.root)}/work/`;
  // Paths in messages become relative to the project, whatever the machine.
  const lines = new LogLines(sink, (text) => text.replaceAll(workFolder, ""));
  if (child.pid === undefined) {
    const reason = await new Promise<Error>((resolve) => child.once("error", resolve));
    sink("stderr", `The step could not be started: ${reason.message}`);
    return { ...nothing, outcome: "failed", durationMs: performance.now() - startedAt };
  }

  const tree = new ProcessTree(child.pid);
  let stopped: StepOutcome | undefined;
  const stop = (outcome: StepOutcome): void => {
    stopped ??= outcome;
    tree.kill();
  };

  let outputBytes = 0;
  const read = (stream: "stdout" | "stderr", source: Readable | null): void => {
    source?.on("data", (chunk: Buffer) => {
      const room = limits.outputBytes - outputBytes;
      outputBytes += chunk.length;
      if (room > 0) lines.write(stream, chunk.subarray(0, room));
      if (chunk.length > room && stopped === undefined) stop("output-limit");
    });
  };
  read("stdout", child.stdout);
  read("stderr", child.stderr);
  let times = "";
  (child.stdio[3] as Readable).on("data", (chunk: Buffer) => {
    if (times.length < 4096) times += chunk.toString("latin1");
  });

  let sampler: NodeJS.Timeout | undefined;
  const leastFree = limits.leastFreeBytes ?? leastFreeBytes;
  const sample = (pause: number): void => {
    if (tree.sample() > limits.memoryBytes) stop("out-of-memory");
    if (stopped === undefined && freeBytes(launch.root) < leastFree) {
      sink("stderr", "The disk is almost full, so the step was ended.");
      stop("output-limit");
    }
    sampler = setTimeout(sample, pause, Math.min(pause * 2, sampleMs));
  };
  sample(firstSampleMs);
  const deadline = setTimeout(() => stop("timeout"), limits.timeoutMs);
  const cancel = (): void => stop("cancelled");
  signal.addEventListener("abort", cancel, { once: true });

  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const [code, endedBy] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once("exit", (exitCode, exitSignal) => resolve([exitCode, exitSignal]));
  });
  clearTimeout(sampler);
  clearTimeout(deadline);
  signal.removeEventListener("abort", cancel);
  // What a step started ends with the step, also when it passed.
  tree.kill();
  if (!sandbox.hasPidNamespace) killByEnvironment(`NEXUSGEN_STEP=${marker.NEXUSGEN_STEP}`);
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, closeGraceMs))]);
  lines.end();

  const bySignal = endedBy !== null || code === null || (code >= firstSignalCode && code <= lastSignalCode);
  return {
    outcome: stopped ?? (code === 0 ? "passed" : "failed"),
    exitCode: bySignal || stopped !== undefined ? null : code,
    durationMs: performance.now() - startedAt,
    peakMemoryBytes: tree.peakMemoryBytes,
    cpuMs: parseTimes(times) ?? tree.cpuMs,
  };
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    // The folder is being removed.
    return Number.POSITIVE_INFINITY;
  }
}

/** The second line of POSIX `times` holds user and system time of the children, as `0m1.25s 0m0.20s`. */
export function parseTimes(text: string): number | undefined {
  const children = text.trim().split("\n")[1];
  const parts = [...(children ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) return undefined;
  return Math.round(parts.reduce((sum, part) => sum + (Number(part[1]) * 60 + Number(part[2])) * 1000, 0));
}
