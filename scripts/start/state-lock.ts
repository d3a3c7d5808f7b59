// One platform per state directory. `run.json` names the supervisor and the process groups it started, so that a start
// after a crash ends what the crash left behind before it opens the same databases.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listProcesses, readProcess, signalGroup } from "./processes.ts";

interface Started {
  pid: number;
  startTime: string;
}

interface Run {
  supervisor: Started;
  url: string;
  groups: Started[];
}

export interface StateLock {
  /** Told to whoever tries to start a second platform. */
  setUrl(url: string): void;
  /** Remembers a process group we started, to be ended by the next start should this one be killed. */
  addGroup(pid: number): void;
  removeGroup(pid: number): void;
  release(): void;
}

export class AlreadyRunning extends Error {
  override name = "AlreadyRunning";
}

/** Throws AlreadyRunning when another platform uses the directory. */
export function lockState(stateDir: string): StateLock {
  const path = join(stateDir, "run.json");
  const run: Run = { supervisor: identify(process.pid), url: "", groups: [] };
  while (!createFile(path, run)) {
    const other = readRun(path);
    if (other && isSame(other.supervisor)) {
      throw new AlreadyRunning(
        `NexusGen already runs${other.url ? ` at ${other.url}` : ""} with this state directory (${stateDir}, process ${other.supervisor.pid}). ` +
          "Stop it first, or set STATE_DIR and PORT to start a second one.",
      );
    }
    for (const group of other?.groups ?? []) endLeftover(group);
    rmSync(path, { force: true });
  }
  const save = (): void => renameSync(writeDraft(path, run), path);
  return {
    setUrl(url) {
      run.url = url;
      save();
    },
    addGroup(pid) {
      run.groups.push(identify(pid));
      save();
    },
    removeGroup(pid) {
      run.groups = run.groups.filter((group) => group.pid !== pid);
      save();
    },
    release: () => rmSync(path, { force: true }),
  };
}

/** False when the file exists. */
function createFile(path: string, run: Run): boolean {
  const draft = writeDraft(path, run);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Whole before it gets its name: a half-written file would look like one whose owner died. */
function writeDraft(path: string, run: Run): string {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(run), { mode: 0o600 });
  return draft;
}

function readRun(path: string): Run | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Run;
  } catch {
    return null;
  }
}

function identify(pid: number): Started {
  return { pid, startTime: readProcess(pid)?.startTime ?? "" };
}

function isSame(started: Started): boolean {
  const now = readProcess(started.pid);
  return now !== null && now.startTime === started.startTime;
}

function endLeftover(group: Started): void {
  const members = listProcesses().filter((info) => info.group === group.pid);
  const leader = members.find((info) => info.pid === group.pid);
  // The number may have been given to a stranger since: then the group's leader is alive and younger.
  const isOurs = leader ? leader.startTime === group.startTime : members.length > 0;
  if (isOurs) signalGroup(group.pid, "SIGKILL");
}
