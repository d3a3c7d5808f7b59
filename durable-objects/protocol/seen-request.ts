/** A request that the server of a running preview answered, for its project's people. */
export interface SeenRequest {
  /** ISO 8601, UTC. */
  at: string;
  method: string;
  /** Without its query, which may hold what somebody typed. */
  path: string;
  status: number;
  ms: number;
}

/** How many of a project are kept, in memory alone. */
export const mostSeenRequests = 300;
