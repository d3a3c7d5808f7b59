// Runs before `npm start`, `npm test` and `npm run check`: installs what the lockfile asks for and writes the generated
// sources. Plain JavaScript, since it must run under the Node the machine has (20), before the project's own Node 24
// is there. Safe when two run at once; silent when there is nothing to do.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const stamp = join(root, "node_modules", ".nexusgen-lockfile");
const lock = join(root, "dist", "setup.lock");

/** What a signal has to end with us. */
let running;

const lockfile = readFileSync(join(root, "package-lock.json"));
const wanted = createHash("sha256").update(lockfile).digest("hex");

await withLock(async () => {
  if (!isInstalled()) {
    await install();
    writeFileSync(stamp, wanted);
  }
  const embed = join(root, "scripts", "embed-templates.mjs");
  if (existsSync(embed)) await run(process.execPath, [embed], "Writing the generated sources failed.");
});

function isInstalled() {
  if (read(stamp) === wanted) return true;
  if (!matchesLockfile()) return false;
  writeFileSync(stamp, wanted);
  return true;
}

/** True after an `npm ci` by hand: npm's record of what it installed agrees with the lockfile. */
function matchesLockfile() {
  const record = read(join(root, "node_modules", ".package-lock.json"));
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  const missing = Object.entries(JSON.parse(lockfile.toString()).packages).find(([path, entry]) => {
    if (path === "") return false;
    // Optional packages of other platforms are rightly absent.
    return installed[path] ? installed[path].version !== entry.version : !entry.optional && !entry.devOptional;
  });
  return missing === undefined;
}

async function install() {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.log("Installing the dependencies (about a minute on a fresh machine) …");
  const progress = setInterval(() => console.log(`… still installing, ${seconds()} s`), 20_000);
  const npm = process.env.npm_execpath;
  const args = ["ci", "--ignore-scripts", "--loglevel=error", "--no-progress"];
  // npm's own Node: the one in node_modules disappears while npm runs.
  const node = process.env.npm_node_execpath ?? process.execPath;
  try {
    const failure = "npm could not install the dependencies. It says:";
    if (npm) await run(node, [npm, ...args], failure);
    else await run("npm", args, failure);
  } finally {
    clearInterval(progress);
  }
  console.log(`Dependencies installed in ${seconds()} s.`);
}

function run(command, args, failure) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    running = child;
    const output = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    child.on("error", (error) => fail(failure, error.message));
    child.on("exit", (code) => (code === 0 ? resolve() : fail(failure, Buffer.concat(output).toString())));
  });
}

function fail(message, detail) {
  // The rest of what npm prints is its manual.
  console.error(`${message}\n${detail.trim().split("\n").slice(0, 20).join("\n")}`);
  rmSync(lock, { force: true });
  process.exit(1);
}

async function withLock(work) {
  mkdirSync(join(root, "dist"), { recursive: true });
  for (let waited = false; !takeLock(); waited = true) {
    if (!waited && !isInstalled()) console.log("Another start is installing the dependencies; waiting for it …");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const release = () => rmSync(lock, { force: true });
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      running?.kill(signal);
      release();
      process.exit(130);
    });
  }
  try {
    await work();
  } finally {
    release();
  }
}

function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    const holder = Number(read(lock));
    // An empty file is one being written right now.
    if (holder && !isAlive(holder)) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
