// Notices that npm is gone. A signal that ends `npm start` does not always reach what npm runs, and a supervisor that
// outlives its npm would hold the port and the state directory.
import { readProcess } from "./processes.ts";

/** Calls back once when the npm that runs this process has ended; does nothing when not run by npm. */
export function onParentsGone(callback: () => void): void {
  if (!process.env["npm_lifecycle_event"]) return;
  const parent = process.ppid;
  // Between npm and this process there may be a shell, which survives npm.
  const grandparent = readProcess(parent)?.parent;
  const timer = setInterval(() => {
    if (process.ppid === parent && readProcess(parent)?.parent === grandparent) return;
    clearInterval(timer);
    callback();
  }, 250);
  timer.unref();
}
