// Writes an answer's events as server-sent events, in the pace and to the end that the script asks for.
import type { Exchange } from "./exchange.ts";
import type { Answer, Failure } from "./script.ts";

/** `name` is the line `event:`, which some protocols leave out. */
export interface ServerSentEvent {
  readonly name?: string;
  readonly data: unknown;
}

export async function sendEvents(
  exchange: Exchange,
  answer: Answer,
  events: readonly ServerSentEvent[],
  /** `at`: how many events were sent before it. */
  errorEvent: (failure: Failure, at: number) => ServerSentEvent,
): Promise<void> {
  const { ending, everyMs } = answer;
  const last = events.length - 1;
  const cutAt = ending.type === "whole" ? last : Math.min(ending.afterEvents, last);
  const next = formatEvent(events[cutAt] ?? { data: "" });
  for (const event of events.slice(0, cutAt)) {
    await exchange.writeEvent(formatEvent(event));
    await exchange.pause(everyMs);
    if (exchange.over) return;
  }
  switch (ending.type) {
    case "whole":
      return exchange.end(next);
    case "drop":
      return exchange.drop();
    case "stall":
      return exchange.untilOver();
    case "malformed":
      return exchange.end(next.replace(/.\n\n$/, "\n\n"));
    case "error-event":
      return exchange.end(formatEvent(errorEvent(ending.failure, cutAt)));
    default:
      return ending satisfies never;
  }
}

function formatEvent({ name, data }: ServerSentEvent): string {
  const body = typeof data === "string" ? data : JSON.stringify(data);
  return `${name === undefined ? "" : `event: ${name}\n`}data: ${body}\n\n`;
}
