// What every place that can be deployed to offers. An adapter speaks its provider's API and knows nothing of rows, jobs
// and events: `ship-runner.ts` owns those.
import type { DeploymentEnvironment } from "#protocol/deployments.ts";
import type { DeploymentToShip } from "#db/queries/deployments.ts";
import type { BlobStore } from "../storage/blobs.ts";
import type { Variables } from "./variables.ts";

export interface Shipment {
  deploymentId: string;
  environment: DeploymentEnvironment;
  project: DeploymentToShip["project"];
  version: { id: string; number: number; message: string; artefactSha: string };
  variables: Variables;
  variablesId: string | null;
  /** The target's fields for this environment. */
  place: Readonly<Record<string, string>>;
}

export interface Shipped {
  /** Where people open it. */
  url: string;
  /** What the provider calls this deployment; null where it has no name for it. */
  externalId: string | null;
}

export interface ShipTools {
  blobs: BlobStore;
  /** Aborted when the deployment is cancelled or takes too long. */
  signal: AbortSignal;
  log(level: "info" | "warn" | "error", text: string): void;
  /** The provider builds by itself now, or has built. */
  enter(status: "building" | "deploying"): Promise<void>;
}

export interface HealthProblem {
  /** What is wrong, for people. */
  message: string;
  /** What the app threw or answered; null when nothing came. */
  reason: string | null;
  /** An error of the app is the same every time; silence may pass. */
  category: "runtime" | "network";
}

export interface DeployProvider {
  /** Throws a ShipRefusal when trying again would not help, and Unhealthy when it can tell before anybody sees it. */
  ship(shipment: Shipment, tools: ShipTools): Promise<Shipped>;
  /** Null when what is served now is well. */
  check(shipment: Shipment, shipped: Shipped, tools: ShipTools): Promise<HealthProblem | null>;
  /** Serves an earlier deployment again; null where the provider cannot, and it has to be deployed anew. */
  restore: ((earlier: Shipped, shipment: Shipment, tools: ShipTools) => Promise<void>) | null;
}

/** The provider, or what it was given, says no; the message is for people. */
export class ShipRefusal extends Error {
  override name = "ShipRefusal";
}

export class Unhealthy extends Error {
  override name = "Unhealthy";
  readonly problem: HealthProblem;

  constructor(problem: HealthProblem) {
    super(problem.message);
    this.problem = problem;
  }
}
