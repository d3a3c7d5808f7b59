// `npm test [-- PROJECT… | FILE…]`: vitest, then one plain last line for people and machines.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

const projects = ["unit", "workers", "e2e"];
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "nexusgen-test-"));
const reportFile = join(folder, "report.json");
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const args = process.argv
  .slice(2)
  .flatMap((argument) => (projects.includes(argument) ? ["--project", argument] : [argument]));
const vitest = spawn(
  process.execPath,
  [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${reportFile}`,
    ...args,
  ],
  { cwd: root, stdio: "inherit" },
);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => vitest.kill(signal));
vitest.on("exit", (code) => summarise(code ?? 1));

function summarise(code: number): void {
  const report = readReport();
  if (!report) {
    console.log("0 passed, 1 failed");
    process.exit(code || 1);
  }
  // A file that could not even be loaded has failed, though it counts no test.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const counted = report.numFailedTests + brokenFiles.length;
  // Errors outside any test (an unhandled rejection) make vitest fail as well.
  const failed = counted === 0 && code !== 0 ? 1 : counted;
  const skipped = report.numPendingTests + report.numTodoTests;
  console.log(`${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  process.exit(failed > 0 ? code || 1 : code);
}

function readReport(): Report | null {
  try {
    return JSON.parse(readFileSync(reportFile, "utf8")) as Report;
  } catch {
    return null;
  }
}
