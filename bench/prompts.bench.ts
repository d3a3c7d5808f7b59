// Prompts → running apps, with the offline engine and the real builder: does every one end well, does its app answer,
// how long does each stage take. Options: --file FILE (one JSON object a line with `id` and `instruction`), --limit N.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isEndState } from "#protocol/loop-state.ts";
import { App, Client } from "../tests/platform/client.ts";
import { startPlatform } from "../tests/platform/start-platform.ts";
import type { Benchmark } from "./run.ts";
import { distribution, round } from "./statistics.ts";

interface Prompt {
  id: string;
  prompt: string;
}

interface Result {
  id: string;
  status: string;
  error: string | null;
  answers: boolean;
  models: number;
  totalMs: number;
  /** Prompt accepted → `preview.ready`. */
  previewMs: number | null;
  stages: Record<string, number>;
}

export const benchmark: Benchmark = {
  async run(options) {
    const prompts = readPrompts(options);
    const platform = await startPlatform({ stateDir: join(process.cwd(), ".state/bench") });
    try {
      await warm(platform.output);
      const client = await Client.register(platform.url);
      const results: Result[] = [];
      for (const prompt of prompts) {
        const result = await measure(client, prompt);
        results.push(result);
        const stages = Object.entries(result.stages).map(([state, ms]) => `${state} ${round(ms / 1_000)} s`);
        console.error(
          `${result.id}: ${result.status} in ${round(result.totalMs / 1_000)} s (${stages.join(", ")})${result.error ? ` ${result.error}` : ""}`,
        );
      }
      const good = results.filter((result) => result.status === "complete" && result.answers);
      return {
        prompts: results.length,
        succeeded: good.length,
        promptToPreviewMs: distribution(results.flatMap((result) => result.previewMs ?? [])),
        results,
      };
    } finally {
      await platform.stop();
    }
  },
};

function readPrompts(options: string[]): Prompt[] {
  const option = (name: string) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
  const file = option("--file");
  const limit = Number(option("--limit") ?? Infinity);
  if (file === undefined) {
    return (JSON.parse(readFileSync(join(import.meta.dirname, "prompts/prompts.json"), "utf8")) as Prompt[]).slice(
      0,
      limit,
    );
  }
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as { id: string; instruction: string })
    .map(({ id, instruction }) => ({ id, prompt: instruction }))
    .slice(0, limit);
}

/** The figures are for warm dependencies: the store fills in the background after a first start. */
async function warm(output: () => string): Promise<void> {
  while (!output().includes("The first build will be fast")) await new Promise((resolve) => setTimeout(resolve, 200));
}

async function measure(client: Client, { id, prompt }: Prompt): Promise<Result> {
  const project = await client.createProject(`Bench ${id}`.slice(0, 60));
  const begin = performance.now();
  const accepted = await client.generate(project.id, prompt);
  const generation = await client.waitFor(accepted.id, ["complete"]);
  const totalMs = performance.now() - begin;
  const events = await client.allEvents(project.id);
  const created = Date.parse(events[0]?.ts ?? "");
  const ready = events.find((event) => event.type === "preview.ready");
  const plan = events.find((event) => event.type === "plan.proposed");
  const stages: Record<string, number> = {};
  let last: { state: string; at: number } | null = null;
  for (const event of events) {
    if (event.type !== "loop.transition") continue;
    const at = Date.parse(event.ts);
    if (last) stages[last.state] = (stages[last.state] ?? 0) + at - last.at;
    last = isEndState(event.data.to) ? null : { state: event.data.to, at };
  }
  return {
    id,
    status: generation.status,
    error: generation.error?.message ?? null,
    answers: generation.previewUrl !== null && (await answers(generation.previewUrl)),
    models: plan?.type === "plan.proposed" ? plan.data.prd.models.length : 0,
    totalMs: round(totalMs),
    previewMs: ready ? Date.parse(ready.ts) - created : null,
    stages,
  };
}

async function answers(previewUrl: string): Promise<boolean> {
  const app = await App.open(previewUrl);
  const [page, health] = await Promise.all([app.call("GET", "/"), app.call("GET", "/api/health")]);
  return page.status === 200 && page.text.includes("<html") && health.status === 200;
}
