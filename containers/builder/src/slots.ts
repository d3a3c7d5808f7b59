// A fixed number of places for builds, first come first served.
export class Slots {
  readonly #free: number[];
  readonly #waiting: ((slot: number) => void)[] = [];
  readonly total: number;

  constructor(total: number) {
    this.total = total;
    this.#free = Array.from({ length: total }, (_, index) => index);
  }

  get running(): number {
    return this.total - this.#free.length;
  }

  get queued(): number {
    return this.#waiting.length;
  }

  /** A place's number, or undefined when `signal` fired first. `onWait` hears how many are ahead. */
  async take(signal: AbortSignal, onWait: (ahead: number) => void): Promise<number | undefined> {
    if (signal.aborted) return undefined;
    const free = this.#free.shift();
    if (free !== undefined) return free;
    onWait(this.#waiting.length);
    return await new Promise((resolve) => {
      const receive = (slot: number): void => {
        signal.removeEventListener("abort", leave);
        resolve(slot);
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(receive), 1);
        resolve(undefined);
      };
      this.#waiting.push(receive);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  give(slot: number): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(slot);
    else next(slot);
  }
}
