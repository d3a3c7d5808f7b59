// Prompts → running apps, with the offline engine and the real builder: does every one end well, does its app answer and
// render without errors, how long does each stage take, and how many of its described UI checks pass. Options:
// --file FILE (one JSON object a line with `id`, `instruction` and perhaps `ui_tests`), --from N, --limit N, --only ID,
// --no-browser, --results FILE (slices add up there), --docs (writes the table of docs/prompts.md), --port N.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromiumPath } from "../tests/platform/browser.ts";
import { Client } from "../tests/platform/client.ts";
import { startPlatform } from "../tests/platform/start-platform.ts";
import { driveApp, type DriveReport } from "./prompts/drive-app.ts";
import { type Measured, measurePrompt } from "./prompts/measure-prompt.ts";
import { readPrompts } from "./prompts/read-prompts.ts";
import { type PromptResult, replaceGenerated, summarise, tablesOf } from "./prompts/summarise.ts";
import type { Benchmark } from "./run.ts";
import { distribution, round } from "./statistics.ts";

interface Result extends Measured, PromptResult {}

const tableDocument = join(import.meta.dirname, "../docs/prompts.md");

export const benchmark: Benchmark = {
  async run(options) {
    const option = (name: string): string | undefined => options[options.indexOf(name) + 1 || options.length];
    const prompts = readPrompts(options);
    const resultsFile = option("--results") ?? join(process.cwd(), ".state/bench/prompt-results.json");
    const port = option("--port");
    const platform = await startPlatform({
      stateDir: join(process.cwd(), ".state/bench"),
      ...(port !== undefined && { port: Number(port) }),
    });
    try {
      await warm(platform.output);
      const results: Result[] = [];
      for (const { id, category, instruction, ui_tests: checks } of prompts) {
        // Somebody else each time: a session is not renewed here, and may end before a slow machine is done with all.
        const client = await Client.register(platform.url);
        const measured = await measurePrompt(client, `Bench ${id}`, instruction);
        const hasBrowser = chromiumPath !== null && !options.includes("--no-browser");
        const isDriven = measured.previewUrl !== null && hasBrowser;
        const report = isDriven ? await driveApp(measured.previewUrl ?? "", checks) : null;
        const result = { ...measured, id, category, built: measured.status === "complete" && measured.answers, report };
        results.push(result);
        say(result);
        if (hasBrowser && category !== "Own prompts") keep(resultsFile, result);
      }
      const all = existsSync(resultsFile) ? readResults(resultsFile) : [];
      if (options.includes("--docs")) writeTables(all);
      if (all.length > 0) console.error(`\nAll slices so far\n${tablesOf(all)}`);
      return {
        prompts: results.length,
        succeeded: results.filter(({ built }) => built).length,
        promptToPreviewMs: distribution(results.flatMap((result) => result.previewMs ?? [])),
        ...summarise(results),
        results,
      };
    } finally {
      await platform.stop();
    }
  },
};

/** The figures are for warm dependencies: the store fills in the background after a first start. */
async function warm(output: () => string): Promise<void> {
  while (!output().includes("The first build will be fast")) await new Promise((resolve) => setTimeout(resolve, 200));
}

function say(result: Result): void {
  const stages = Object.entries(result.stages).map(([state, ms]) => `${state} ${round(ms / 1_000)} s`);
  console.error(
    `${result.id}: ${result.status} in ${round(result.totalMs / 1_000)} s (${stages.join(", ")})${result.error ? ` ${result.error}` : ""}`,
  );
  if (result.report !== null) sayReport(result.report);
}

function sayReport({ pages, consoleErrors, failedRequests, checks }: DriveReport): void {
  console.error(`  ${pages} pages, ${consoleErrors.length} console errors, ${failedRequests.length} failed requests`);
  for (const problem of [...consoleErrors, ...failedRequests].slice(0, 5)) console.error(`  ! ${problem}`);
  for (const [at, { intent, verdict, reason, seconds }] of checks.entries())
    console.error(
      `  ${verdict === "passed" ? "+" : verdict === "failed" ? "-" : "?"} ${at + 1} ${intent}: ${reason} (${seconds} s)`,
    );
}

const readResults = (file: string): PromptResult[] => JSON.parse(readFileSync(file, "utf8")) as PromptResult[];

/** Slices of one file of prompts add up; running a prompt again replaces its result. */
function keep(file: string, { id, category, built, report }: PromptResult): void {
  const known = existsSync(file) ? readResults(file) : [];
  const others = known.filter((result) => result.id !== id);
  const all = [...others, { id, category, built, report }].sort((a, b) => (a.id < b.id ? -1 : 1));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(all, null, 1));
}

function writeTables(results: readonly PromptResult[]): void {
  writeFileSync(tableDocument, replaceGenerated(readFileSync(tableDocument, "utf8"), tablesOf(results)));
}
