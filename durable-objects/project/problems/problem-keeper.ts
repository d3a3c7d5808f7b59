// Problems that the running app reports: grouped, counted, told of, dismissed, handed to a repair. What it is given comes
// from the app and is read by `readAppFault` alone.
import { readAppFault } from "#engine/heal/runtime/read-app-fault.ts";
import { type AppProblem, defaultDailyRepairs, type ProblemStatus } from "#protocol/app-problem.ts";
import type { Actor } from "#protocol/envelope.ts";
import type { ProjectLoop } from "../loop.ts";
import { RateBudget } from "../rate-budget.ts";
import type { AppReport, Outcome } from "../rpc.ts";
import { type FaultSeen, ProblemStore, type StoredProblem } from "./problem-store.ts";

const previewActor: Actor = { kind: "system", id: "preview" };
/** A page sees its request fail this much after the server did, at most. */
const sameRequestMs = 10_000;
const reportsPerMinute = 60;
/** Events are for people, and the log holds a limited number: the first times, then ever fewer. */
const toldCounts = [1, 2, 3, 5, 10, 25, 50, 100, 250, 500];
const thenEvery = 1_000;

export class ProblemKeeper {
  readonly #store: ProblemStore;
  readonly #loop: ProjectLoop;
  readonly #budget = new RateBudget(reportsPerMinute, 60_000);

  constructor(sql: SqlStorage, loop: ProjectLoop) {
    this.#store = new ProblemStore(sql);
    this.#loop = loop;
  }

  /** The problem, when it is one that should be repaired without being asked. */
  report({ environment, versionId, fault: reported, watching }: AppReport): AppProblem | null {
    const now = Date.now();
    if (!this.#budget.take(environment, now)) return null;
    const seen: FaultSeen = {
      fault: readAppFault(reported),
      environment,
      versionId,
      at: new Date(now).toISOString(),
    };
    const problem = this.#record(seen, now);
    if (problem === null || watching.mode !== "automatic" || environment !== "preview") return null;
    // Once for each problem: what a repair did not mend, another one of the same kind will not.
    if (problem.status !== "open" || problem.repair !== null) return null;
    const begun = this.#store.automaticRepairsSince(seen.at.slice(0, 10));
    return begun < (watching.dailyRepairs ?? defaultDailyRepairs) ? problem : null;
  }

  find(id: string): StoredProblem | null {
    return this.#store.find(id);
  }

  list(limit: number, before: string | null, status: ProblemStatus | null): AppProblem[] {
    return this.#store.list(limit, before, status);
  }

  dismiss(id: string, actor: Actor): Outcome<AppProblem> {
    const found = this.#store.find(id);
    if (!found) return { ok: false, code: "NOT_FOUND_ERROR", message: "This problem does not exist." };
    if (found.view.status === "repairing") {
      return { ok: false, code: "CONFLICT", message: "This problem is being repaired. Cancel the repair first." };
    }
    this.#store.dismiss(id, new Date().toISOString());
    return { ok: true, value: this.#tell(id, actor) };
  }

  beginRepair(id: string, repair: { generationId: string; automatic: boolean }, actor: Actor): void {
    this.#store.beginRepair(id, { ...repair, at: new Date().toISOString() });
    this.#tell(id, actor);
  }

  #record(seen: FaultSeen, now: number): AppProblem | null {
    const { fault } = seen;
    const cause =
      fault.kind === "response" ? this.#store.findCause(seen, new Date(now - sameRequestMs).toISOString()) : null;
    if (cause !== null) {
      this.#store.seeAgain(cause, seen, false);
      return cause.view.status === "dismissed" ? null : this.#tell(cause.view.id, previewActor);
    }
    const known = this.#store.findAlike(seen);
    if (known === null) return this.#tell(this.#store.add(seen), previewActor);
    this.#store.seeAgain(known, seen, true);
    const after = this.#store.find(known.view.id)?.view ?? null;
    if (after === null) return null;
    const isTold = toldCounts.includes(after.count) || after.count % thenEvery === 0;
    if (after.status !== known.view.status || (isTold && after.status !== "dismissed")) {
      return this.#tell(after.id, previewActor);
    }
    return after;
  }

  #tell(id: string, actor: Actor): AppProblem {
    const problem = this.#store.find(id)?.view;
    if (!problem) throw new Error(`Problem ${id} is gone.`);
    this.#loop.append("problem.updated", actor, { problem });
    return problem;
  }
}
