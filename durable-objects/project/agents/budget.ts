// The money of one generation: what was spent, what the calls under way may still cost, and whether another one fits.

export class Budget {
  readonly #limitUsd: number | null;
  readonly #spentUsd: () => number;
  readonly #held = new Map<string, number>();

  /** `limitUsd`: null when the generation has none. `spentUsd`: as stored, so that it holds after a restart. */
  constructor(limitUsd: number | null, spentUsd: () => number) {
    this.#limitUsd = limitUsd;
    this.#spentUsd = spentUsd;
  }

  /** Holds the worst case of a conversation's next call; says why not when it does not fit. */
  hold(conversation: string, worstCaseUsd: number | null): string | null {
    this.#held.delete(conversation);
    if (this.#limitUsd === null) return null;
    if (worstCaseUsd === null) {
      return "The price of this model is not known, so the budget could not be kept. Set its price (NEXUSGEN_MODELS), or start without a budget.";
    }
    const others = [...this.#held.values()].reduce((sum, usd) => sum + usd, 0);
    const spent = this.#spentUsd();
    if (spent + others + worstCaseUsd > this.#limitUsd) {
      return `The budget of $${this.#limitUsd.toFixed(2)} does not allow another call: $${spent.toFixed(4)} is spent, and the next call may cost up to $${worstCaseUsd.toFixed(4)}.`;
    }
    this.#held.set(conversation, worstCaseUsd);
    return null;
  }

  /** The call is over and its cost is counted. */
  release(conversation: string): void {
    this.#held.delete(conversation);
  }
}
