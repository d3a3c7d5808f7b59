// Looks at what the preview shows, after it answers: a job of its own that delays nothing and decides nothing.
//
// The version_checks rows say what is known, the jobs row who works on it. A version that the preview no longer shows is
// not worth looking at any more; one check of a project runs at a time, the newest. A generation that is paused or
// cancelled leaves its preview up, and so its checks go on. Killed in the middle, the job is taken up again when its
// lease has run out, and after its last attempt the rows say that it was interrupted.
import { auditOutcomeSchema, browserOutcomeSchema } from "#builder/checks/report.ts";
import type { BuildEvent, BuildFinished } from "#builder/protocol.ts";
import type { Database } from "#db/client.ts";
import { endJob, failJob, renewLease } from "#db/queries/job-queue.ts";
import {
  abandonChecks,
  listChecks,
  readCheckedProject,
  recordChecks,
  startChecks,
  type CheckResult,
} from "#db/queries/version-checks.ts";
import { readVersion } from "#db/queries/version-writes.ts";
import { stackFor } from "#engine/stacks/stacks.ts";
import { overallStatus } from "#protocol/checks.ts";
import type { Actor } from "#protocol/envelope.ts";
import type { Env } from "../../../workers/env.ts";
import { builderFor } from "../../../workers/jobs/builder.ts";
import type { CheckJob } from "../../../workers/jobs/job.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import type { ProjectLoop } from "../loop.ts";
import { checkRequest } from "./check-request.ts";
import { keepPicture } from "./keep-picture.ts";
import { judgeAudit, judgeBrowser, judgeBrowserFailure, type Judgement } from "./judge-checks.ts";

export interface CheckHost {
  env: Env;
  db: Database;
  loop: Pick<ProjectLoop, "append">;
  keepAlive(promise: Promise<unknown>): void;
  /** Asks to be ticked in a while, so that the object stays while it works. */
  stayAwake(): void;
}

const actor: Actor = { kind: "system", id: "builder" };
const renewMs = 15_000;
const superseded = "A newer version took its place.";
const linesLogged = 5;

export class CheckRunner {
  readonly #host: CheckHost;
  #running: { job: CheckJob; controller: AbortController } | null = null;

  constructor(host: CheckHost) {
    this.#host = host;
  }

  /** A queue delivery: runs in the background. */
  run(job: CheckJob): void {
    if (this.#running?.job.id === job.id) return;
    this.stop(new Error(superseded));
    const controller = new AbortController();
    this.#running = { job, controller };
    const work = this.#work(job, controller.signal).finally(() => {
      if (this.#running?.job.id === job.id) this.#running = null;
    });
    this.#host.keepAlive(work);
  }

  stop(reason = new Error("The project is gone.")): void {
    this.#running?.controller.abort(reason);
    this.#running = null;
  }

  async #work(job: CheckJob, signal: AbortSignal): Promise<void> {
    const { db } = this.#host;
    try {
      if (!(await this.#isShown(job))) return await this.#abandon(job, "skipped", superseded);
      await startChecks(db, job.versionId);
      const results = await this.#look(job, signal);
      await recordChecks(db, job, results);
      await endJob(db, job.id, "completed");
      await this.#report(job, results);
    } catch (error) {
      if (signal.aborted) await this.#abandon(job, "skipped", superseded).catch(logFailure);
      else await this.#retry(job, error).catch(logFailure);
    }
  }

  async #isShown({ projectId, versionId }: CheckJob): Promise<boolean> {
    const project = await readCheckedProject(this.#host.db, projectId);
    return project?.currentVersionId === versionId;
  }

  async #look(job: CheckJob, signal: AbortSignal): Promise<CheckResult[]> {
    const { env, db } = this.#host;
    const version = await readVersion(db, job.versionId);
    const project = await readCheckedProject(db, job.projectId);
    if (!version?.artefactSha || !project) throw new Error("The version has no build to look at.");
    const blobs = new BlobStore(env.BLOBS);
    const builder = builderFor(env, job.projectId);
    const buildId = `chk_${job.versionId.replace(/^ver_/, "")}`;
    const built = { id: version.id, artefactSha: version.artefactSha };
    const request = await checkRequest(db, blobs, stackFor(project.stack), built, buildId);
    signal.throwIfAborted();
    const reports = new Map<string, unknown>();
    const log: string[] = [];
    let renewedAt = Date.now();
    const onEvent = (event: BuildEvent): void => {
      if (event.type === "report") reports.set(event.step, event.report);
      if (event.type === "log") log.push(event.text);
      if (Date.now() - renewedAt < renewMs) return;
      renewedAt = Date.now();
      this.#host.stayAwake();
      this.#host.keepAlive(renewLease(db, job.id).catch(logFailure));
    };
    try {
      const finished = await builder.run(request, { signal, onEvent });
      if (finished.outcome === "cancelled") throw new Error("The builder ended the checks before they were done.");
      if (finished.error !== undefined) throw new Error(finished.error);
      await this.#keepPicture(job.versionId, reports);
      return await this.#judge(blobs, finished, reports, log.join("\n"));
    } finally {
      await builder.drop(buildId).catch(() => {});
    }
  }

