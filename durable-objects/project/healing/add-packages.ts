// What repairs add to package.json the builder resolves, so that manifest and lockfile change together.
import type { Tree } from "#engine/heal/edits/edit.ts";
import type { AddedPackage } from "#engine/heal/rules/rule.ts";
import { BuilderRefusal, BuilderUnavailable, builderFor } from "../../../workers/jobs/builder.ts";
import type { WorkContext } from "../effects/work.ts";

const manifest = "package.json";
const lock = "package-lock.json";

/** Null where packages are wanted and cannot be had. */
export async function addPackages(
  { env, record, log }: WorkContext,
  repairs: readonly { readonly packages: readonly AddedPackage[] }[],
  tree: Tree,
): Promise<Tree | null> {
  const add = [...new Map(repairs.flatMap(({ packages }) => packages.map((each) => [each.name, each]))).values()];
  const packageJson = tree.get(manifest);
  const lockfile = tree.get(lock);
  if (add.length === 0) return tree;
  if (packageJson === undefined || lockfile === undefined) return null;
  try {
    const added = await builderFor(env, record.input.projectId).addDependencies({ packageJson, lockfile, add });
    return new Map([...tree, [manifest, added.packageJson], [lock, added.lockfile]]);
  } catch (error) {
    if (!(error instanceof BuilderRefusal) && !(error instanceof BuilderUnavailable)) throw error;
    log("fixer", "warn", `${add.map(({ name }) => name).join(", ")} could not be added: ${error.message}`);
    return null;
  }
}
