import type { LoopState } from "#protocol/loop-state.ts";
import { ApiError } from "../errors.ts";
import type { projectStub } from "../project-stub.ts";

/** The loop has ended, or waits for a person before it reads the files. */
const open: ReadonlySet<LoopState> = new Set<LoopState>([
  "idle",
  "awaiting_approval",
  "preview",
  "complete",
  "failed",
  "escalated",
  "cancelled",
]);

/** A generation under way would write its own version beside the person's, and one of them would be lost. */
export async function refuseWhileBusy(stub: ReturnType<typeof projectStub>, what: string): Promise<void> {
  const { generation } = await stub.snapshot();
  if (!generation || open.has(generation.status)) return;
  const state = generation.status === "paused" ? "A paused generation holds" : "A generation is changing";
  throw new ApiError("CONFLICT", `${state} this project. Cancel it or wait, then ${what}.`);
}
