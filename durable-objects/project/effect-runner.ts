// Runs the effects that the loop stored, each at least once, and hands their results back to the loop.
// Building, testing, deploying and releasing go through the job queue (their row is the truth, a message may be lost
// or come twice); planning, coding, reviewing and healing run here at once.
// Nothing in memory is needed to go on: after a crash `tick` finds every effect in storage and starts it again.
import { claimableWork, type LoopJob } from "../../workers/jobs/job.ts";
import type { Database } from "#db/client.ts";
import { endJob, enqueueJob, failJob, renewLease } from "#db/queries/job-queue.ts";
import { isEndState } from "#protocol/loop-state.ts";
import { copyUsage, releaseHolds } from "#db/queries/model-usage.ts";
import { insertHandover } from "#db/queries/handovers.ts";
import { mirrorGeneration } from "#db/queries/loop-writes.ts";
import { diagnoseFault } from "#engine/heal/diagnose.ts";
import type { Actor } from "#protocol/envelope.ts";
import type { Env } from "../../workers/env.ts";
import { loadModels } from "../../workers/models/load-models.ts";
import type { KeyedChoice } from "../../workers/models/read-model-choice.ts";
import { requestNotice } from "./notices/request-notice.ts";
import { runWork } from "./effects/run-work.ts";
import type { WorkContext } from "./effects/work.ts";
import { Budget } from "./agents/budget.ts";
import { WorkspaceBudget } from "./agents/workspace-budget.ts";
import type { ProjectLoop } from "./loop.ts";
import type { AgentStore } from "./storage/agent-store.ts";
import type { EffectRow, LoopStore } from "./storage/loop-store.ts";

export interface RunnerHost {
  env: Env;
  db: Database;
  store: LoopStore;
  agents: AgentStore;
  loop: ProjectLoop;
  /** Asks to be ticked at this time (ms since the epoch) even if the process dies before. */
  wakeAt(time: number): void;
  keepAlive(promise: Promise<unknown>): void;
}

interface InFlight {
  run: number;
  controller: AbortController;
  jobId: string | null;
}

const heartbeatMs = 15_000;
const inlineFailures = 3;

export class EffectRunner {
  readonly #host: RunnerHost;
  readonly #inFlight = new Map<string, InFlight>();
  /** Ids of the jobs whose work has begun in this process. */
  readonly #running = new Set<string>();
  #mirroring: Promise<void> = Promise.resolve();

  constructor(host: RunnerHost) {
    this.#host = host;
  }

  /** Stops what the loop has left, starts what is due, renews leases, and asks to be woken again while work is open. */
  tick(): void {
    const { store, db, keepAlive } = this.#host;
    const effects = store.effects();
    for (const [generationId, flight] of this.#inFlight) {
      if (!effects.some((effect) => effect.generationId === generationId && effect.run === flight.run)) {
        this.#stop(generationId, flight);
      }
    }
    const now = Date.now();
    for (const effect of effects) {
      const flight = this.#inFlight.get(effect.generationId);
      if (flight) {
        if (flight.jobId) keepAlive(renewLease(db, flight.jobId).catch(logFailure("renew a lease")));
      } else if (effect.notBefore <= now) this.#begin(effect);
    }
    this.#wake();
    keepAlive(this.mirror());
  }

