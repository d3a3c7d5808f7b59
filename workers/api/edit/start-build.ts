// Builds a version that a person made: a generation that plans and writes nothing.
import type { Context } from "hono";
import type { ProjectAccess, VersionRow } from "#db/queries/access.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { ApiEnv } from "../api-env.ts";
import { unwrap } from "../errors.ts";
import type { Caller } from "../guard.ts";
import { projectStub } from "../project-stub.ts";

interface Build {
  caller: Caller;
  project: ProjectAccess["project"];
  /** The project's newest. */
  version: Pick<VersionRow, "id" | "number">;
}

/** Throws a CONFLICT where another generation is under way. */
export async function startBuild(c: Context<ApiEnv>, { caller, project, version }: Build): Promise<GenerationView> {
  const generation = await projectStub(c.env, project.id).startGeneration({
    projectId: project.id,
    projectName: project.name,
    actorId: caller.userId,
    prompt: `Build version ${version.number}`,
    mode: project.settings.mode ?? "auto",
    stack: project.stack,
    provider: null,
    budgetUsd: null,
    versionId: version.id,
  });
  return unwrap(generation);
}
