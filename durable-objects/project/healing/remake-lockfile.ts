import type { Tree } from "#engine/heal/edits/edit.ts";
import { BuilderRefusal, BuilderUnavailable, builderFor } from "../../../workers/jobs/builder.ts";
import type { WorkContext } from "../effects/work.ts";

/** Null where the registry or npm cannot make one, or where it comes out as it was. */
export async function remakeLockfile(
  { env, record, log }: WorkContext,
  tree: Tree,
  kind: string,
): Promise<string | null> {
  const packageJson = tree.get("package.json");
  if (packageJson === undefined) return null;
  // One that only lags behind keeps what it pins; from one that is wrong nothing is kept.
  const before = tree.get("package-lock.json") ?? null;
  try {
    const made = await builderFor(env, record.input.projectId).makeLockfile({
      packageJson,
      lockfile: kind === "lockfile" ? before : null,
    });
    return made.lockfile === before ? null : made.lockfile;
  } catch (error) {
    if (!(error instanceof BuilderRefusal) && !(error instanceof BuilderUnavailable)) throw error;
    log("fixer", "warn", `The lockfile could not be made anew: ${error.message}`);
    return null;
  }
}
