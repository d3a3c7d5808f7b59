// How long each repair of a generation took: from where the loop began to heal to where it did so again, or ended. Pure.
import { isEndState } from "#protocol/loop-state.ts";
import type { TimelineEvent } from "../../session/project-view.ts";

/** Milliseconds, in the order of the rounds. */
export function roundTimes(timeline: readonly TimelineEvent[], generationId: string): number[] {
  const times: number[] = [];
  let began: number | null = null;
  for (const event of timeline) {
    if (event.type !== "loop.transition" || event.data.generationId !== generationId) continue;
    const at = Date.parse(event.ts);
    const { to } = event.data;
    if (to !== "healing" && !isEndState(to)) continue;
    if (began !== null && to === "healing") times.push(at - began);
    began = at;
  }
  return times;
}
