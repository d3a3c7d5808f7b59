// What a deployment needs before it can go: its place with the account, its variables, the build and the source.
import type { Database } from "#db/client.ts";
import type { DeploymentToShip } from "#db/queries/deployments.ts";
import { findVariableSet, readEnvironment } from "#db/queries/environments.ts";
import { readManifest } from "#db/queries/version-writes.ts";
import type { DeployTargetId } from "#protocol/deploy-targets.ts";
import { openProvider } from "../../../workers/deploy/open-provider.ts";
import { ShipRefusal, type DeployProvider, type Shipment, type ShipTools } from "../../../workers/deploy/provider.ts";
import { readAssets, readServer } from "../../../workers/deploy/read-build.ts";
import { openVariables } from "../../../workers/deploy/variables.ts";
import type { Env } from "../../../workers/env.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { readFiles } from "../../../workers/storage/tree.ts";

export interface Voyage {
  record: DeploymentToShip;
  provider: DeployProvider;
  shipment: Shipment;
  tools: ShipTools;
}

/** Throws a ShipRefusal where the version was not built, or its place is not connected. */
export async function openVoyage(
  { env, db }: { env: Env; db: Database },
  record: DeploymentToShip,
  told: Pick<ShipTools, "signal" | "log" | "enter">,
): Promise<Voyage> {
  const { deployment, project, version } = record;
  const { artefactSha } = version;
  if (artefactSha === null) throw new ShipRefusal(`Version ${version.number} was not built.`);
  const set = deployment.variablesId === null ? null : await findVariableSet(db, deployment.variablesId);
  const { place } = await readEnvironment(db, deployment);
  const id = deployment.provider as DeployTargetId;
  const provider = await openProvider(env, db, { workspaceId: project.workspaceId, provider: id });
  const shipment: Shipment = {
    deploymentId: deployment.id,
    environment: deployment.environment,
    project,
    version: { ...version, artefactSha },
    variables: set === null ? {} : await openVariables(env, set),
    variablesId: deployment.variablesId,
    place,
  };
  const blobs = new BlobStore(env.BLOBS);
  const tools: ShipTools = {
    ...told,
    assets: () => readAssets(blobs, artefactSha),
    server: () => readServer(blobs, artefactSha),
    source: async () => readFiles(blobs, await readManifest(db, version.id)),
  };
  return { record, provider, shipment, tools };
}
