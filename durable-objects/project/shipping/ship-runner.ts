// Deployments that people ask for: each a job of its own, beside the loop. The deployments row says what became of it, the
// jobs row who works on it, `deployment.updated` tells whoever watches.
//
// What does not answer is taken back: the environment then serves what it served before, which is asked whether it still
// answers, since the records may have been migrated meanwhile. The failure becomes a problem of the project, which
// healing can take up.
import { endJob, failJob, renewLease } from "#db/queries/job-queue.ts";
import { addDeploymentLine, closeDeployment, moveDeployment, recordRecovery } from "#db/queries/deployment-writes.ts";
import { currentDeployment, readDeploymentToShip, type DeploymentToShip } from "#db/queries/deployments.ts";
import { findVariableSet, readEnvironment } from "#db/queries/environments.ts";
import { readManifest } from "#db/queries/version-writes.ts";
import type { Database } from "#db/client.ts";
import type { Deployment } from "#db/schema/index.ts";
import { newId } from "#db/ids.ts";
import { deployTargetOf, type DeployTargetId } from "#protocol/deploy-targets.ts";
import { isOpenDeployment, type DeploymentStatus } from "#protocol/deployments.ts";
import type { Actor } from "#protocol/envelope.ts";
import type { LogLevel } from "#protocol/project-events.ts";
import { openProvider } from "../../../workers/deploy/open-provider.ts";
import { probedPaths } from "../../../workers/deploy/probe-app.ts";
import {
  ShipRefusal,
  Unhealthy,
  type DeployProvider,
  type HealthProblem,
  type Shipment,
  type Shipped,
  type ShipTools,
} from "../../../workers/deploy/provider.ts";
import { readAssets } from "../../../workers/deploy/read-assets.ts";
import { openVariables } from "../../../workers/deploy/variables.ts";
import type { Env } from "../../../workers/env.ts";
import type { ShipJob } from "../../../workers/jobs/job.ts";
import { forgetFoundApps } from "../../../workers/preview/find-app.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { readFiles } from "../../../workers/storage/tree.ts";
import type { ProjectLoop } from "../loop.ts";
import type { AppReport } from "../rpc.ts";

export interface ShipHost {
  env: Env;
  db: Database;
  loop: Pick<ProjectLoop, "append">;
  keepAlive(promise: Promise<unknown>): void;
  /** Asks to be ticked in a while, so that the object stays while it works. */
  stayAwake(): void;
  report(problem: AppReport): Promise<void>;
}

const longestMs = 5 * 60_000;
const renewMs = 15_000;
const retryDelaySeconds = 5;
const platform: Actor = { kind: "system", id: "preview" };

class TookTooLong extends Error {}

interface Voyage {
  record: DeploymentToShip;
  provider: DeployProvider;
  shipment: Shipment;
  tools: ShipTools;
}

export class ShipRunner {
  readonly #host: ShipHost;
  readonly #running = new Map<string, AbortController>();
  #writing: Promise<unknown> = Promise.resolve();

  constructor(host: ShipHost) {
    this.#host = host;
  }

