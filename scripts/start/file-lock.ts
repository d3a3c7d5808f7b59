// Lets one process at a time do a piece of work; a lock whose owner died is taken over.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { readProcess } from "./processes.ts";

export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!take(path)) await new Promise((resolve) => setTimeout(resolve, 100));
  const release = (): void => rmSync(path, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid}\n${readProcess(process.pid)?.startTime}`, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (isAbandoned(path)) rmSync(path, { force: true });
    return false;
  }
}

function isAbandoned(path: string): boolean {
  try {
    const [pid, startTime] = readFileSync(path, "utf8").split("\n");
    // An empty file is one being written right now.
    return Boolean(pid) && readProcess(Number(pid))?.startTime !== startTime;
  } catch {
    return false;
  }
}
