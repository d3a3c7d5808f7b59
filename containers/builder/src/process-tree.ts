// Watches a process and everything it started through /proc. Memory is the sum of resident sets, so pages that
// processes share count more than once: the number is an upper bound. On a system without /proc it reports zeros.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

interface ProcessStat {
  pid: number;
  parent: number;
  group: number;
  /** Clock ticks since boot; with the pid it names a process for good, since pids are used again. */
  startedAt: string;
  residentBytes: number;
  cpuMs: number;
}

/** USER_HZ, fixed at 100 in what Linux shows to programs. */
const msPerTick = 10;
let pageBytes: number | undefined;

function readPageBytes(): number {
  try {
    return Number(execFileSync("getconf", ["PAGESIZE"], { encoding: "utf8" })) || 4096;
  } catch {
    return 4096;
  }
}

function readStat(pid: number): ProcessStat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return undefined;
  }
  // The second field is the command in brackets and may itself hold spaces and brackets.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const number = (index: number): number => Number(fields[index] ?? 0);
  pageBytes ??= readPageBytes();
  return {
    pid,
    parent: number(1),
    group: number(2),
    startedAt: fields[19] ?? "",
    residentBytes: number(21) * pageBytes,
    // Own time and that of children already waited for: time moves up to the parent when a child ends.
    cpuMs: (number(11) + number(12) + number(13) + number(14)) * msPerTick,
  };
}

function readAll(): ProcessStat[] {
  let names: string[];
  try {
    names = readdirSync("/proc");
  } catch {
    return [];
  }
  return names
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)))
    .filter((stat) => stat !== undefined);
}

export class ProcessTree {
  readonly #root: number;
  /** pid → start time of all ever seen, since an orphan's parent no longer leads to the root. */
  readonly #seen = new Map<number, string>();
  peakMemoryBytes = 0;
  cpuMs = 0;

  constructor(root: number) {
    this.#root = root;
  }

  /** Resident bytes of the tree now; raises `peakMemoryBytes` and `cpuMs`. */
  sample(): number {
    let memoryBytes = 0;
    let cpuMs = 0;
    for (const stat of this.#members()) {
      this.#seen.set(stat.pid, stat.startedAt);
      memoryBytes += stat.residentBytes;
      cpuMs += stat.cpuMs;
    }
    this.peakMemoryBytes = Math.max(this.peakMemoryBytes, memoryBytes);
    this.cpuMs = Math.max(this.cpuMs, cpuMs);
    return memoryBytes;
  }

  /** Ends the group and every member found outside it. A pid namespace, where there is one, dies with its first process. */
  kill(): void {
    this.sample();
    killQuietly(-this.#root);
    for (const stat of this.#members()) killQuietly(stat.pid);
  }

  #members(): ProcessStat[] {
    const all = readAll();
    const children = Map.groupBy(all, (stat) => stat.parent);
    const members = new Map<number, ProcessStat>();
    const visit = (stat: ProcessStat): void => {
      if (members.has(stat.pid)) return;
      members.set(stat.pid, stat);
      for (const child of children.get(stat.pid) ?? []) visit(child);
    };
    for (const stat of all) {
      const known = this.#seen.get(stat.pid) === stat.startedAt;
      if (stat.pid === this.#root || stat.group === this.#root || known) visit(stat);
    }
    return [...members.values()];
  }
}

/** Ends processes that carry `entry` (NAME=value) in their environment: daemons that left the tree between two samples. */
export function killByEnvironment(entry: string): void {
  for (const { pid } of readAll()) {
    if (pid === process.pid) continue;
    try {
      if (readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(entry)) killQuietly(pid);
    } catch {
      // Gone, or another user's.
    }
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Already gone.
  }
}
