// One project: adapts sockets, alarms, storage and RPC around the loop (loop.ts), its effects (effect-runner.ts) and
// the channel. Eviction and crashes are ordinary: everything that matters is in storage.
import { DurableObject } from "cloudflare:workers";
import { openDatabase } from "#db/client.ts";
import { describePlanEdit } from "#engine/prd/plan-edits.ts";
import { newId } from "#db/ids.ts";
import { readVersion } from "#db/queries/version-writes.ts";
import { deploymentEnvironments } from "#protocol/deployments.ts";
import { mostSeenRequests, type SeenRequest } from "#protocol/seen-request.ts";
import type { Envelope } from "#protocol/envelope.ts";
import type { ControlFrame } from "#protocol/frames.ts";
import { scrubStack, scrubText } from "#engine/heal/runtime/scrub-text.ts";
import type { AppProblem } from "#protocol/app-problem.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import { isEndState } from "#protocol/loop-state.ts";
import type { Env } from "../../workers/env.ts";
import { BlobStore } from "../../workers/storage/blobs.ts";
import type { JobHandle } from "../../workers/jobs/job.ts";
import { loadModels } from "../../workers/models/load-models.ts";
import { destroyApp } from "../../workers/preview/fetch-app.ts";
import { Broadcaster, type SocketAttachment } from "../channel/broadcaster.ts";
import { EventLog } from "../channel/event-log.ts";
import { issueTicket, redeemTicket } from "../channel/tickets.ts";
import { CheckRunner } from "./checks/check-runner.ts";
import { EffectRunner } from "./effect-runner.ts";
import { ProjectLoop } from "./loop.ts";
import type { LoopEvent } from "./machine/events.ts";
import type { ProjectSnapshot } from "#protocol/project-snapshot.ts";
import { RateBudget } from "./rate-budget.ts";
import { readEditedPlan } from "./read-edited-plan.ts";
import { planRepair } from "./problems/plan-repair.ts";
import { ProblemKeeper } from "./problems/problem-keeper.ts";
import { StackTracer } from "./problems/stack-tracer.ts";
import type { AppFailure, AppReport, Outcome, ProjectRpc, StartGeneration } from "./rpc.ts";
import { PushRunner } from "./shipping/push-runner.ts";
import { ShipRunner } from "./shipping/ship-runner.ts";
import { answerFrame } from "./socket.ts";
import { AgentStore } from "./storage/agent-store.ts";
import { LoopStore } from "./storage/loop-store.ts";
import { migrateStorage } from "./storage/schema.ts";

const awakeMs = 15_000;
const previewActor = { kind: "system", id: "preview" } as const;

type NewVersion = Parameters<ProjectRpc["appendVersionCreated"]>[0];
type RepairProblem = Parameters<ProjectRpc["repairProblem"]>[0];
type ListProblems = Parameters<ProjectRpc["problems"]>[0];
type SettledHandover = Parameters<ProjectRpc["appendHandoverSettled"]>[0];
type Command = Parameters<ProjectRpc["command"]>[0];

