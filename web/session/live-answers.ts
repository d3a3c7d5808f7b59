// What agents are writing right now, from deltas that nothing stores. Pure. A delta that was missed is no harm: the whole
// answer follows as an event.
import type { Envelope, EphemeralEnvelope } from "#protocol/envelope.ts";

export interface LiveAnswer {
  readonly agent: string;
  /** Its end; what it thinks is not what it says. */
  readonly kind: "text" | "thinking";
  readonly text: string;
}

/** Conversation id → what is being said in it. */
export type LiveAnswers = Readonly<Record<string, LiveAnswer>>;

export const nothingLive: LiveAnswers = {};

const longestShown = 4_000;

export function foldDeltas(live: LiveAnswers, frames: readonly (Envelope | EphemeralEnvelope)[]): LiveAnswers {
  let next = live;
  for (const frame of frames) {
    if (frame.type === "message.delta") next = addDelta(next, frame.data);
    else if (frame.type === "agent.answered") next = without(next, frame.data.conversationId);
    // The loop has moved on: whoever was still writing was stopped, or is done.
    else if (frame.type === "loop.transition") next = nothingLive;
  }
  return next;
}

function addDelta(live: LiveAnswers, data: Record<string, unknown>): LiveAnswers {
  const { conversationId, agent, kind, text } = data;
  if (typeof conversationId !== "string" || typeof agent !== "string" || typeof text !== "string") return live;
  if (kind !== "text" && kind !== "thinking") return live;
  const before = live[conversationId];
  const said = before?.kind === kind ? before.text + text : text;
  return { ...live, [conversationId]: { agent, kind, text: said.slice(-longestShown) } };
}

function without(live: LiveAnswers, conversationId: string): LiveAnswers {
  if (!(conversationId in live)) return live;
  const { [conversationId]: _ended, ...rest } = live;
  return rest;
}
