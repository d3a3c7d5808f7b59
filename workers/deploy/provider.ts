// What every place that can be deployed to offers. An adapter speaks its provider's API and knows nothing of rows, jobs
// and events: `ship-runner.ts` owns those.
import type { StackId } from "#engine/stacks/stack.ts";
import type { DeploymentEnvironment } from "#protocol/deployments.ts";

export interface Shipment {
  deploymentId: string;
  environment: DeploymentEnvironment;
  project: { id: string; name: string; slug: string; hostLabel: string; stack: StackId };
  version: { id: string; number: number; message: string; artefactSha: string };
  variables: Readonly<Record<string, string>>;
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

export interface Migration {
  name: string;
  sql: string;
}

export interface ServerBuild {
  /** The module whose default export answers requests. */
  main: string;
  modules: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** In the order they are applied. */
  migrations: readonly Migration[];
}

export interface ShipTools {
  /** What the build left for browsers: path as requested → bytes. */
  assets(): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>>;
  /** What the build left to run. */
  server(): Promise<ServerBuild>;
  /** The version's source: path → bytes. */
  source(): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>>;
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
  /** Throws a ShipRefusal when trying again would not help. */
  ship(shipment: Shipment, tools: ShipTools): Promise<Shipped>;
  /** Null when it answers. Here that is asked before it goes live; elsewhere it is live by then. */
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
