// Repairs by rules.
import { allowedPackages } from "#engine/agents/coder/allowed-packages.ts";
import { proposeRepairs } from "#engine/heal/rules/propose-repairs.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { addPackages } from "./add-packages.ts";
import type { DraftRepair } from "./draft-repair.ts";

export const draftByRules: DraftRepair = async (work, { diagnosis, tree, earlier }) => {
  const errors = (diagnosis.causes ?? []).map(({ error }) => error);
  const known = stackFor(work.record.input.stack).manifest;
  const proposed = proposeRepairs(errors, tree, allowedPackages, known, earlier);
  const withPackages = await addPackages(work, proposed.repairs, proposed.tree);
  const { repairs, tree: repaired } =
    withPackages === null ? proposeRepairs(errors, tree, [], known, earlier) : { ...proposed, tree: withPackages };
  if (repairs.length === 0) return null;
  return { tree: repaired, explanation: repairs.map(({ explanation }) => explanation).join(" ") };
};
