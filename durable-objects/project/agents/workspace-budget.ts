// The money of a workspace in a month, which all its generations share. A call's worst case is held in D1, where one
// statement checks and holds it for all of them; what was spent is copied there before the hold is given back.
import type { Database } from "#db/client.ts";
import { copyUsage, holdSpend, type UsageSums } from "#db/queries/model-usage.ts";

export class WorkspaceBudget {
  readonly #db: Database;
  readonly #projectId: string;
  readonly #sums: () => UsageSums[];

  /** `sums`: what the generation has spent, as stored. */
  constructor(db: Database, projectId: string, sums: () => UsageSums[]) {
    this.#db = db;
    this.#projectId = projectId;
    this.#sums = sums;
  }

  /** Holds the worst case of a conversation's next call; says why not when it does not fit. */
  async hold(conversation: string, worstCaseUsd: number | null): Promise<string | null> {
    const held = await holdSpend(this.#db, { id: conversation, projectId: this.#projectId, usd: worstCaseUsd });
    if (held.granted) return null;
    const limit = `The workspace's budget of $${held.limitUsd.toFixed(2)} for this month`;
    if (worstCaseUsd === null) {
      return `${limit} could not be kept, since the price of this model is not known. Set its price (NEXUSGEN_MODELS).`;
    }
    const others = held.heldUsd > 0 ? ` and up to $${held.heldUsd.toFixed(4)} by calls under way` : "";
    return `${limit} does not allow another call: $${held.spentUsd.toFixed(4)} is spent${others}, and the next call may cost up to $${worstCaseUsd.toFixed(4)}.`;
  }

  /** The call is over: its cost is counted, its hold given back. A hold that stays, because D1 is away, expires. */
  async settle(conversation: string): Promise<void> {
    try {
      await copyUsage(this.#db, this.#projectId, this.#sums(), conversation);
    } catch (error) {
      console.error(JSON.stringify({ level: "error", message: "could not copy usage to D1", error: String(error) }));
    }
  }
}
