// Deployments that people ask for: each a job of its own, beside the loop. The deployments row says what became of it, the
// jobs row who works on it, `deployment.updated` tells whoever watches.
//
// What does not answer is taken back: the environment then serves what it served before, which is asked whether it still
// answers, since the records may have been migrated meanwhile. The failure becomes a problem of the project, which
// healing can take up.
import { endJob, failJob, renewLease } from "#db/queries/job-queue.ts";
import { addDeploymentLine, closeDeployment, moveDeployment } from "#db/queries/deployment-writes.ts";
import { readDeploymentToShip, type DeploymentToShip } from "#db/queries/deployments.ts";
import type { Database } from "#db/client.ts";
import type { Deployment } from "#db/schema/index.ts";
import { deployTargetOf } from "#protocol/deploy-targets.ts";
import { isOpenDeployment, type DeploymentStatus } from "#protocol/deployments.ts";
import type { Actor } from "#protocol/envelope.ts";
import type { LogLevel } from "#protocol/project-events.ts";
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
import type { Env } from "../../../workers/env.ts";
import type { ShipJob } from "../../../workers/jobs/job.ts";
import { forgetFoundApps } from "../../../workers/preview/find-app.ts";
import type { ProjectLoop } from "../loop.ts";
import type { AppReport } from "../rpc.ts";
import { goBack } from "./go-back.ts";
import { liveLine } from "./live-line.ts";
import { openVoyage, type Voyage } from "./open-voyage.ts";

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

  #prepare(record: DeploymentToShip, signal: AbortSignal): Promise<Voyage> {
    const { db } = this.#host;
    const { deployment } = record;
    return openVoyage(this.#host, record, {
      signal,
      log: (level, text) => this.#log(deployment.id, level, text),
      enter: async (status) => {
        if (await moveDeployment(db, deployment.id, { status })) this.#tell(deployment, status);
      },
    });
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
    tools.log("info", liveLine(deployment.provider, shipped.url));
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
    await this.#reportProblem(record, error.problem);
    const back = await goBack(this.#host, await this.#prepare(record, new AbortController().signal));
    if (back === null) return;
    this.#log(back.told.deploymentId, "info", `Version ${record.version.number} did not answer. ${back.text}`);
    this.#host.loop.append("deployment.updated", platform, back.told);
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
      revision: version.artefactSha,
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

function logFailure(error: unknown): void {
  console.error(JSON.stringify({ level: "error", message: "could not deploy", error: String(error) }));
}
