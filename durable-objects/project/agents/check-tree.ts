// Types, lint and tests of a tree that is being worked on, by the builder; nothing of it is kept.
import { newId } from "#db/ids.ts";
import type { CheckResult, CheckScope } from "#engine/agents/coder/coder-tools.ts";
import { failingPart } from "#engine/heal/classify/test-failures.ts";
import type { Stack } from "#engine/stacks/stack.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import type { BuildStep } from "#builder/protocol.ts";
import { builderFor } from "../../../workers/jobs/builder.ts";
import type { WorkContext } from "../effects/work.ts";

const staticSteps = new Set(["install", "types", "lint"]);
const words: Readonly<Record<string, string>> = { types: "Types", lint: "Lint", test: "Tests", install: "Installing" };
/** What a model reads of it; the first errors are the causes of the rest. */
const longestOutput = 6_000;

export async function checkTree(
  work: WorkContext,
  tree: ReadonlyMap<string, string>,
  scope: CheckScope,
  signal: AbortSignal,
): Promise<CheckResult> {
  const { env, record } = work;
  const stack = stackFor(record.input.stack);
  const buildId = newId("build");
  const builder = builderFor(env, record.input.projectId);
  const output = new Map<string, string[]>();
  try {
    const finished = await builder.run(
      {
        buildId,
        files: Object.fromEntries([...tree].map(([path, text]) => [path, { text }])),
        steps: stepsOf(stack, scope),
        artefact: [],
      },
      {
        signal,
        onEvent: (event) => {
          if (event.type !== "log") return;
          const lines = output.get(event.step) ?? [];
          lines.push(event.text);
          output.set(event.step, lines);
        },
      },
    );
    signal.throwIfAborted();
    if (finished.outcome === "succeeded") return { ok: true, output: "" };
    const failed = finished.steps.filter((step) => step.outcome !== "passed" && step.outcome !== "cancelled");
    const parts = failed.map(({ step, outcome }) => {
      const text = failingPart((output.get(step) ?? []).join("\n"));
      const shown = text.length > longestOutput ? `${text.slice(0, longestOutput)}\n… and more` : text;
      return `${words[step] ?? step}${outcome === "failed" ? "" : ` (${outcome})`}:\n${shown || "no output"}`;
    });
    return { ok: false, output: parts.join("\n\n") || (finished.error ?? "The check could not be run.") };
  } finally {
    await builder.drop(buildId).catch(() => {});
  }
}

function stepsOf({ buildSteps, testSteps }: Stack, scope: CheckScope): BuildStep[] {
  const checks = buildSteps.filter((step) => staticSteps.has(step.name));
  if (scope.kind === "code") return checks;
  const tests = testSteps.filter((step) => step.name === "test");
  if (scope.kind === "all") return [...checks, ...tests];
  const install = testSteps.filter((step) => step.name === "install");
  return [...install, ...tests.map((step) => ({ ...step, command: [...step.command, ...scope.files] }))];
}
