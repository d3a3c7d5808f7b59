// When repairing gets nowhere: the same failure again, or no fewer errors over two rounds. Counted are errors of the same step:
// an app that compiles by now and fails its tests has moved, however many they are. Pure.

export interface FailedRound {
  readonly signature: string;
  /** The step that failed. */
  readonly where: string;
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
  const rounds = [...repaired.slice(-2), now];
  if (rounds.some(({ where }) => where !== now.where)) return null;
  const counts = rounds.map((round) => round.errors);
  const [first, second, third] = counts;
  if (first == null || second == null || third == null) return null;
  return second >= first && third >= second
    ? `The number of errors has not fallen in two rounds (${counts.join(", ")}).`
    : null;
}
