// Pushes to GitHub: each a job of its own, one at a time for a project. The repository_pushes row says how far it is.
import { recordConnectionUse } from "#db/queries/connections.ts";
import { endJob, failJob, renewLease } from "#db/queries/job-queue.ts";
import { lastPushed, readPushToMake, setRepository, updatePush, type PushToMake } from "#db/queries/repositories.ts";
import { readManifest } from "#db/queries/version-writes.ts";
import type { PushStatus } from "#protocol/deployments.ts";
import type { Actor } from "#protocol/envelope.ts";
import { openConnection } from "../../../workers/deploy/connection.ts";
import { variables } from "../../../workers/env.ts";
import { openGitHub } from "../../../workers/github/open-github.ts";
import { BranchMoved, PushRefusal } from "../../../workers/github/push-failure.ts";
import { pushVersion } from "../../../workers/github/push-version.ts";
import type { PushJob } from "../../../workers/jobs/job.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { readFiles } from "../../../workers/storage/tree.ts";
import type { ShipHost } from "./ship-runner.ts";

const longestMs = 5 * 60_000;
const renewMs = 15_000;
const retryDelaySeconds = 5;
const platform: Actor = { kind: "system", id: "preview" };
/** Written as "the repository's own" until it is known. */
export const mainBranchName = "";

export class PushRunner {
  readonly #host: Omit<ShipHost, "report">;
  #running: Promise<unknown> = Promise.resolve();
  readonly #known = new Set<string>();
  readonly #gone = new AbortController();

  constructor(host: Omit<ShipHost, "report">) {
    this.#host = host;
  }

  /** A queue delivery: runs in the background, after the one before. */
  run(job: PushJob): void {
    if (this.#known.has(job.pushId)) return;
    this.#known.add(job.pushId);
    const timer = setInterval(() => {
      this.#host.stayAwake();
      this.#host.keepAlive(renewLease(this.#host.db, job.id).catch(logFailure));
    }, renewMs);
    this.#running = this.#running
      .then(() => this.#work(job))
      .catch(logFailure)
      .finally(() => {
        clearInterval(timer);
        this.#known.delete(job.pushId);
      });
    this.#host.stayAwake();
    this.#host.keepAlive(this.#running);
  }

  stop(): void {
    this.#gone.abort(new Error("The project is gone."));
  }

  async #work(job: PushJob): Promise<void> {
    const { db } = this.#host;
    const record = await readPushToMake(db, job.pushId);
    if (!record || (record.push.status !== "pending" && record.push.status !== "pushing"))
      return endJob(db, job.id, "cancelled");
    try {
      if (job.attempts > job.maxAttempts) throw new PushRefusal("It broke off, and was not tried again.");
      await this.#push(record);
      await endJob(db, job.id, "completed");
    } catch (error) {
      await this.#settle(job, record, error);
    }
  }

  async #push({ push, version, project }: PushToMake): Promise<void> {
    const { env, db } = this.#host;
    const connection = await openConnection(env, db, project.workspaceId, "github");
    if (!connection) throw new PushRefusal("GitHub is not connected any more. Connect it in the workspace’s settings.");
    await recordConnectionUse(db, project.workspaceId, "github");
    await updatePush(db, push.id, { status: "pushing", step: "Reading the version" });
    this.#tell(push, "pushing", push.branch, null);
    const signal = AbortSignal.any([this.#gone.signal, AbortSignal.timeout(longestMs)]);
    const files = await readFiles(new BlobStore(env.BLOBS), await readManifest(db, version.id));
    const page = `${variables(env).APP_ORIGIN}/projects/${project.id}`;
    const about = `Version ${version.number} of ${project.name}, made with NexusGen.`;
    const pushed = await pushVersion(
      openGitHub(env, connection.secret, signal),
      {
        owner: push.owner,
        name: push.name,
        isPrivate: push.visibility === "private",
        description: project.description.slice(0, 300).replaceAll(/\s+/g, " "),
        kind: push.kind,
        branch: push.branch === mainBranchName ? null : push.branch,
        files,
        message: `${version.message}\n\n${about}`,
        body: `${about}\n\n${page}`,
        lastPushed: (branch) => lastPushed(db, push, branch),
      },
      { tell: (step, filesDone, filesTotal) => updatePush(db, push.id, { step, filesDone, filesTotal }) },
    );
    const { branch, commitSha, url } = pushed;
    await updatePush(db, push.id, { status: "done", step: "Done", branch, commitSha, url, error: null });
    const { projectId, owner, name, createdBy } = push;
    await setRepository(db, { projectId, owner, name, createdBy });
    this.#log("info", `Version ${version.number} is on GitHub: ${url}`);
    this.#tell(push, "done", branch, url);
  }

  async #settle(job: PushJob, { push }: PushToMake, error: unknown): Promise<void> {
    const { db, env } = this.#host;
    if (this.#gone.signal.aborted) return endJob(db, job.id, "cancelled");
    const message = error instanceof Error ? error.message : String(error);
    const moved = error instanceof BranchMoved;
    const refused = moved || error instanceof PushRefusal;
    if (!refused && job.attempts < job.maxAttempts) {
      logFailure(error);
      await updatePush(db, push.id, { step: `${message} Trying again in ${retryDelaySeconds} s.` });
      await failJob(db, job.id, message, retryDelaySeconds * 1_000);
      await env.JOBS.send({ jobId: job.id }, { delaySeconds: retryDelaySeconds });
      return;
    }
    const status = moved ? "moved" : "failed";
    await updatePush(db, push.id, { status, error: message, step: "Stopped" });
    await endJob(db, job.id, "dead", message);
    this.#log("error", `The push to GitHub stopped: ${message}`);
    this.#tell(push, status, push.branch, null);
  }

  #tell({ id, versionId }: PushToMake["push"], status: PushStatus, branch: string, url: string | null): void {
    this.#host.loop.append("push.updated", platform, { pushId: id, status, versionId, branch, url });
  }

  #log(level: "info" | "error", text: string): void {
    this.#host.loop.append("log.appended", platform, { generationId: null, source: "deploy", level, text });
  }
}

function logFailure(error: unknown): void {
  console.error(JSON.stringify({ level: "error", message: "could not push", error: String(error) }));
}
