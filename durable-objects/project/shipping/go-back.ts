// What a deployment that does not answer leads to: its place serves what it served before, which is asked whether it still
// answers, since the records may have been migrated meanwhile. That is a deployment of its own in the history.
import type { Database } from "#db/client.ts";
import { recordRecovery } from "#db/queries/deployment-writes.ts";
import { currentDeployment, readDeploymentToShip } from "#db/queries/deployments.ts";
import { newId } from "#db/ids.ts";
import type { ProjectEvents } from "#protocol/project-events.ts";
import type { Env } from "../../../workers/env.ts";
import { forgetFoundApps } from "../../../workers/preview/find-app.ts";
import { openVoyage, type Voyage } from "./open-voyage.ts";

export interface Recovery {
  /** For people. */
  text: string;
  told: ProjectEvents["deployment.updated"];
}

/**
 * Null where nothing was live before, or where its place could not go back. Elsewhere people may have seen the one that
 * failed; here it never was live.
 */
export async function goBack(
  host: { env: Env; db: Database },
  { record: { deployment }, tools }: Pick<Voyage, "record" | "tools">,
): Promise<Recovery | null> {
  const { db } = host;
  const { log } = tools;
  const before = await currentDeployment(db, deployment, deployment.provider);
  const earlier = before && (await readDeploymentToShip(db, before.id));
  if (!earlier) {
    log("warn", "There is no earlier deployment to go back to.");
    return null;
  }
  const { url, externalId, variablesId } = earlier.deployment;
  const { number } = earlier.version;
  const shipped = { url: url ?? "", externalId };
  let stillFails: string | null;
  try {
    const back = await openVoyage(host, earlier, tools);
    await back.provider.restore?.(shipped, back.shipment, back.tools);
    stillFails = (await back.provider.check(back.shipment, shipped, back.tools))?.message ?? null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log("error", `Could not go back to version ${number}, which was live before: ${reason}`);
    return null;
  }
  const recovery = {
    id: newId("deployment"),
    projectId: deployment.projectId,
    environment: deployment.environment,
    provider: deployment.provider,
    versionId: earlier.version.id,
    variablesId,
    trigger: "recovery",
    sourceId: earlier.deployment.id,
    createdBy: deployment.createdBy,
  } as const;
  await recordRecovery(db, { ...recovery, ...shipped });
  forgetFoundApps();
  const text = `Went back to version ${number}, which was live before.`;
  if (stillFails === null) log("info", text);
  else log("error", `${text} It fails too: ${stillFails}`);
  const { id: deploymentId, environment, versionId, trigger } = recovery;
  return { text, told: { deploymentId, environment, versionId, trigger, status: "ready", url: shipped.url } };
}
