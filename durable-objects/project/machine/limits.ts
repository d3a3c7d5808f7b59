// Limits of the loop (requirements N2.2, N2.3; issue text for the agents).
export const loopLimits = {
  /** Plans proposed before a rejection ends the generation. */
  planRevisions: 5,
  /** Times a review may send the code back. */
  reviewRounds: 2,
} as const;