  /** A queue delivery: runs the job here, in the background. False when the loop no longer waits for it. */
  runJob(job: LoopJob): boolean {
    const effect = this.#host.store
      .effects()
      .find((row) => row.generationId === job.generationId && row.run === job.run);
    if (!effect) return false;
    if (!this.#running.has(job.id)) this.#execute(effect, job);
    return true;
  }

  /** Brings D1 up to date with every generation; resolves when it is, or when D1 failed (an alarm tries again). */
  mirror(): Promise<void> {
    this.#mirroring = this.#mirroring
      .then(() => this.#mirrorAll())
      .catch((error: unknown) => {
        logFailure("write to D1")(error);
        this.#host.wakeAt(Date.now() + 2_000);
      });
    return this.#mirroring;
  }

  stopAll(): void {
    for (const [generationId, flight] of this.#inFlight) this.#stop(generationId, flight);
  }

  async #mirrorAll(): Promise<void> {
    const { env, store, agents, db } = this.#host;
    for (const record of store.unmirrored()) {
      await mirrorGeneration(db, record.view, record.input.stack, record.prd);
      await requestNotice(env, db, record, store.steps(record.id));
      const { account } = record.context;
      if (account) await insertHandover(db, { generationId: record.id, projectId: record.input.projectId, account });
      const usage = store.usage(record.id);
      if (usage.length > 0) await copyUsage(db, record.input.projectId, usage, null);
      if (isEndState(record.context.state)) {
        await releaseHolds(db, record.id);
        agents.forget(record.id);
      }
      store.markMirrored(record.id, record.context.run);
    }
  }

  #stop(generationId: string, flight: InFlight): void {
    this.#inFlight.delete(generationId);
    flight.controller.abort(new Error("The loop has moved on."));
    if (flight.jobId) {
      const { db, keepAlive } = this.#host;
      keepAlive(endJob(db, flight.jobId, "cancelled").catch(logFailure("cancel a job")));
    }
  }

  #begin(effect: EffectRow): void {
    const { store, loop, keepAlive } = this.#host;
    if (effect.started) {
      const text = "The platform was interrupted here; this step starts again.";
      loop.append("log.appended", loopActor, {
        generationId: effect.generationId,
        source: "loop",
        level: "warn",
        text,
      });
    }
    store.replaceEffect(effect.generationId, { ...effect, started: true });
    if (claimableWork(effect.work)) keepAlive(this.#enqueue(effect));
    else this.#execute(effect, null);
  }

  async #enqueue(effect: EffectRow): Promise<void> {
    const { env, db, store } = this.#host;
    const jobId = `job_${effect.token}`;
    const controller = new AbortController();
    this.#inFlight.set(effect.generationId, { run: effect.run, controller, jobId });
    try {
      const record = store.generation(effect.generationId);
      if (!record) return;
      const job = await enqueueJob(db, {
        id: jobId,
        type: effect.work,
        payload: { generationId: effect.generationId, run: effect.run },
        priority: 0,
        maxAttempts: effect.work === "deploy" || effect.work === "release" ? 2 : 3,
        projectId: record.input.projectId,
        generationId: effect.generationId,
      });
      if (job.status === "dead") this.#giveUp(effect, job.lastError ?? "The job used all its attempts.");
      else await env.JOBS.send({ jobId });
    } catch (error) {
      logFailure("queue a job")(error);
      this.#inFlight.delete(effect.generationId);
      this.#postpone(effect);
    }
  }

