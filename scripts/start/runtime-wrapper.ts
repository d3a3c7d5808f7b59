// workerd that dies with the Node process that started it, even when that one is killed without a chance to clean up.
import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import type { Settings } from "./settings.ts";

/** Environment for a process that runs Miniflare; empty where the kernel offers no parent-death signal. */
export function writeRuntimeWrapper(settings: Settings): Record<string, string> {
  const setpriv = (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((directory) => join(directory, "setpriv"))
    .find((path) => existsSync(path));
  if (!setpriv) return {};
  // workerd is a dependency of Miniflare, not of ours.
  const require = createRequire(createRequire(import.meta.url).resolve("miniflare"));
  const { default: workerd } = require("workerd") as { default: string };
  const path = join(settings.stateDir, "workerd.sh");
  writeFileSync(path, `#!/bin/sh\nexec ${quote(setpriv)} --pdeathsig KILL ${quote(workerd)} "$@"\n`, { mode: 0o700 });
  return { MINIFLARE_WORKERD_PATH: path };
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
