// Repairs from the fix cache. What it has nothing for is left to the rules, in the same draft: a round costs a build.
import { allowedPackages } from "#engine/agents/coder/allowed-packages.ts";
import { describeFix } from "#engine/heal/cache/describe-fix.ts";
import { type Candidate, proposeFromCache } from "#engine/heal/cache/propose-from-cache.ts";
import { proposeRepairs } from "#engine/heal/rules/propose-repairs.ts";
import type { Signature } from "#engine/heal/signature/sign-error.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { workspaceOf } from "#db/queries/fix-memory.ts";
import type { WorkContext } from "../effects/work.ts";
import { addPackages } from "./add-packages.ts";
import type { Draft, DraftRepair, FailedTree } from "./draft-repair.ts";
import { type CacheOf, findExact, findSimilar, type Found, takeOver } from "./find-candidates.ts";
import { logMemoryFailure } from "./log-memory-failure.ts";

export const draftByCache: DraftRepair = (work, failed) => draft(work, failed, findExact);
export const draftBySimilar: DraftRepair = (work, failed) => draft(work, failed, findSimilar);

type Find = (cache: CacheOf, signatures: readonly Signature[]) => Promise<Found>;

async function draft(work: WorkContext, { diagnosis, tree, earlier }: FailedTree, find: Find): Promise<Draft | null> {
  const { env, db, record } = work;
  const causes = diagnosis.causes ?? [];
  if (causes.length === 0) return null;
  const hashes = new Map(causes.map(({ error, signature }) => [error, signature.hash]));
  try {
    const workspaceId = await workspaceOf(db, record.input.projectId);
    if (workspaceId === null) return null;
    const cache = { env, db, workspaceId };
    const { candidates, lent } = await find(
      cache,
      causes.map(({ signature }) => signature),
    );
    const known = new Map([...candidates.values()].flat().map((each) => [each.id, each]));
    const errors = causes.map(({ error }) => error);
    const candidatesFor = (error: (typeof errors)[number]): readonly Candidate[] =>
      candidates.get(hashes.get(error) ?? "") ?? [];
    const stock = { packages: allowedPackages, manifest: stackFor(record.input.stack).manifest, earlier };
    const cached = proposeFromCache(errors, tree, stock, candidatesFor);
    if (cached.repairs.length === 0) return null;
    const others = proposeRepairs(cached.left, cached.tree, allowedPackages, stock.manifest, earlier);
    const added = await addPackages(work, [...cached.repairs, ...others.repairs], others.tree);
    if (added === null) return null;
    const words = cached.repairs.map(({ fixId, error }) => {
      const fix = known.get(fixId)?.fix;
      const where = error.file === null ? "" : ` (${error.file})`;
      return `A repair that helped before${where}: ${fix ? describeFix(fix) : ""}`;
    });
    return {
      tree: added,
      explanation: [...new Set([...words, ...others.repairs.map(({ explanation }) => explanation)])].join(" "),
      fixes: await takeOver(
        cache,
        cached.repairs.map(({ fixId }) => fixId),
        lent,
      ),
    };
  } catch (error) {
    logMemoryFailure("look up fixes", error);
    return null;
  }
}