  #execute(effect: EffectRow, job: LoopJob | null): void {
    const { store, keepAlive } = this.#host;
    const record = store.generation(effect.generationId);
    if (!record) return;
    const controller = new AbortController();
    this.#inFlight.set(effect.generationId, {
      run: effect.run,
      controller,
      jobId: job?.id ?? null,
    });
    if (job) this.#running.add(job.id);
    keepAlive(
      this.#work(effect, job, controller.signal).finally(() => {
        if (job) this.#running.delete(job.id);
      }),
    );
  }

  async #work(effect: EffectRow, job: LoopJob | null, signal: AbortSignal): Promise<void> {
    const { env, db, store, agents, loop } = this.#host;
    const { generationId, run } = effect;
    const record = store.generation(generationId);
    if (!record) return;
    let models: Promise<KeyedChoice> | undefined;
    const context: WorkContext = {
      env,
      db,
      record,
      effect,
      earlier: store.earlier(generationId),
      earlierPlanEdits: store.earlierPlanEdits(generationId),
      signal,
      emit: (type, actor, data) => {
        if (!signal.aborted) loop.append(type, actor, data);
      },
      log: (source, level, text) => {
        if (!signal.aborted) loop.append("log.appended", loopActor, { generationId, source, level, text });
      },
      tell: (type, actor, data) => {
        if (!signal.aborted) loop.tell(type, actor, data);
      },
      models: () => (models ??= loadModels(env, db, record.input.projectId)),
      agents,
      budget: new Budget(record.input.budgetUsd, () => store.generation(generationId)?.view.costUsd ?? 0),
      workspaceBudget: new WorkspaceBudget(db, record.input.projectId, () => store.usage(generationId)),
      // Money is spent whether the loop has moved on or not.
      spend: (spent) => loop.recordUsage(generationId, spent),
    };
    try {
      // Lets what was appended so far reach its readers before work that may keep the processor busy.
      loop.flush();
      await scheduler.wait(0);
      signal.throwIfAborted();
      const result = await runWork(effect.work, context);
      if (signal.aborted) return;
      this.#inFlight.delete(generationId);
      loop.dispatch(generationId, { ...result.event, run }, result.actor, result.commit);
      if (job) await endJob(db, job.id, "completed").catch(logFailure("complete a job"));
    } catch (error) {
      if (signal.aborted) return;
      logFailure(`run ${effect.work}`)(error);
      this.#inFlight.delete(generationId);
      await this.#retry(effect, job, error).catch(logFailure("retry"));
    } finally {
      this.tick();
    }
  }

  async #retry(effect: EffectRow, job: LoopJob | null, error: unknown): Promise<void> {
    const { env, db, loop } = this.#host;
    const reason = error instanceof Error ? error.message : String(error);
    if (job === null) {
      if (effect.failures + 1 < inlineFailures) this.#postpone(effect);
      else this.#giveUp(effect, `${effect.work} failed ${inlineFailures} times.`);
      return;
    }
    if (job.attempts >= job.maxAttempts) {
      await endJob(db, job.id, "dead", reason);
      this.#giveUp(effect, `${effect.work} could not run: it failed ${job.attempts} times.`);
      return;
    }
    const delaySeconds = retryDelaySeconds(job.attempts);
    const text = `${effect.work} could not run; trying again in ${delaySeconds} s (attempt ${job.attempts + 1} of ${job.maxAttempts}).`;
    const { generationId, run } = effect;
    loop.append("log.appended", loopActor, { generationId, source: "loop", level: "warn", text });
    this.#inFlight.set(generationId, { run, controller: new AbortController(), jobId: job.id });
    await failJob(db, job.id, reason, delaySeconds * 1_000);
    await env.JOBS.send({ jobId: job.id }, { delaySeconds });
  }

  #postpone(effect: EffectRow): void {
    const failures = effect.failures + 1;
    const notBefore = Date.now() + 1_000 * 2 ** failures;
    this.#host.store.replaceEffect(effect.generationId, {
      ...effect,
      failures,
      notBefore,
      started: false,
    });
    this.#host.wakeAt(notBefore);
  }

  /** The surroundings failed for good: healing decides where it can, else the generation fails. */
  #giveUp(effect: EffectRow, message: string): void {
    const { loop } = this.#host;
    this.#inFlight.delete(effect.generationId);
    const event = claimableWork(effect.work)
      ? ({
          type: "broke",
          diagnosis: diagnoseFault(effect.work, "network", "service", message),
        } as const)
      : ({ type: "refused", error: { code: "SYSTEM_ERROR", message } } as const);
    loop.dispatch(effect.generationId, { ...event, run: effect.run });
  }

  #wake(): void {
    const { store, wakeAt } = this.#host;
    const effects = store.effects();
    if (effects.length === 0) return;
    const now = Date.now();
    const due = effects.map((effect) =>
      this.#inFlight.has(effect.generationId) ? now + heartbeatMs : effect.notBefore,
    );
    wakeAt(Math.max(Math.min(...due), now + 50));
  }
}

const loopActor: Actor = { kind: "system", id: "loop" };

/** 2, 4, 8 … seconds: the builder restarts within a few. */
function retryDelaySeconds(attempts: number): number {
  return 2 ** attempts;
}

function logFailure(what: string): (error: unknown) => void {
  return (error) =>
    console.error(JSON.stringify({ level: "error", message: `could not ${what}`, error: String(error) }));
}
