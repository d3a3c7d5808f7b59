// Repairs by rules. What they add to package.json the builder resolves, so that manifest and lockfile change together.
import { allowedPackages } from "#engine/agents/coder/allowed-packages.ts";
import type { Tree } from "#engine/heal/edits/edit.ts";
import { proposeRepairs, type Repaired } from "#engine/heal/rules/propose-repairs.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { BuilderRefusal, BuilderUnavailable, builderFor } from "../../../workers/jobs/builder.ts";
import type { WorkContext } from "../effects/work.ts";
import type { DraftRepair } from "./draft-repair.ts";

const manifest = "package.json";
const lock = "package-lock.json";

export const draftByRules: DraftRepair = async (work, { diagnosis, tree }) => {
  const errors = (diagnosis.causes ?? []).map(({ error }) => error);
  const known = stackFor(work.record.input.stack).manifest;
  const proposed = proposeRepairs(errors, tree, allowedPackages, known);
  const withPackages = await addPackages(work, proposed);
  const { repairs, tree: repaired } =
    withPackages === null ? proposeRepairs(errors, tree, [], known) : { ...proposed, tree: withPackages };
  if (repairs.length === 0) return null;
  return { tree: repaired, explanation: repairs.map(({ explanation }) => explanation).join(" ") };
};

/** Null where packages are wanted and cannot be had. */
async function addPackages({ env, record, log }: WorkContext, { repairs, tree }: Repaired): Promise<Tree | null> {
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