  /** Takes it out of the report. A picture is worth nothing to the verdict, so that its loss is one line of the log. */
  async #keepPicture(versionId: string, reports: Map<string, unknown>): Promise<void> {
    const browser = browserOutcomeSchema.safeParse(reports.get("browser"));
    if (!browser.success || browser.data.kind !== "checked") return;
    const { picture, ...report } = browser.data.report;
    reports.set("browser", { ...browser.data, report });
    const { env, db } = this.#host;
    if (picture !== null) await keepPicture(env, db, versionId, picture).catch(logFailure);
  }

  async #judge(
    blobs: BlobStore,
    finished: BuildFinished,
    reports: ReadonlyMap<string, unknown>,
    log: string,
  ): Promise<CheckResult[]> {
    const store = async (judgements: readonly Judgement[], report: unknown): Promise<CheckResult[]> => {
      const { sha256 } = await blobs.put(JSON.stringify({ report: report ?? null, log }));
      return judgements.map((judgement) => ({ ...judgement, reportSha: sha256 }));
    };
    const step = (name: string) => finished.steps.find((result) => result.step === name);
    const browser = browserOutcomeSchema.safeParse(reports.get("browser"));
    const audit = auditOutcomeSchema.safeParse(reports.get("audit"));
    const unasked = { kind: "unreachable", reason: "The question did not come to an end." } as const;
    return [
      ...(await store(
        browser.success ? judgeBrowser(browser.data) : judgeBrowserFailure(step("browser")?.outcome ?? "failed"),
        browser.data,
      )),
      ...(await store([judgeAudit(audit.data ?? unasked, step("audit")?.durationMs ?? 0)], audit.data)),
    ];
  }

  async #report(job: CheckJob, results: readonly CheckResult[]): Promise<void> {
    const { db, loop } = this.#host;
    for (const { kind, status, summary } of results) {
      const failed = status === "failed";
      const shown = failed ? summary.findings.slice(0, linesLogged).map(({ where, text }) => `${where}: ${text}`) : [];
      loop.append("log.appended", actor, {
        generationId: null,
        source: kind === "audit" ? "audit" : "browser",
        level: failed ? "warn" : "info",
        text: [`${kind} ${status}: ${summary.message}`, ...shown].join("\n"),
      });
    }
    const rows = await listChecks(db, job.versionId);
    const status = overallStatus(rows.map((row) => row.status));
    if (status === null) return;
    loop.append("quality.reported", actor, {
      versionId: job.versionId,
      status,
      checks: rows.map(({ kind, status: each, score, summary }) => ({
        kind,
        status: each,
        score,
        message: summary.message,
      })),
    });
  }

  async #retry(job: CheckJob, error: unknown): Promise<void> {
    const { env, db } = this.#host;
    const reason = error instanceof Error ? error.message : String(error);
    logFailure(reason);
    if (job.attempts >= job.maxAttempts) {
      await endJob(db, job.id, "dead", reason);
      await abandonChecks(db, job.versionId, "interrupted", `The checks broke off: ${reason}`);
      return this.#report(job, []);
    }
    const delaySeconds = 2 ** job.attempts;
    await failJob(db, job.id, reason, delaySeconds * 1_000);
    await env.JOBS.send({ jobId: job.id }, { delaySeconds });
  }

  async #abandon(job: CheckJob, status: "skipped" | "interrupted", message: string): Promise<void> {
    const { db } = this.#host;
    await abandonChecks(db, job.versionId, status, message);
    await endJob(db, job.id, "cancelled", message);
  }
}

function logFailure(error: unknown): void {
  console.error(JSON.stringify({ level: "error", message: "could not check a version", error: String(error) }));
}
