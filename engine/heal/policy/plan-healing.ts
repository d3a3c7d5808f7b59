// What is done next about a failure, of everything that is left: a repair that is known or can be worked out, the same run
// again, a fallback, a human. Pure; the caller says what it has and what was done before.
//
// The table gives the order of moves; sources of repairs are asked in theirs: exact from the cache, similar from the cache,
// rule, model. Nothing is repaired or run again once nothing moves: what is left then are the fallbacks.
import type { ErrorCategory } from "../diagnosis.ts";
import { findStandstill } from "./standstill.ts";
import { delayBefore, type Fallback, type Move, mayPass, policyTable, retryLimits } from "./policy-table.ts";

export const repairSources = ["cache", "similar", "rule", "model"] as const;
export type RepairSource = (typeof repairSources)[number];

export type TakenFallback = Exclude<Fallback, "human">;

export type HealingStep =
  | { readonly kind: "repair"; readonly source: RepairSource }
  | { readonly kind: "retry"; readonly delayMs: number }
  /** `reason`: why nothing before it is tried again; for the user. */
  | { readonly kind: "fallback"; readonly fallback: TakenFallback; readonly reason: string }
  /** Nothing is left, or nothing moves. */
  | { readonly kind: "hand-over"; readonly reason: string };

export interface TriedRound {
  readonly signature: string;
  /** The step that failed. */
  readonly where: string;
  readonly category: ErrorCategory;
  /** Errors that were counted; null where they cannot be. */
  readonly errors: number | null;
  /** What was done about it. */
  readonly did:
    | { readonly kind: "repair"; readonly source: RepairSource }
    | { readonly kind: "retry" }
    | { readonly kind: "fallback"; readonly fallback: TakenFallback };
}

export interface Situation {
  readonly category: ErrorCategory;
  readonly kind: string;
  readonly signature: string;
  readonly where: string;
  readonly errors: number | null;
  /** Where a repair for this failure can be had now. */
  readonly offers: readonly RepairSource[];
  /** Fallbacks that this project can take: there is a green version, a lockfile, something left to leave out … */
  readonly possible: readonly Fallback[];
  /** Oldest first. */
  readonly rounds: readonly TriedRound[];
}

/** A second source may know better than the first one did; a third one has not earned the money. */
const waysToRepair = 2;

export function planHealing(situation: Situation, random: number): HealingStep {
  const { category, kind, rounds, possible } = situation;
  const policy = policyTable[category];
  const repaired = rounds.filter(({ did }) => did.kind === "repair");
  const stop = findStandstill(repaired, situation, waysToRepair);
  const moves = stop === null && rounds.filter(isTry).length < retryLimits.inAll;
  const retried = rounds.filter((round) => round.category === category && round.did.kind === "retry").length;
  const source = moves && repaired.length < policy.repairs ? nextSource(situation) : undefined;
  const reason = stop ?? findStandstill(repaired, situation) ?? "Nothing else is known to help.";
  const plan = (move: Move): HealingStep | null => {
    switch (move) {
      case "repair":
        return source === undefined ? null : { kind: "repair", source };
      case "retry":
        return moves && retried < policy.retries && mayPass(category, kind)
          ? { kind: "retry", delayMs: delayBefore(retried, random) }
          : null;
      case "human":
        return { kind: "hand-over", reason };
      default: {
        const taken = rounds.some(({ did }) => did.kind === "fallback" && did.fallback === move);
        return taken || !possible.includes(move) ? null : { kind: "fallback", fallback: move, reason };
      }
    }
  };
  for (const move of policy.moves) {
    const step = plan(move);
    if (step !== null) return step;
  }
  return { kind: "hand-over", reason };
}

const isTry = ({ did }: TriedRound): boolean => did.kind === "repair" || did.kind === "retry";

/** The best source that has not been used for this very failure. */
function nextSource({ offers, rounds, signature }: Situation): RepairSource | undefined {
  const used = rounds.flatMap(({ did, signature: failed }) =>
    failed === signature && did.kind === "repair" ? did.source : [],
  );
  return repairSources.find((source) => offers.includes(source) && !used.includes(source));
}
