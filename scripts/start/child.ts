// A child process that is kept alive: started in its own process group, watched, killed when it stops answering or
// grows too large, and started again with a pause that doubles while it keeps failing.
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { groupUsage, signalGroup } from "./processes.ts";
import type { GroupUsage } from "./processes.ts";
import type { StateLock } from "./state-lock.ts";

export interface ChildSpec {
  name: string;
  script: string;
  environment: Record<string, string>;
  /** First message over IPC, when the child expects one; such a child answers `ready` or `failed`. */
  start?: unknown;
  /** Resolves with a reason to replace the child, or null while it is well; rejects when it does not answer. */
  ping(signal: AbortSignal, usage: GroupUsage): Promise<string | null>;
  /** Resident memory of the whole group, bytes. */
  memoryBytes: number;
  /** A child that burns processor time without answering is replaced after this long. */
  busySilenceMs: number;
  /** Only its errors are worth a line on the terminal. */
  isQuiet?: boolean;
}

export interface Child {
  readonly name: string;
  /** Settles when the child answers its first ping; rejects when it failed before that. */
  readonly ready: Promise<void>;
  send(message: unknown): void;
  stop(): Promise<void>;
}

const watchEveryMs = 500;
/** Silence that is forgiven while the child gets no processor time: the machine is busy, not the child stuck. */
const idleSilenceMs = 20_000;
/** A slow or crowded machine may take this long to load a child; one that cannot start ends by itself. */
const startSilenceMs = 90_000;
const stopGraceMs = 3_000;
const firstBackoffMs = 200;
const lastBackoffMs = 10_000;
/** Fresh starts that may fail before the first one that worked; after that a child is started again for ever. */
const firstAttempts = 4;
/** A child that lived this long had started well; its next failure begins with the shortest pause again. */
const provenMs = 30_000;

export function keepAlive(spec: ChildSpec, lock: StateLock, report: (line: string) => void): Child {
  let current: ChildProcess | undefined;
  let stopping = false;
  let backoffMs = firstBackoffMs;
  let restart: NodeJS.Timeout | undefined;
  const { promise: ready, resolve: becomeReady, reject: failFirst } = Promise.withResolvers<void>();
  ready.catch(() => {});
  let wasReady = false;
  let attempts = 0;

  const launch = (): void => {
    const child = fork(spec.script, [], {
      detached: true,
      env: spec.environment,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      execArgv: ["--disable-warning=ExperimentalWarning"],
    });
    const pid = child.pid;
    if (pid === undefined) {
      failFirst(new Error(`${spec.name} could not be started.`));
      return;
    }
    current = child;
    lock.addGroup(pid);
    const startedAt = Date.now();
    let failure: string | undefined;
    // Answering is not enough where the child says itself when it is done.
    let waitsFor = spec.start === undefined ? 1 : 2;
    const oneMore = (): void => {
      waitsFor -= 1;
      if (waitsFor > 0) return;
      wasReady = true;
      becomeReady();
    };
    if (spec.isQuiet) child.stdout?.resume();
    else relay(child.stdout, spec.name);
    relay(child.stderr, spec.name);
    child.on("message", (message: { type?: string; message?: string }) => {
      if (message?.type === "failed") failure = message.message;
      if (message?.type === "ready") oneMore();
    });
    child.on("error", () => {});
    if (spec.start !== undefined) child.send(spec.start as object, () => {});
    const unwatch = watch(spec, pid, {
      answered: oneMore,
      replace(reason) {
        report(`${spec.name}: ${reason}; starting it again.`);
        signalGroup(pid, "SIGKILL");
      },
    });
    child.once("exit", (code, signal) => {
      unwatch();
      // What the child started in its group (workerd, a build) must not outlive it.
      signalGroup(pid, "SIGKILL");
      lock.removeGroup(pid);
      current = undefined;
      if (stopping) return;
      attempts += 1;
      if (!wasReady && (failure !== undefined || attempts >= firstAttempts)) {
        failFirst(new Error(failure ?? `The ${spec.name} process ended ${attempts} times before it was ready.`));
        return;
      }
      if (Date.now() - startedAt > provenMs) backoffMs = firstBackoffMs;
      if (signal !== "SIGKILL")
        report(`${spec.name} ended (${failure ?? signal ?? `exit ${code}`}); starting it again.`);
      restart = setTimeout(launch, backoffMs);
      backoffMs = Math.min(backoffMs * 2, lastBackoffMs);
    });
  };
  launch();

  return {
    name: spec.name,
    ready,
    send: (message) => void current?.send?.(message as object, () => {}),
    async stop() {
      stopping = true;
      clearTimeout(restart);
      const child = current;
      if (!child?.pid) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const force = setTimeout(() => signalGroup(child.pid ?? 0, "SIGKILL"), stopGraceMs);
      await ended;
      clearTimeout(force);
    },
  };
}

interface Observer {
  answered(): void;
  replace(reason: string): void;
}

function watch(spec: ChildSpec, pid: number, observer: Observer): () => void {
  let lastAnswer = Date.now();
  let cpuAtLastAnswer = 0;
  let everAnswered = false;
  let pinging = false;
  let over = false;
  let lastTick = Date.now();

  const replace = (reason: string): void => {
    if (over) return;
    over = true;
    clearInterval(timer);
    observer.replace(reason);
  };

  const ping = async (usage: GroupUsage): Promise<void> => {
    pinging = true;
    try {
      const reason = await spec.ping(AbortSignal.timeout(spec.busySilenceMs), usage);
      lastAnswer = Date.now();
      cpuAtLastAnswer = groupUsage(pid).cpuMs;
      if (reason !== null) replace(reason);
      else if (!everAnswered) {
        everAnswered = true;
        observer.answered();
      }
    } catch {
      // Silence is judged by the clock below.
    } finally {
      pinging = false;
    }
  };

  const tick = (): void => {
    const now = Date.now();
    // When this process itself was not scheduled, the child's silence proves nothing.
    const lateMs = now - lastTick - watchEveryMs;
    if (lateMs > watchEveryMs) lastAnswer += lateMs;
    lastTick = now;
    const usage = groupUsage(pid);
    if (usage.rssBytes > spec.memoryBytes) {
      replace(`uses ${Math.round(usage.rssBytes / 1024 / 1024)} MB of memory`);
      return;
    }
    const silentMs = now - lastAnswer;
    const isBusy = usage.cpuMs - cpuAtLastAnswer > silentMs / 4;
    const allowedMs = !everAnswered ? startSilenceMs : isBusy ? spec.busySilenceMs : idleSilenceMs;
    if (silentMs > allowedMs) {
      replace(`has not answered for ${Math.round(silentMs / 1000)} s`);
      return;
    }
    if (!pinging) void ping(usage);
  };
  const timer = setInterval(tick, watchEveryMs);
  tick();
  return () => {
    over = true;
    clearInterval(timer);
  };
}

/** Passes whole lines on, so that the lines of two children do not mix. */
function relay(stream: NodeJS.ReadableStream | null, name: string): void {
  let rest = "";
  stream?.setEncoding("utf8");
  stream?.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") process.stderr.write(`[${name}] ${line}\n`);
  });
}