  /** A queue delivery: runs in the background. */
  run(job: ShipJob): void {
    if (this.#running.has(job.deploymentId)) return;
    const controller = new AbortController();
    this.#running.set(job.deploymentId, controller);
    const timer = setInterval(() => {
      this.#host.stayAwake();
      this.#host.keepAlive(renewLease(this.#host.db, job.id).catch(logFailure));
    }, renewMs);
    const late = setTimeout(() => controller.abort(new TookTooLong()), longestMs);
    const work = this.#work(job, controller.signal).finally(() => {
      clearInterval(timer);
      clearTimeout(late);
      this.#running.delete(job.deploymentId);
    });
    this.#host.stayAwake();
    this.#host.keepAlive(work);
  }

  /** The row says already that it was cancelled. */
  cancel(deploymentId: string): void {
    this.#running.get(deploymentId)?.abort(new Error("Cancelled by the user."));
  }

  stop(): void {
    for (const id of this.#running.keys()) this.cancel(id);
  }

  async #work(job: ShipJob, signal: AbortSignal): Promise<void> {
    const { db } = this.#host;
    const record = await readDeploymentToShip(db, job.deploymentId);
    if (!record || !isOpenDeployment(record.deployment.status)) return endJob(db, job.id, "cancelled");
    try {
      if (job.attempts > job.maxAttempts) throw new ShipRefusal("It broke off, and was not tried again.");
      const voyage = await this.#prepare(record, signal);
      await this.#sail(voyage);
      await endJob(db, job.id, "completed");
    } catch (error) {
      await this.#settle(job, record, error, signal).catch(logFailure);
    } finally {
      await this.#writing;
    }
  }

  async #prepare(record: DeploymentToShip, signal: AbortSignal): Promise<Voyage> {
    const { env, db } = this.#host;
    const { deployment, project, version } = record;
    if (version.artefactSha === null) throw new ShipRefusal(`Version ${version.number} was not built.`);
    const set = deployment.variablesId === null ? null : await findVariableSet(db, deployment.variablesId);
    const { place } = await readEnvironment(db, deployment);
    const id = deployment.provider as DeployTargetId;
    const provider = await openProvider(env, db, { workspaceId: project.workspaceId, provider: id });
    const shipment: Shipment = {
      deploymentId: deployment.id,
      environment: deployment.environment,
      project,
      version: { ...version, artefactSha: version.artefactSha },
      variables: set === null ? {} : await openVariables(env, set),
      variablesId: deployment.variablesId,
      place,
    };
    const blobs = new BlobStore(env.BLOBS);
    const tools: ShipTools = {
      assets: () => readAssets(blobs, shipment.version.artefactSha),
      source: async () => readFiles(blobs, await readManifest(db, version.id)),
      signal,
      log: (level, text) => this.#log(deployment.id, level, text),
      enter: async (status) => {
        if (await moveDeployment(db, deployment.id, { status })) this.#tell(deployment, status);
      },
    };
    return { record, provider, shipment, tools };
  }

  async #sail({ record, provider, shipment, tools }: Voyage): Promise<void> {
    const { db } = this.#host;
    const { deployment, version } = record;
    const name = deployTargetOf(deployment.provider)?.name ?? deployment.provider;
    await tools.enter("deploying");
    tools.log("info", `Version ${version.number} goes to ${deployment.environment} at ${name}.`);
    const shipped = await this.#bring(record, provider, shipment, tools);
    const problem = await provider.check(shipment, shipped, tools);
    tools.signal.throwIfAborted();
    if (problem !== null) throw new Unhealthy(problem);
    if (!(await closeDeployment(db, deployment.id, { status: "ready", ...shipped }))) return;
    forgetFoundApps();
    tools.log("info", `It answers. Live: ${withoutAccess(shipped.url)}`);
    this.#tell(deployment, "ready", { url: shipped.url });
  }

  /** Going back to something the provider still has takes no new upload. */
  async #bring(
    { deployment }: DeploymentToShip,
    provider: DeployProvider,
    shipment: Shipment,
    tools: ShipTools,
  ): Promise<Shipped> {
    const earlier =
      deployment.trigger === "rollback" && deployment.sourceId !== null && provider.restore !== null
        ? await readDeploymentToShip(this.#host.db, deployment.sourceId)
        : null;
    const { url = null, externalId = null, provider: at } = earlier?.deployment ?? {};
    if (provider.restore === null || url === null || externalId === null || at !== deployment.provider)
      return provider.ship(shipment, tools);
    tools.log("info", "The provider still has it: it is served again as it was.");
    await provider.restore({ url, externalId }, shipment, tools);
    return { url, externalId };
  }

  async #settle(job: ShipJob, record: DeploymentToShip, error: unknown, signal: AbortSignal): Promise<void> {
    const { db, env } = this.#host;
    const { deployment } = record;
    const tooLate = signal.reason instanceof TookTooLong;
    if (signal.aborted && !tooLate) {
      this.#log(deployment.id, "warn", "Cancelled.");
      return endJob(db, job.id, "cancelled");
    }
    const message = tooLate
      ? `It was not live after ${longestMs / 60_000} minutes.`
      : error instanceof Error
        ? error.message
        : String(error);
    const mayTryAgain = !tooLate && !(error instanceof ShipRefusal) && !(error instanceof Unhealthy);
    if (mayTryAgain && job.attempts < job.maxAttempts) {
      logFailure(error);
      this.#log(deployment.id, "warn", `${message} Trying again in ${retryDelaySeconds} s.`);
      await failJob(db, job.id, message, retryDelaySeconds * 1_000);
      await env.JOBS.send({ jobId: job.id }, { delaySeconds: retryDelaySeconds });
      return;
    }
    this.#log(deployment.id, "error", message);
    if (!(await closeDeployment(db, deployment.id, { status: "failed", error: message }))) return;
    await endJob(db, job.id, "dead", message);
    this.#tell(deployment, "failed", { error: message });
    if (!(error instanceof Unhealthy)) return;
    const voyage = await this.#prepare(record, new AbortController().signal);
    const before = await currentDeployment(db, deployment, deployment.provider);
    await this.#recover(voyage, before, error.problem);
  }

  /** Elsewhere people may have seen the one that failed; here it never was live. */
  async #recover(
    { record, provider, shipment, tools }: Voyage,
    before: Awaited<ReturnType<typeof currentDeployment>>,
    problem: HealthProblem,
  ): Promise<void> {
    const { db, loop } = this.#host;
    const { deployment } = record;
    await this.#reportProblem(record, problem);
    const earlier = before && (await readDeploymentToShip(db, before.id));
    if (!earlier || earlier.version.artefactSha === null) {
      tools.log("warn", "There is no earlier deployment to go back to.");
      return;
    }
    const shipped = { url: earlier.deployment.url ?? "", externalId: earlier.deployment.externalId };
    const back: Shipment = {
      ...shipment,
      version: { ...earlier.version, artefactSha: earlier.version.artefactSha },
      variablesId: earlier.deployment.variablesId,
    };
    await provider.restore?.(shipped, back, tools);
    const still = await provider.check(back, shipped, tools);
    const recovery = {
      id: newId("deployment"),
      projectId: deployment.projectId,
      environment: deployment.environment,
      provider: deployment.provider,
      versionId: earlier.version.id,
      variablesId: earlier.deployment.variablesId,
      trigger: "recovery",
      sourceId: earlier.deployment.id,
      createdBy: deployment.createdBy,
    } as const;
    await recordRecovery(db, { ...recovery, ...shipped });
    forgetFoundApps();
    const text = `Went back to version ${earlier.version.number}, which was live before.`;
    tools.log(still === null ? "info" : "error", still === null ? text : `${text} It fails too: ${still.message}`);
    this.#log(recovery.id, "info", `Version ${record.version.number} did not answer. ${text}`);
    loop.append("deployment.updated", platform, {
      deploymentId: recovery.id,
      environment: recovery.environment,
      versionId: recovery.versionId,
      status: "ready",
      url: shipped.url,
      trigger: "recovery",
    });
  }

  /** Healing reads the project's problems. */
  async #reportProblem({ deployment, project, version }: DeploymentToShip, problem: HealthProblem): Promise<void> {
    const { mode = "ask", dailyRepairs } = project.settings.problems ?? {};
    if (mode === "off" || problem.category !== "runtime") return;
    const [text = problem.message, ...frames] = (problem.reason ?? problem.message).split("\n");
    const path = probedPaths.find((probed) => problem.message.includes(` ${probed} `)) ?? "/";
    await this.#host.report({
      projectId: project.id,
      environment: deployment.environment,
      versionId: version.id,
      fault: { kind: "server", page: path, text, stack: frames.join("\n"), request: { method: "GET", path } },
      watching: { mode, dailyRepairs },
    });
  }

  #tell(deployment: Deployment, status: DeploymentStatus, more: { url?: string; error?: string } = {}): void {
    const { id, environment, versionId, trigger } = deployment;
    const { url = null, error } = more;
    const told = { deploymentId: id, environment, versionId, status, url, trigger, ...(error && { error }) };
    this.#host.loop.append("deployment.updated", platform, told);
  }

  /** In order; a line that could not be written holds nothing up. */
  #log(deploymentId: string, level: Extract<LogLevel, "info" | "warn" | "error">, text: string): void {
    const { db, loop } = this.#host;
    loop.append("log.appended", platform, { generationId: null, source: "deploy", level, text });
    this.#writing = this.#writing.then(() => addDeploymentLine(db, deploymentId, level, text)).catch(logFailure);
  }
}

/** A signed address must not lie in a log. */
function withoutAccess(url: string): string {
  return URL.parse(url)?.origin ?? url;
}

function logFailure(error: unknown): void {
  console.error(JSON.stringify({ level: "error", message: "could not deploy", error: String(error) }));
}
