// How often something may happen for a key, per second or per minute. In memory: eviction forgives.

export class RateBudget {
  readonly #most: number;
  readonly #windowMs: number;
  readonly #used = new Map<string, { window: number; count: number }>();

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** False when this one is one too many. `now`: ms since the epoch. */
  take(key: string, now: number): boolean {
    const window = Math.floor(now / this.#windowMs);
    const used = this.#used.get(key);
    if (used?.window !== window) {
      this.#used.set(key, { window, count: 1 });
      return true;
    }
    used.count += 1;
    return used.count <= this.#most;
  }
}
