// The states of a generation, as the API shows them in `status`.
export const loopStates = [
  "idle",
  "planning",
  "awaiting_approval",
  "coding",
  "reviewing",
  "building",
  "testing",
  "healing",
  "deploying",
  "preview",
  "production",
  "paused",
  "complete",
  "failed",
  "escalated",
  "cancelled",
] as const;
export type LoopState = (typeof loopStates)[number];

export const endStates = ["complete", "failed", "escalated", "cancelled"] as const satisfies readonly LoopState[];
export type EndState = (typeof endStates)[number];

export function isEndState(state: LoopState): state is EndState {
  return (endStates as readonly LoopState[]).includes(state);
}
