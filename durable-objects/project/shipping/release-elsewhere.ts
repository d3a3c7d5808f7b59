// A generation's own release, where production is deployed to another place than the platform's hosting. An app that does
// not answer there goes to healing, as it does here; a place that says no (a token that is gone, a quota) is no fault of the
// app, so the generation ends well and says why production stays as it is.
import { addDeploymentLine, closeDeployment, moveDeployment, openDeployment } from "#db/queries/deployment-writes.ts";
import { openDeploymentOf, readDeploymentToShip } from "#db/queries/deployments.ts";
import { newestVariableSet } from "#db/queries/environments.ts";
import { deployTargetOf, type DeployTargetId } from "#protocol/deploy-targets.ts";
import type { DeploymentStatus } from "#protocol/deployments.ts";
import type { Actor } from "#protocol/envelope.ts";
import type { ProjectEvents } from "#protocol/project-events.ts";
import { ShipRefusal } from "../../../workers/deploy/provider.ts";
import { waitUntil } from "../../../workers/deploy/wait-until.ts";
import { diagnoseHealth } from "../effects/diagnose-health.ts";
import type { WorkContext, WorkResult } from "../effects/work.ts";
import { goBack } from "./go-back.ts";
import { liveLine } from "./live-line.ts";
import { openVoyage } from "./open-voyage.ts";

const longestMs = 5 * 60_000;
const actor: Actor = { kind: "system", id: "preview" };

export async function releaseElsewhere(context: WorkContext, provider: DeployTargetId): Promise<WorkResult> {
  const { env, db, record, effect, signal, emit } = context;
  const { id: generationId, input } = record;
  const { versionId } = record.context;
  if (!versionId) throw new Error(`Generation ${generationId} reached production without a version.`);
  const { projectId, actorId: createdBy } = input;
  const environment = "production";
  const id = `dep_${effect.token}`;
  const ends = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  // With a person's under way, it would be left to chance which of the two is live there.
  const openNow = () => openDeploymentOf(db, { projectId, environment });
  await waitUntil(openNow, (open) => open === null || open.generationId !== null, ends);
  const variablesId = (await newestVariableSet(db, { projectId, environment }))?.id ?? null;
  await openDeployment(db, { id, projectId, versionId, generationId, environment, variablesId, createdBy, provider });
  const told = (status: DeploymentStatus, url: string | null = null): ProjectEvents["deployment.updated"] => ({
    deploymentId: id,
    environment,
    versionId,
    status,
    url,
  });
  const deployment = await readDeploymentToShip(db, id);
  if (!deployment) throw new Error("The project is gone.");
  const name = deployTargetOf(provider)?.name ?? provider;
  let written: Promise<unknown> = Promise.resolve();
  const log = (level: "info" | "warn" | "error", text: string) => {
    context.log("deploy", level, text);
    written = written.then(() => addDeploymentLine(db, id, level, text));
  };
  emit("deployment.updated", actor, told("deploying"));
  log("info", `Version ${deployment.version.number} goes to production at ${name}.`);
  try {
    const voyage = await openVoyage({ env, db }, deployment, {
      signal: ends,
      log,
      enter: async (status) => {
        if (await moveDeployment(db, id, { status })) emit("deployment.updated", actor, told(status));
      },
    });
    const shipped = await voyage.provider.ship(voyage.shipment, voyage.tools);
    const problem = await voyage.provider.check(voyage.shipment, shipped, voyage.tools);
    ends.throwIfAborted();
    if (problem === null) {
      log("info", liveLine(provider, shipped.url));
      await closeDeployment(db, id, { status: "ready", ...shipped });
      const commit: WorkResult["commit"] = (append) => append("deployment.updated", actor, told("ready", shipped.url));
      return { actor, event: { type: "released" }, commit };
    }
    log("error", problem.message);
    await closeDeployment(db, id, { status: "failed", error: problem.message });
    const back = await goBack({ env, db }, voyage);
    return {
      actor,
      event: { type: "broke", diagnosis: diagnoseHealth(environment, problem) },
      commit: (append) => {
        append("deployment.updated", actor, told("failed"));
        if (back) append("deployment.updated", actor, back.told);
      },
    };
  } catch (error) {
    if (signal.aborted) {
      await closeDeployment(db, id, { status: "cancelled", error: "The generation moved on without it." });
      throw error;
    }
    const tooLate = ends.aborted;
    if (!tooLate && !(error instanceof ShipRefusal)) throw error;
    const withheld = tooLate
      ? `${name} did not have it live after ${longestMs / 60_000} minutes.`
      : error instanceof Error
        ? error.message
        : String(error);
    log("error", withheld);
    await closeDeployment(db, id, { status: "failed", error: withheld });
    const commit: WorkResult["commit"] = (append) => append("deployment.updated", actor, told("failed"));
    return { actor, event: { type: "released", withheld }, commit };
  } finally {
    await written.catch(() => context.log("deploy", "warn", "A line of the deployment's log could not be stored."));
  }
}
