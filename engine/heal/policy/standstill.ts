// When repairing gets nowhere: the same failure again, or no fewer errors over two rounds. Pure.

export interface FailedRound {
  readonly signature: string;
  /** Null where they cannot be counted. */
  readonly errors: number | null;
}

/**
 * `repaired`: failures that a repair of the code followed, oldest first; `now`: what fails after the last of them. `ways`:
 * how many different ways of repairing one and the same failure are tried.
 */
export function findStandstill(repaired: readonly FailedRound[], now: FailedRound, ways = 1): string | null {
  const same = repaired.filter((round) => round.signature === now.signature).length;
  if (same >= ways) return `The same error came back after ${same === 1 ? "a repair" : `${same} repairs`}.`;
  const counts = [...repaired.slice(-2), now].map((round) => round.errors);
  const [first, second, third] = counts;
  if (first == null || second == null || third == null) return null;
  return second >= first && third >= second
    ? `The number of errors has not fallen in two rounds (${counts.join(", ")}).`
    : null;
}
