// `npm run check`: format, lint and types, side by side; prints what is wrong and one line for each.
import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const bin = (name: string): string => join(root, "node_modules/.bin", name);
// By its own path: the web editor's language service (typescript-language) brings a `tsc` of an earlier TypeScript.
const tsc = join(root, "node_modules/typescript/bin/tsc");

const checks = [
  { name: "format", command: [bin("oxfmt"), "--check"], hint: "npm run format" },
  // Templates of generated apps bring a configuration of their own, for the generated app.
  { name: "lint", command: [bin("oxlint"), "--deny-warnings", "--disable-nested-config"], hint: null },
  { name: "types of the Worker", command: [tsc, "-p", "tsconfig.json"], hint: null },
  { name: "types of the Node programs", command: [tsc, "-p", "tsconfig.node.json"], hint: null },
  { name: "types of the web app", command: [tsc, "-p", "tsconfig.web.json"], hint: null },
];

const results = await Promise.all(
  checks.map(async (check) => {
    const started = Date.now();
    const { code, output } = await run(check.command);
    return { ...check, passed: code === 0, output, seconds: ((Date.now() - started) / 1000).toFixed(1) };
  }),
);

for (const { name, output, hint } of results.filter((result) => !result.passed)) {
  console.log(`── ${name}\n${output.trim()}${hint ? `\nTo repair: ${hint}` : ""}\n`);
}
for (const { name, passed, seconds } of results) console.log(`${passed ? "✓" : "✗"} ${name} (${seconds} s)`);
process.exit(results.every((result) => result.passed) ? 0 : 1);

function run([command = "", ...args]: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(output).toString() }));
  });
}
