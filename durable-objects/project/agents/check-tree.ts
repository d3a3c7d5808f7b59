// Types and lint of a tree that is being worked on, by the builder; nothing of it is kept.
import { newId } from "#db/ids.ts";
import type { CheckResult } from "#engine/agents/coder/coder-tools.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { builderFor } from "../../../workers/jobs/builder.ts";
import type { WorkContext } from "../effects/work.ts";

const checks = new Set(["install", "types", "lint"]);
/** What a model reads of it; the first errors are the causes of the rest. */
const longestOutput = 6_000;

export async function checkTree(
  work: WorkContext,
  tree: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<CheckResult> {
  const { env, record } = work;
  const stack = stackFor(record.input.stack);
  const buildId = newId("build");
  const builder = builderFor(env, record.input.projectId);
  const output: string[] = [];
  try {
    const finished = await builder.run(
      {
        buildId,
        files: Object.fromEntries([...tree].map(([path, text]) => [path, { text }])),
        steps: stack.buildSteps.filter((step) => checks.has(step.name)),
        artefact: [],
      },
      {
        signal,
        onEvent: (event) => {
          if (event.type === "log" && event.step !== "install") output.push(event.text);
        },
      },
    );
    signal.throwIfAborted();
    if (finished.outcome === "succeeded") return { ok: true, output: "" };
    const failed = finished.steps.filter((step) => step.outcome !== "passed" && step.outcome !== "cancelled");
    const names = failed.map((step) => `${step.step} (${step.outcome})`).join(", ");
    const text = output.join("\n");
    const shown = text.length > longestOutput ? `${text.slice(0, longestOutput)}\n… and more` : text;
    return { ok: false, output: `${names || "The check"} failed:\n${shown || (finished.error ?? "without output")}` };
  } finally {
    await builder.drop(buildId).catch(() => {});
  }
}
