// What runs on this machine: parents, groups, memory and processor time, read from /proc or, elsewhere, from `ps`.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

export interface ProcessInfo {
  pid: number;
  parent: number;
  group: number;
  /** Tells a process from a later one with the same pid; opaque. */
  startTime: string;
  rssBytes: number;
  cpuMs: number;
}

/** Linux reports times in ticks of 1/100 s on every architecture Node supports. */
const msPerTick = 10;
const pageBytes = 4096;
const hasProc = existsSync("/proc/self/stat");

/** Every living process (zombies are left out). */
export function listProcesses(): ProcessInfo[] {
  if (!hasProc) return listWithPs();
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((info) => info !== null);
}

export function readProcess(pid: number): ProcessInfo | null {
  if (!hasProc) return listWithPs().find((info) => info.pid === pid) ?? null;
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
  // The command name stands in parentheses and may hold spaces; fields are counted from behind it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return null;
  const number = (index: number): number => Number(fields[index]);
  return {
    pid,
    parent: number(1),
    group: number(2),
    startTime: fields[19] ?? "",
    cpuMs: (number(11) + number(12)) * msPerTick,
    rssBytes: number(21) * pageBytes,
  };
}

function listWithPs(): ProcessInfo[] {
  const output = execFileSync("ps", ["-axo", "pid=,ppid=,pgid=,stat=,rss=,time=,lstart="], { encoding: "utf8" });
  return output.split("\n").flatMap((line) => {
    const [pid, parent, group, state, rss, time, ...started] = line.trim().split(/\s+/);
    if (!pid || !time || state?.startsWith("Z")) return [];
    const seconds = time.split(/[:-]/).reduce((sum, part) => sum * 60 + Number(part), 0);
    return [
      {
        pid: Number(pid),
        parent: Number(parent),
        group: Number(group),
        startTime: started.join(" "),
        rssBytes: Number(rss) * 1024,
        cpuMs: seconds * 1000,
      },
    ];
  });
}

export interface GroupUsage {
  rssBytes: number;
  cpuMs: number;
}

export function groupUsage(group: number): GroupUsage {
  const members = listProcesses().filter((info) => info.group === group);
  return {
    rssBytes: members.reduce((sum, info) => sum + info.rssBytes, 0),
    cpuMs: members.reduce((sum, info) => sum + info.cpuMs, 0),
  };
}

/** Signals a whole process group; false when nobody is left in it. */
export function signalGroup(group: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}
