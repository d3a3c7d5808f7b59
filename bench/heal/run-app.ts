// A tree through the real builder, as the loop runs it: the build steps, and the app's tests once these have passed.
import type { TestBuilder } from "#builder/builder.fixture.ts";
import { addResultSchema, type BuildStep, lockfileResultSchema } from "#builder/protocol.ts";
import type { AddedPackage } from "#engine/heal/rules/rule.ts";
import type { FileTree, StackId } from "#engine/stacks/stack.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import type { Run } from "./corpus-file.ts";
import { trimOutput } from "./trim-output.ts";

type Failed = Run["failed"];

let count = 0;

export async function runApp(builder: TestBuilder, stackId: StackId, tree: FileTree): Promise<Omit<Run, "tree">> {
  const begin = performance.now();
  const stack = stackFor(stackId);
  const built = await runSteps(builder, tree, stack.buildSteps);
  const failed = Object.keys(built).length > 0 ? built : await runSteps(builder, tree, stack.testSteps);
  return { failed, seconds: Math.round((performance.now() - begin) / 100) / 10 };
}

/** Scaffolds are generated in this process too, so that a connection may have been given up before it is used again. */
async function again<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    return await ask();
  }
}

async function runSteps(builder: TestBuilder, tree: FileTree, steps: readonly BuildStep[]): Promise<Failed> {
  const files = Object.fromEntries([...tree].map(([path, text]) => [path, { text }]));
  let buildId = "";
  const finished = await again(() => {
    count += 1;
    buildId = `heal-${process.pid}-${count}`;
    return builder.build({ buildId, files, steps: [...steps], artefact: [] });
  });
  await again(() => builder.call(`/builds/${buildId}`, { method: "DELETE" }));
  const failed: Failed = {};
  // The builder's own folders, wherever they are.
  const folder = new RegExp(`(?:file://)?[\\w/.-]*/${buildId}/work/|(?<=[\\s("'])/app/|(?<=[\\s("'])/work/`, "g");
  for (const { step, outcome } of finished.steps) {
    if (outcome === "passed" || outcome === "cancelled") continue;
    const log = finished.events.flatMap((event) => (event.type === "log" && event.step === step ? [event.text] : []));
    failed[step] = { outcome, text: trimOutput(log.join("\n"), folder) };
  }
  // What the builder refuses before it runs anything.
  if (finished.error !== undefined) failed["install"] = { outcome: "failed", text: finished.error };
  return failed;
}

/** As a coder's packages are added: by the builder, from the registry. Null where it could not. */
export async function addPackages(
  builder: TestBuilder,
  tree: FileTree,
  add: readonly AddedPackage[],
): Promise<FileTree | null> {
  const body = JSON.stringify({ packageJson: tree.get("package.json"), lockfile: tree.get("package-lock.json"), add });
  const response = await builder.call("/dependencies", { method: "POST", body });
  if (!response.ok) return null;
  const { packageJson, lockfile } = addResultSchema.parse(await response.json());
  return new Map([...tree, ["package.json", packageJson], ["package-lock.json", lockfile]]);
}

/** As the loop does when nothing else helps an installation. */
export async function makeLockfile(builder: TestBuilder, tree: FileTree): Promise<FileTree | null> {
  const body = JSON.stringify({
    packageJson: tree.get("package.json"),
    lockfile: tree.get("package-lock.json") ?? null,
  });
  const response = await builder.call("/lockfiles", { method: "POST", body });
  if (!response.ok) return null;
  return new Map([...tree, ["package-lock.json", lockfileResultSchema.parse(await response.json()).lockfile]]);
}
