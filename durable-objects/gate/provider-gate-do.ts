// The circuit breaker of one model provider, shared by every project that calls it: engine/llm/circuit-breaker.ts decides,
// this object remembers.
import { DurableObject } from "cloudflare:workers";
import { admit, type BreakerState, closedBreaker, record } from "#engine/llm/circuit-breaker.ts";
import type { Env } from "../../workers/env.ts";

const key = "breaker";

export class ProviderGateDO extends DurableObject<Env> {
  /** 0 when a call may go out now, else how many ms the breaker stays open. */
  async admit(): Promise<number> {
    const { state, waitMs } = admit(this.#state, Date.now());
    this.#store(state);
    return waitMs;
  }

  async record(worked: boolean): Promise<void> {
    this.#store(record(this.#state, worked, Date.now()));
  }

  get #state(): BreakerState {
    return this.ctx.storage.kv.get<BreakerState>(key) ?? closedBreaker;
  }

  #store(state: BreakerState): void {
    // Nearly every call works: nothing is written then.
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.ctx.storage.kv.put(key, state);
  }
}
