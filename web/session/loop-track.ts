// The loop as a line with stations, for the progress display. Pure.
import { type LoopState, isEndState } from "#protocol/loop-state.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { LoopStep } from "#protocol/project-snapshot.ts";

export type StationState = "done" | "current" | "waiting" | "paused" | "failed" | "stopped" | "ahead";

export interface Station {
  id: LoopState;
  label: string;
  state: StationState;
  /** ms spent here in closed steps, over all rounds. */
  spentMs: number;
  /** Start of the open step. */
  since: string | null;
  /** Visits beyond the first. */
  repeats: number;
}

export interface Track {
  stations: Station[];
  repairs: number;
  /** Since the start; closed when the generation has ended. */
  startedAt: string | null;
  totalMs: number | null;
}

export const stateWords: Record<LoopState, { label: string; doing: string }> = {
  idle: { label: "Ready", doing: "Ready for a prompt" },
  planning: { label: "Plan", doing: "Writing the plan" },
  awaiting_approval: { label: "Approval", doing: "Waiting for your approval" },
  coding: { label: "Code", doing: "Writing the code" },
  reviewing: { label: "Review", doing: "Reviewing the code" },
  building: { label: "Build", doing: "Building the app" },
  testing: { label: "Test", doing: "Running its tests" },
  healing: { label: "Repair", doing: "Repairing errors" },
  deploying: { label: "Deploy", doing: "Starting the app" },
  preview: { label: "Preview", doing: "Preview is ready" },
  production: { label: "Publish", doing: "Publishing" },
  paused: { label: "Paused", doing: "Paused" },
  complete: { label: "Complete", doing: "Complete" },
  failed: { label: "Failed", doing: "Failed" },
  escalated: { label: "Needs help", doing: "Stopped: it needs your help" },
  cancelled: { label: "Cancelled", doing: "Cancelled" },
};

const line: LoopState[] = ["planning", "coding", "reviewing", "building", "testing", "deploying", "preview"];

export function loopTrack(generation: GenerationView | null, steps: readonly LoopStep[]): Track {
  const stationIds: LoopState[] = [...line];
  if (generation?.mode === "supervised" || steps.some((step) => step.state === "awaiting_approval")) {
    stationIds.splice(1, 0, "awaiting_approval");
  }
  if (steps.some((step) => step.state === "production")) stationIds.push("production");

  const here = currentStation(generation, steps);
  const reached = stationIds.findLastIndex((id) => steps.some((step) => step.state === id));
  const hereIndex = here === null ? reached : stationIds.indexOf(here);
  const stations = stationIds.map((id, index): Station => {
    const visits = steps.filter((step) => step.state === id);
    const open = visits.find((step) => step.endedAt === null);
    return {
      id,
      label: stateWords[id].label,
      state: stationState(generation, index, hereIndex, id, visits.length > 0),
      spentMs: visits.reduce((sum, step) => sum + (step.durationMs ?? 0), 0),
      since: open?.startedAt ?? null,
      repeats: Math.max(0, visits.length - 1),
    };
  });
  return {
    stations,
    repairs: steps.filter((step) => step.state === "healing").length,
    startedAt: generation?.startedAt ?? null,
    totalMs:
      generation?.endedAt == null
        ? null
        : Math.max(0, Date.parse(generation.endedAt) - Date.parse(generation.startedAt)),
  };
}

/** Where on the line the loop stands; repairs stand at the station that sent it there. */
function currentStation(generation: GenerationView | null, steps: readonly LoopStep[]): LoopState | null {
  if (generation === null) return null;
  const { status } = generation;
  if (status !== "paused" && status !== "healing" && !isEndState(status)) return status === "idle" ? null : status;
  const before = status === "paused" ? generation.pausedFrom : null;
  if (before !== null && before !== "healing") return before;
  const last = steps.findLast(
    (step) => line.includes(step.state) || step.state === "awaiting_approval" || step.state === "production",
  );
  return last?.state ?? null;
}

function stationState(
  generation: GenerationView | null,
  index: number,
  here: number,
  id: LoopState,
  visited: boolean,
): StationState {
  if (generation === null) return "ahead";
  if (generation.status === "complete") return visited || index <= here ? "done" : "ahead";
  if (index < here) return "done";
  if (index > here) return "ahead";
  switch (generation.status) {
    case "failed":
    case "escalated":
      return "failed";
    case "cancelled":
      return "stopped";
    case "paused":
      return "paused";
    default:
      if (id === "preview") return generation.mode === "supervised" ? "waiting" : "done";
      return id === "awaiting_approval" ? "waiting" : "current";
  }
}

export const isRunning = (status: LoopState): boolean =>
  !isEndState(status) && status !== "idle" && status !== "preview";
