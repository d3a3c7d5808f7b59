// deploying and production: point an environment's host at a version whose artefact is green, once it answers.
import { closeDeployment, openDeployment } from "#db/queries/deployment-writes.ts";
import { newestVariableSet, readEnvironment } from "#db/queries/environments.ts";
import { readVersion, setCurrentVersion } from "#db/queries/version-writes.ts";
import { readHostLabel } from "#db/queries/project-reads.ts";
import type { Actor } from "#protocol/envelope.ts";
import { probeApp } from "../../../workers/deploy/probe-app.ts";
import { variables } from "../../../workers/env.ts";
import { signPreviewUrl } from "../../../workers/preview/access.ts";
import { forgetFoundApps } from "../../../workers/preview/find-app.ts";
import { requestChecks } from "../checks/request-checks.ts";
import { releaseElsewhere } from "../shipping/release-elsewhere.ts";
import { diagnoseHealth } from "./diagnose-health.ts";
import type { RunWork, WorkContext, WorkResult } from "./work.ts";

const previewActor: Actor = { kind: "system", id: "preview" };
const rebuiltNotice =
  "The preview's database was made anew with example rows: its migrations do not continue those that were applied before. Records entered in the preview are gone; production is not touched.";

export const deploy: RunWork = (context) => run(context, "preview");

/** To the place that production is deployed to. */
export const release: RunWork = async (context) => {
  const { db, record } = context;
  const { provider } = await readEnvironment(db, { projectId: record.input.projectId, environment: "production" });
  return provider === "nexusgen" ? run(context, "production") : releaseElsewhere(context, provider);
};

async function run(context: WorkContext, environment: "preview" | "production"): Promise<WorkResult> {
  const { env, db, record, effect, signal, emit, log } = context;
  const { id: generationId, input } = record;
  const { versionId } = record.context;
  const version = versionId && (await readVersion(db, versionId));
  const label = await readHostLabel(db, input.projectId);
  if (!version || !version.artefactSha || label === null) {
    throw new Error(`Generation ${generationId} reached ${environment} without an artefact.`);
  }
  const deploymentId = `dep_${effect.token}`;
  const base = { deploymentId, environment, versionId: version.id };
  const app = { projectId: input.projectId, environment };
  const variablesId = (await newestVariableSet(db, app))?.id ?? null;
  await openDeployment(db, {
    id: deploymentId,
    ...app,
    versionId: version.id,
    generationId,
    variablesId,
    createdBy: input.actorId,
  });
  signal.throwIfAborted();
  emit("deployment.updated", previewActor, { ...base, status: "deploying", url: null });
  const failure = await probeApp(env, { ...app, revision: version.artefactSha, variablesId }, () =>
    log("deploy", "warn", rebuiltNotice),
  );
  signal.throwIfAborted();
  if (failure !== null) {
    log("preview", "error", failure.message);
    await closeDeployment(db, deploymentId, { status: "failed", error: failure.message });
    return {
      actor: previewActor,
      event: {
        type: "broke",
        diagnosis: diagnoseHealth(environment, failure),
      },
      commit: (append) => append("deployment.updated", previewActor, { ...base, status: "failed", url: null }),
    };
  }
  const url = await signPreviewUrl(variables(env), { ...app, label });
  await closeDeployment(db, deploymentId, { status: "ready", url });
  forgetFoundApps();
  if (environment === "preview") await setCurrentVersion(db, input.projectId, version.id);
  if (environment === "preview") {
    // What is shown does not depend on whether it is looked at.
    await requestChecks(env, db, { projectId: input.projectId, versionId: version.id, generationId }).catch(
      (error: unknown) => log("browser", "warn", `The checks of this version were not asked for: ${String(error)}`),
    );
  }
  log("preview", "info", `The app answers (${environment}).`);
  return {
    actor: previewActor,
    event: environment === "preview" ? { type: "deployed", url } : { type: "released" },
    commit: (append) => {
      append("deployment.updated", previewActor, { ...base, status: "ready", url });
      if (environment === "preview")
        append("preview.ready", previewActor, { generationId, versionId: version.id, url });
    },
  };
}