export class ProjectDO extends DurableObject<Env> implements ProjectRpc {
  #log!: EventLog;
  #store!: LoopStore;
  #loop!: ProjectLoop;
  #runner!: EffectRunner;
  #checks!: CheckRunner;
  #pushes!: PushRunner;
  #ships!: ShipRunner;
  #problems!: ProblemKeeper;
  /** In memory alone: news, not records. */
  #requests: SeenRequest[] = [];
  readonly #frames = new RateBudget(100, 1_000);
  readonly #tracer = new StackTracer(new BlobStore(this.env.BLOBS));
  readonly #appFailures = new RateBudget(10, 60_000);

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('{"op":"ping"}', '{"op":"pong"}'));
    this.#open();
    if (this.#store.effects().length > 0) this.ctx.waitUntil(this.wake());
  }

  #open(): void {
    const { ctx, env } = this;
    migrateStorage(ctx.storage);
    this.#log = new EventLog(ctx.storage.sql);
    this.#store = new LoopStore(ctx.storage.sql);
    const broadcaster = new Broadcaster(() => ctx.getWebSockets());
    this.#loop = new ProjectLoop(ctx.storage, this.#store, this.#log, broadcaster);
    this.#problems = new ProblemKeeper(ctx.storage.sql, this.#loop);
    const db = openDatabase(env.DB);
    const aside = {
      env,
      db,
      loop: this.#loop,
      keepAlive: (promise: Promise<unknown>) => ctx.waitUntil(promise),
      stayAwake: () => {
        // Effects set alarms of their own, which come sooner.
        if (this.#store.effects().length === 0) ctx.waitUntil(ctx.storage.setAlarm(Date.now() + awakeMs));
      },
    };
    this.#checks = new CheckRunner(aside);
    this.#pushes = new PushRunner(aside);
    this.#ships = new ShipRunner({ ...aside, report: (problem) => this.reportProblem(problem) });
    this.#runner = new EffectRunner({
      env,
      db,
      store: this.#store,
      agents: new AgentStore(ctx.storage),
      loop: this.#loop,
      wakeAt: (time) => ctx.waitUntil(ctx.storage.setAlarm(time)),
      keepAlive: (promise) => ctx.waitUntil(promise),
    });
  }

  startGeneration(input: StartGeneration): Promise<Outcome<GenerationView>> {
    return this.#start(input);
  }

  /** `begun` runs in the same moment, so that neither is stored without the other. */
  async #start(input: StartGeneration, begun?: (generation: GenerationView) => void): Promise<Outcome<GenerationView>> {
    const { names } = await loadModels(this.env, openDatabase(this.env.DB), input.projectId);
    const provider = input.provider ?? names[0] ?? "builtin";
    if (!names.includes(provider)) {
      const message = `The provider "${provider}" is not set up here. Choose one of: ${names.join(", ")}.`;
      return { ok: false, code: "VALIDATION_ERROR", message };
    }
    const outcome = this.#loop.start({ ...input, provider });
    if (outcome.ok) begun?.(outcome.value);
    return this.#settle(outcome);
  }

  async command({ generationId, command, actorId, comment, prd }: Command): Promise<Outcome<GenerationView>> {
    const record = this.#store.generation(generationId);
    const before = record?.context;
    const changed = prd && record?.prd ? readEditedPlan(record.prd, prd) : null;
    if (changed && !changed.ok) return changed;
    const edits = changed?.value.edits ?? (prd ? [] : undefined);
    const event: LoopEvent =
      command === "reject"
        ? { type: command, comment, ...(edits && { edits }) }
        : command === "approve"
          ? { type: command, comment, ...(edits && { edits }) }
          : { type: command };
    const asks = before?.state === "awaiting_approval" && before.questions === "open";
    const waitsForPlan = before?.state === "awaiting_approval" && !asks;
    const actor = { kind: "user", id: actorId } as const;
    const { outcome } = this.#loop.dispatch(generationId, event, actor, (append) => {
      if (comment !== null && (asks || command === "approve"))
        append("message.created", actor, { messageId: newId("message"), role: "user", text: comment, generationId });
      if (changed && changed.value.edits.length > 0) {
        const { prd: edited, edits: steps } = changed.value;
        append("plan.edited", actor, { generationId, prd: edited, changes: steps.map(describePlanEdit) });
      }
      if (command === "approve" && waitsForPlan) append("plan.approved", actor, { generationId });
      if (command === "reject" && waitsForPlan) append("plan.rejected", actor, { generationId, comment });
      return changed ? { prd: changed.value.prd } : {};
    });
    return this.#settle(outcome);
  }

  /** Effects start and stop at once; the answer waits until D1 shows the new state. */
  async #settle(outcome: Outcome<GenerationView>): Promise<Outcome<GenerationView>> {
    this.#runner.tick();
    await this.#runner.mirror();
    return outcome;
  }

  async generation(generationId: string): Promise<GenerationView | null> {
    return this.#store.generation(generationId)?.view ?? null;
  }

  async events({
    after,
    limit,
  }: {
    after: number;
    limit: number;
  }): Promise<{ items: Envelope[]; nextCursor: string | null }> {
    const rows = this.#log.since(after, limit);
    const last = rows.at(-1)?.seq;
    const more = last !== undefined && last < this.#log.newest;
    return {
      items: rows.map((row) => JSON.parse(row.json) as Envelope),
      nextCursor: more ? String(last) : null,
    };
  }

  async snapshot(): Promise<ProjectSnapshot> {
    return this.#loop.snapshot();
  }

  async createSocketTicket(holder: { userId: string; canWrite: boolean }): Promise<{ ticket: string }> {
    return { ticket: await issueTicket(this.#store, holder) };
  }

  async appendHandoverSettled({ actorId, ...settled }: SettledHandover): Promise<void> {
    this.#loop.append("handover.settled", { kind: "user", id: actorId }, settled);
  }

  async appendVersionCreated({ actorId, versionId, changes }: NewVersion): Promise<void> {
    const version = await readVersion(openDatabase(this.env.DB), versionId);
    if (!version) return;
    const { number, message, parentId, fileCount } = version;
    const actor = { kind: "user", id: actorId } as const;
    for (const change of changes) this.#loop.append("file.changed", actor, { generationId: null, ...change });
    this.#loop.append("version.created", actor, { versionId, number, message, parentId, fileCount });
  }

  async appendDeployment({ actorId, ...told }: Parameters<ProjectRpc["appendDeployment"]>[0]): Promise<void> {
    this.#loop.append("deployment.updated", { kind: "user", id: actorId }, told);
  }

  async cancelDeployment(deploymentId: string): Promise<void> {
    this.#ships.cancel(deploymentId);
  }

  async reportAppFailure({ method, path, reason: said, watching, ...app }: AppFailure): Promise<void> {
    const reason = await this.#tracer.trace(app.revision, said);
    const [text = "", ...frames] = reason.split("\n");
    // A few a minute tell the story; the rest would only push the log out.
    if (this.#appFailures.take(app.environment, Date.now())) {
      const generationId = this.#store.newest()?.id ?? null;
      const told = [scrubText(text, 2_000), ...scrubStack(reason, 20).map((line) => `    ${line}`)].join("\n");
      const line = `${path} failed (${app.environment}): ${told}`;
      this.#loop.append("log.appended", previewActor, { generationId, source: "preview", level: "error", text: line });
    }
    const fault = { kind: "server", page: path, text, stack: frames.join("\n"), request: { method, path } } as const;
    if (watching) await this.#report({ ...app, watching, fault });
  }

  async reportProblem(report: AppReport): Promise<void> {
    const { stack } = report.fault;
    const fault = { ...report.fault, ...(stack && { stack: await this.#tracer.trace(report.revision, stack) }) };
    await this.#report({ ...report, fault });
  }

  async #report(report: AppReport): Promise<void> {
    const due = this.#problems.report(report);
    if (due === null) return;
    const started = await this.#repair(report.projectId, due.id, null);
    // Something else is under way: the next report of it tries again.
    if (!started.ok && started.code !== "CONFLICT") console.warn(`No automatic repair: ${started.message}`);
  }

  async noteRequests(requests: SeenRequest[]): Promise<void> {
    this.#requests = [...requests.toReversed(), ...this.#requests].slice(0, mostSeenRequests);
  }

  async requests(): Promise<SeenRequest[]> {
    return this.#requests;
  }

  repairProblem({ projectId, problemId, actorId }: RepairProblem): Promise<Outcome<GenerationView>> {
    return this.#repair(projectId, problemId, actorId);
  }

  /** `actorId`: null where nobody asked for it. */
  async #repair(projectId: string, problemId: string, actorId: string | null): Promise<Outcome<GenerationView>> {
    const found = this.#problems.find(problemId);
    if (!found) return { ok: false, code: "NOT_FOUND_ERROR", message: "This problem does not exist." };
    const planned = await planRepair(openDatabase(this.env.DB), projectId, found, actorId);
    if (!planned.ok) return planned;
    const actor = actorId === null ? previewActor : ({ kind: "user", id: actorId } as const);
    return this.#start(planned.value, ({ id }) =>
      this.#problems.beginRepair(problemId, { generationId: id, automatic: actorId === null }, actor),
    );
  }

  async problems({ limit, before, status }: ListProblems): Promise<AppProblem[]> {
    return this.#problems.list(limit, before, status);
  }

  async dismissProblem({ problemId, actorId }: { problemId: string; actorId: string }): Promise<Outcome<AppProblem>> {
    return this.#problems.dismiss(problemId, { kind: "user", id: actorId });
  }

  /** From the job consumer. False when the loop no longer waits for this job. */
  async runJob(job: JobHandle): Promise<boolean> {
    if (job.type === "check") this.#checks.run(job);
    else if (job.type === "ship") this.#ships.run(job);
    else if (job.type === "push") this.#pushes.run(job);
    else return this.#runner.runJob(job);
    return true;
  }

  /** Finds what should be running and is not. */
  async wake(): Promise<void> {
    this.#runner.tick();
  }

  override async alarm(): Promise<void> {
    this.#runner.tick();
  }

  async setAside({ actorId }: { actorId: string }): Promise<void> {
    const generation = this.#store.newest()?.view;
    if (generation && !isEndState(generation.status))
      await this.command({ generationId: generation.id, command: "cancel", actorId, comment: null, prd: null });
    this.#checks.stop();
    for (const socket of this.ctx.getWebSockets()) socket.close(4004, "This project was deleted.");
  }

  async destroy(): Promise<void> {
    const projectId = this.#store.newest()?.input.projectId;
    this.#runner.stopAll();
    this.#checks.stop();
    this.#ships.stop();
    this.#pushes.stop();
    for (const socket of this.ctx.getWebSockets()) socket.close(4004, "This project was deleted.");
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#open();
    if (projectId === undefined) return;
    for (const environment of deploymentEnvironments) await destroyApp(this.env, { projectId, environment });
  }

  override async fetch(request: Request): Promise<Response> {
    if (request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
      return new Response("Expected a WebSocket.", {
        status: 426,
        headers: { upgrade: "websocket" },
      });
    }
    const holder = await redeemTicket(this.#store, new URL(request.url).searchParams.get("ticket") ?? "");
    if (!holder)
      return new Response("This ticket was used or has expired. Ask for a new one.", {
        status: 401,
      });
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    server.serializeAttachment({ ...holder, resumed: null } satisfies SocketAttachment);
    return new Response(null, { status: 101, webSocket: client });
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    const attachment = socket.deserializeAttachment() as SocketAttachment;
    const refusal = await answerFrame(socket, attachment, message, {
      log: this.#log,
      budget: this.#frames,
      command: (input) => this.command(input),
    });
    if (refusal) socket.send(JSON.stringify(refusal satisfies ControlFrame));
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    // 1005 and 1006 say that no code arrived; they cannot be sent.
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
  }
}
