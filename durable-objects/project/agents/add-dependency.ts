// A package for the tree that is being worked on: the builder resolves it, package.json and lockfile change together.
import type { AllowedPackage } from "#engine/agents/coder/allowed-packages.ts";
import type { Workspace } from "#engine/agents/coder/workspace.ts";
import { answer, refuse, type ToolOutcome } from "#engine/agents/tool.ts";
import { BuilderRefusal, builderFor } from "../../../workers/jobs/builder.ts";
import type { WorkContext } from "../effects/work.ts";

const manifest = "package.json";
const lock = "package-lock.json";

export async function addDependency(
  { env, record }: Pick<WorkContext, "env" | "record">,
  workspace: Workspace,
  { name, range, on, types }: AllowedPackage,
): Promise<ToolOutcome> {
  if (!workspace.has(manifest) || !workspace.has(lock)) return refuse("This app has no package.json with a lockfile.");
  const files = { packageJson: workspace.read(manifest), lockfile: workspace.read(lock) };
  try {
    const result = await builderFor(env, record.input.projectId).addDependencies({
      ...files,
      add: [{ name, range }, ...(types ? [types] : [])],
    });
    workspace.apply(
      new Map([
        [manifest, result.packageJson],
        [lock, result.lockfile],
      ]),
    );
    const version = result.added[0]?.version ?? range;
    const place =
      on === "browser" ? " Import it in the browser's code alone, where it is used, behind a lazy page or panel." : "";
    return answer(`Added ${name}@${version} (${result.brought} new packages in the lockfile).${place}`);
  } catch (error) {
    if (error instanceof BuilderRefusal) return refuse(error.message);
    return refuse("The package registry could not be asked now. Do without this package.");
  }
}
