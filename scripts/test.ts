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
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const asked = process.argv
  .slice(2)
  .flatMap((argument) => (projects.includes(argument) ? ["--project", argument] : [argument]));
// The end-to-end tests wait for builds most of their time, so that the others find room beside them.
const runs =
  asked.length > 0
    ? [asked]
    : [
        ["--project", "e2e"],
        ["--project", "unit", "--project", "workers"],
      ];
const results = await Promise.all(runs.map((args, at) => runVitest(args, join(folder, `${at}.json`))));
summarise(results);

interface Result {
  readonly code: number;
  readonly report: Report | null;
}

async function runVitest(args: readonly string[], reportFile: string): Promise<Result> {
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const vitest = spawn(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", ...report, ...args], {
    cwd: root,
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => vitest.kill(signal));
  const code = await new Promise<number>((resolve) => vitest.once("exit", (exit) => resolve(exit ?? 1)));
  return { code, report: readReport(reportFile) };
}

function summarise(results: readonly Result[]): void {
  const counts = results.map(count);
  const sum = (name: keyof Counts): number => counts.reduce((total, each) => total + each[name], 0);
  const skipped = sum("skipped");
  console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  process.exit(sum("failed") > 0 ? 1 : 0);
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function count({ code, report }: Result): Counts {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  // A file that could not even be loaded has failed, though it counts no test.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const counted = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    // Errors outside any test (an unhandled rejection) make vitest fail as well.
    failed: counted === 0 && code !== 0 ? 1 : counted,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function readReport(reportFile: string): Report | null {
  try {
    return JSON.parse(readFileSync(reportFile, "utf8")) as Report;
  } catch {
    return null;
  }
}
