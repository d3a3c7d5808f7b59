#!/usr/bin/env node
// Starts main.ts under a Node that runs TypeScript. The machine's own may be too old for that; the project brings one.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const main = join(dirname(fileURLToPath(import.meta.url)), "main.ts");
const args = process.argv.slice(2);

/** First version that strips types without a flag and has a WebSocket. */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function packagedNode() {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const file = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

if (isNewEnough(process.versions.node)) {
  await import(pathToFileURL(main).href);
} else {
  const node = packagedNode();
  if (node === undefined) {
    console.error(
      `nexusgen needs Node 22.18 or newer; this is ${process.version}. Run \`npm ci\` in the project first.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [main, ...args], { stdio: "inherit" });
  // A terminal sends Ctrl-C to the child as well, which decides what it means. Other senders know only this process.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("error", (error) => {
    console.error(`nexusgen could not start ${node}: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? "SIGTERM"] ?? 15)));
}
