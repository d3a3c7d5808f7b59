// What is done next about a failure, of everything that is left: a repair that is known or can be worked out, the same run
// again, a fallback, a human. Pure; the caller says what it has and what was done before.
//
// Order: stop when nothing moves → repair (exact from the cache, similar from the cache, rule, model) → run again → fallbacks.
// A fault of the network is run again before anything is changed.
import type { ErrorCategory } from "../diagnosis.ts";
import { findStandstill } from "./standstill.ts";
import { delayBefore, type Fallback, policyTable, retryLimits } from "./policy-table.ts";

export const repairSources = ["cache", "similar", "rule", "model"] as const;
export type RepairSource = (typeof repairSources)[number];

export type HealingStep =
  | { readonly kind: "repair"; readonly source: RepairSource }
  | { readonly kind: "retry"; readonly delayMs: number }
  | { readonly kind: "fallback"; readonly fallback: Exclude<Fallback, "human"> }
  /** Nothing is left, or nothing moves. `reason` is for the user. */
  | { readonly kind: "hand-over"; readonly reason: string };

export interface FailedRound {
  readonly signature: string;
  readonly category: ErrorCategory;
  /** Errors that were counted; null where they cannot be. */
  readonly errors: number | null;
  /** What was done about it. */
  readonly step: HealingStep;
}

export interface Situation {
  readonly category: ErrorCategory;
  readonly signature: string;
  readonly errors: number | null;
  /** Where a repair for this signature can be had now. */
  readonly offers: readonly RepairSource[];
  /** Fallbacks that this project can take: there is a green version, a second package manager … */
  readonly possible: readonly Fallback[];
  /** Oldest first. */
  readonly rounds: readonly FailedRound[];
}

/** A second source may know better than the first one did; a third one has not earned the money. */
const waysToRepair = 2;

export function planHealing(situation: Situation, random: number): HealingStep {
  const { category, rounds } = situation;
  const policy = policyTable[category];
  const retried = rounds.filter((round) => round.category === category && round.step.kind === "retry").length;
  const mayRetry = retried < policy.retries && rounds.filter(isTry).length < retryLimits.inAll;
  const retry: HealingStep = { kind: "retry", delayMs: delayBefore(retried, random) };
  if (category === "network" && mayRetry) return retry;
  const repaired = rounds.filter(({ step }) => step.kind === "repair");
  const stop = findStandstill(repaired, situation, waysToRepair);
  const source =
    stop === null && repaired.length < policy.repairs && rounds.filter(isTry).length < retryLimits.inAll
      ? nextSource(situation)
      : undefined;
  if (source !== undefined) return { kind: "repair", source };
  if (stop === null && mayRetry) return retry;
  const fallback = policy.fallbacks.find(
    (each) =>
      each !== "human" &&
      situation.possible.includes(each) &&
      !rounds.some(({ step }) => step.kind === "fallback" && step.fallback === each),
  );
  if (fallback !== undefined && fallback !== "human") return { kind: "fallback", fallback };
  return {
    kind: "hand-over",
    reason: stop ?? `Everything that may be tried for a failure of the kind "${category}" was tried.`,
  };
}

const isTry = ({ step }: FailedRound): boolean => step.kind === "repair" || step.kind === "retry";

/** The best source that has not been used for this very failure. */
function nextSource({ offers, rounds, signature }: Situation): RepairSource | undefined {
  const used = rounds.flatMap(({ step, signature: failed }) =>
    failed === signature && step.kind === "repair" ? step.source : [],
  );
  return repairSources.find((source) => offers.includes(source) && !used.includes(source));
}
