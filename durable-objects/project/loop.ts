// The loop of one project: takes events, asks the machine, and stores the new state, its events and its effect in one
// transaction. What runs afterwards is the effect runner's business; who hears of it is the channel's.
import { newId } from "#db/ids.ts";
import { monthOf } from "#db/queries/model-usage.ts";
import { type Actor, type EphemeralEnvelope, protocolVersion } from "#protocol/envelope.ts";
import { isEndState, type EndState } from "#protocol/loop-state.ts";
import type { GenerationView, ProjectEvents, ProjectEventType } from "#protocol/project-events.ts";
import type { Broadcaster } from "../channel/broadcaster.ts";
import type { EventLog } from "../channel/event-log.ts";
import type { Spent } from "./effects/work.ts";
import { newLoopContext } from "./machine/context.ts";
import type { LoopEvent } from "./machine/events.ts";
import { transition, workOf } from "./machine/transition.ts";
import type { ProjectSnapshot } from "#protocol/project-snapshot.ts";
import type { Outcome, StartGeneration } from "./rpc.ts";
import type { GenerationRecord, LoopStore } from "./storage/loop-store.ts";
import { newView, updateView } from "./storage/view.ts";

/** Appends to the log inside the transaction that moves the loop. */
export type Append = <T extends ProjectEventType>(type: T, actor: Actor, data: ProjectEvents[T]) => void;

/** What a result brings besides the move: events to append and fields of the record to set. */
export type Commit = (append: Append, record: GenerationRecord) => Partial<Pick<GenerationRecord, "prd">> | void;

export interface Dispatched {
  outcome: Outcome<GenerationView>;
  moved: boolean;
}

const loopActor: Actor = { kind: "system", id: "loop" };

const endEvents: Readonly<Record<EndState, ProjectEventType & `generation.${string}`>> = {
  complete: "generation.completed",
  failed: "generation.failed",
  escalated: "generation.escalated",
  cancelled: "generation.cancelled",
};

export class ProjectLoop {
  readonly #storage: DurableObjectStorage;
  readonly #store: LoopStore;
  readonly #log: EventLog;
  readonly #broadcaster: Broadcaster;

  constructor(storage: DurableObjectStorage, store: LoopStore, log: EventLog, broadcaster: Broadcaster) {
    this.#storage = storage;
    this.#store = store;
    this.#log = log;
    this.#broadcaster = broadcaster;
  }

  /** One generation at a time: while one is neither ended nor refused, another is a conflict. */
  start(input: StartGeneration): Outcome<GenerationView> {
    const current = this.#store.newest();
    if (current && !isEndState(current.context.state)) {
      const message = `A generation of this project is ${current.context.state}. Wait for it, or cancel it first.`;
      return { ok: false, code: "CONFLICT", message };
    }
    const context = newLoopContext(input.mode, input.versionId, input.repairs?.diagnosis);
    const id = newId("generation");
    const record = { id, input, context, view: newView(id, input, context, new Date()), prd: null };
    const actor: Actor = { kind: "user", id: input.actorId };
    this.#transact((append) => {
      this.#store.put(record);
      append("generation.created", actor, { generation: record.view });
      append("message.created", actor, {
        messageId: newId("message"),
        role: "user",
        text: input.prompt,
        generationId: id,
      });
    });
    return this.dispatch(id, { type: "start" }, actor).outcome;
  }

  dispatch(generationId: string, event: LoopEvent, actor: Actor = loopActor, commit?: Commit): Dispatched {
    const record = this.#store.generation(generationId);
    if (!record) {
      return {
        moved: false,
        outcome: { ok: false, code: "NOT_FOUND_ERROR", message: "This generation does not exist." },
      };
    }
    const result = transition(record.context, event);
    if (result.kind === "refused") {
      return { moved: false, outcome: { ok: false, code: "CONFLICT", message: result.reason } };
    }
    if (result.kind === "ignored") return { moved: false, outcome: { ok: true, value: record.view } };
    const { context } = result;
    const from = record.context.state;
    const to = context.state;
    const now = new Date();
    const view = updateView(record.view, context, now);
    this.#transact((append) => {
      const changes = commit?.(append, record) ?? {};
      this.#store.put({ ...record, ...changes, context, view });
      const work = workOf(to);
      const delay = event.type === "healed" && event.remedy.kind === "retry" ? event.remedy.delayMs : 0;
      this.#store.replaceEffect(
        generationId,
        work && {
          generationId,
          run: context.run,
          work,
          token: newId("version").slice("ver_".length),
          notBefore: now.getTime() + delay,
          failures: 0,
          started: false,
        },
      );
      if (isEndState(to)) this.#store.closeStep(generationId, now.getTime());
      else this.#store.openStep(generationId, to, now.getTime());
      append("loop.transition", actor, { generationId, from, to, reason: result.reason });
      const { account } = context;
      if (to === "escalated" && account) append("generation.escalated", actor, { generation: view, account });
      else append(isEndState(to) ? endEvents[to] : "generation.updated", actor, { generation: view });
    });
    return { moved: true, outcome: { ok: true, value: view } };
  }

  /** Appends outside a move: log lines, progress of a build. */
  append<T extends ProjectEventType>(type: T, actor: Actor, data: ProjectEvents[T]): void {
    this.#transact((append) => append(type, actor, data));
  }

  /** Counts what a call to a model cost; the sums are the generation's own from then on. */
  recordUsage(generationId: string, spent: Spent): void {
    this.#transact((append) => {
      const record = this.#store.generation(generationId);
      if (!record) return;
      const { view } = record;
      const usage = {
        inputTokens: view.inputTokens + spent.inputTokens,
        outputTokens: view.outputTokens + spent.outputTokens,
        costUsd: view.costUsd + spent.costUsd,
      };
      const more = {
        cachedTokens: (view.cachedTokens ?? 0) + spent.cachedTokens,
        lostUsd: (view.lostUsd ?? 0) + (spent.lost ? spent.costUsd : 0),
      };
      this.#store.put({ ...record, view: { ...view, ...usage, ...more } });
      this.#store.addUsage(generationId, monthOf(new Date()), spent);
      append("usage.updated", loopActor, { generationId, ...usage, ...more });
    });
  }

  /** To the sockets alone: not stored, without a seq. */
  tell(type: EphemeralEnvelope["type"], actor: Actor, data: Record<string, unknown>): void {
    const envelope: EphemeralEnvelope = { v: protocolVersion, ts: new Date().toISOString(), type, actor, data };
    this.#broadcaster.publish(null, JSON.stringify(envelope));
  }

  /** Sends what waits to be sent together. */
  flush(): void {
    this.#broadcaster.flush();
  }

  snapshot(): ProjectSnapshot {
    const record = this.#store.newest();
    return {
      seq: this.#log.newest,
      generation: record?.view ?? null,
      prd: record?.prd ?? null,
      steps: record ? this.#store.steps(record.id) : [],
      versionId: record?.view.versionId ?? null,
      previewUrl: record?.view.previewUrl ?? null,
    };
  }

  #transact(change: (append: Append) => void): void {
    const appended: { seq: number; json: string }[] = [];
    const append: Append = (type, actor, data) => void appended.push(this.#log.append(type, actor, data));
    try {
      this.#storage.transactionSync(() => change(append));
    } catch (error) {
      this.#log.reload();
      throw error;
    }
    for (const event of appended) this.#broadcaster.publish(event.seq, event.json);
  }
}
