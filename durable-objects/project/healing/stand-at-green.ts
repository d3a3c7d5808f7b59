// The last green version: what the app shows when healing has given up. A failed version never becomes current by building,
// but one that failed in production has been shown in the preview already.
import { closeDeployment, openDeployment } from "#db/queries/deployment-writes.ts";
import { newestVariableSet } from "#db/queries/environments.ts";
import { readHostLabel, readCurrentVersionId } from "#db/queries/project-reads.ts";
import { findGreenVersion, setCurrentVersion } from "#db/queries/version-writes.ts";
import type { ProjectVersion } from "#db/schema/versions.ts";
import type { ProjectEvents } from "#protocol/project-events.ts";
import { variables } from "../../../workers/env.ts";
import { previewOrigin } from "../../../workers/preview/access.ts";
import { forgetFoundApps } from "../../../workers/preview/find-app.ts";
import type { WorkContext } from "../effects/work.ts";

/** The newest version that was built and tested, beside the one that has just failed to. */
export function findGreen({ db, record: { input, context } }: WorkContext): Promise<ProjectVersion | null> {
  return findGreenVersion(db, input.projectId, context.builds === 0 ? null : context.versionId);
}

/** Shows it in the preview again where another version is shown; null where it is shown already. May be repeated. */
export async function standAtGreen(
  { env, db, record, effect }: WorkContext,
  green: ProjectVersion,
): Promise<ProjectEvents["deployment.updated"] | null> {
  const { projectId, actorId } = record.input;
  const deploymentId = `dep_${effect.token}`;
  const current = await readCurrentVersionId(db, projectId);
  const label = await readHostLabel(db, projectId);
  if (green.artefactSha === null || label === null || current === null || current === green.id) return null;
  const environment = "preview" as const;
  const app = { projectId, environment, versionId: green.id };
  const variablesId = (await newestVariableSet(db, app))?.id ?? null;
  await openDeployment(db, { id: deploymentId, ...app, generationId: record.id, variablesId, createdBy: actorId });
  const url = previewOrigin(variables(env), { label, environment });
  await closeDeployment(db, deploymentId, { status: "ready", url });
  await setCurrentVersion(db, projectId, green.id);
  forgetFoundApps();
  return { deploymentId, environment, status: "ready", url, versionId: green.id };
}
