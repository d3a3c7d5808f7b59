// The live view: a version's files in a workspace of the builder, where the app's own dev server runs.
import type { Database } from "#db/client.ts";
import type { StackId } from "#engine/stacks/stack.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import type { Env } from "../../env.ts";
import { askWithFiles } from "../../jobs/ask-with-files.ts";
import { builderFor } from "../../jobs/builder.ts";

export const liveWorkspace = (projectId: string): string => `${projectId}-live`;

export interface LiveVersion {
  projectId: string;
  stack: StackId;
  versionId: string;
  /** Host that visitors will ask for, without its port. */
  host: string;
}

/** Starts the dev server, or changes the files under it; `warm`: it was running. Throws what the builder throws. */
export async function openLive(
  env: Env,
  db: Database,
  { projectId, stack, versionId, host }: LiveVersion,
): Promise<{ warm: boolean } | { error: string }> {
  const { command, anew } = stackFor(stack).live;
  const result = await askWithFiles(env, db, builderFor(env, projectId), versionId, {
    workspaceId: liveWorkspace(projectId),
    artefact: [],
    independent: [],
    known: [],
    serve: { command: [...command], host, anew: [...anew] },
  });
  return result.outcome === "failed" ? { error: result.error } : { warm: result.warm };
}
