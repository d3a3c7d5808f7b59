// A project's events in order and without gaps or repeats: over the socket, and by asking while there is none.
import { z } from "zod";
import { envelopeSchema, eventPageSchema, ticketSchema, type Event } from "./answers.ts";
import { Failure, Unreachable } from "./failure.ts";
import type { Session } from "./session.ts";

const pingMs = 15_000;
/** Longer than two pings without a word: the connection is dead. */
const silenceMs = 40_000;
const pollMs = 1000;
/** After so many sockets in a row that brought nothing, asking is the way. */
const mostBarrenSockets = 3;
/** A platform that restarts is back within this many tries, one a second. */
const mostUnreachable = 60;

/** Events after `since`, past ones first, until `signal` fires or the reader stops. */
export async function* followEvents(
  session: Session,
  projectId: string,
  since: number,
  signal: AbortSignal,
): AsyncGenerator<Event> {
  let seq = since;
  let barren = 0;
  let unreachable = 0;
  while (!signal.aborted) {
    const before = seq;
    try {
      // What a broken socket swallowed is in the log.
      const sources = [...(barren < mostBarrenSockets ? [socketEvents] : []), storedEvents];
      for (const source of sources) {
        for await (const event of source(session, projectId, seq, signal)) {
          if (event.seq <= seq) continue;
          seq = event.seq;
          yield event;
        }
        if (source === socketEvents) barren = seq === before ? barren + 1 : 0;
      }
      unreachable = 0;
    } catch (error) {
      unreachable += 1;
      if (!(error instanceof Unreachable) || unreachable > mostUnreachable) throw error;
    }
    await pause(pollMs, signal);
  }
}

/** Everything stored after `since`, in pages. */
export async function* storedEvents(
  session: Session,
  projectId: string,
  since: number,
  signal: AbortSignal,
): AsyncGenerator<Event> {
  for (let after = since; !signal.aborted;) {
    const path = `/api/v1/projects/${encodeURIComponent(projectId)}/events?after=${after}&limit=100`;
    const page = await session.json(path, eventPageSchema, { signal }).catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    });
    if (page === undefined) return;
    for (const event of page.items) {
      after = Math.max(after, event.seq);
      yield event;
    }
    if (page.items.length === 0 || page.nextCursor === null) return;
  }
}

/** Ends, never throws, when the socket cannot be opened or breaks; a refusal of the ticket is thrown. */
async function* socketEvents(
  session: Session,
  projectId: string,
  since: number,
  signal: AbortSignal,
): AsyncGenerator<Event> {
  let url: string;
  try {
    const path = `/api/v1/projects/${encodeURIComponent(projectId)}/socket-tickets`;
    ({ url } = await session.json(path, ticketSchema, { method: "POST", signal }));
  } catch (error) {
    if (signal.aborted || !(error instanceof Failure)) return;
    throw error;
  }
  const socket = new WebSocket(url);
  const arrived: Event[] = [];
  let open = true;
  let wake = (): void => {};
  let heardAt = Date.now();
  const end = (): void => {
    open = false;
    wake();
  };
  const resume = (after: number): void => socket.send(JSON.stringify({ op: "resume", since: after, batch: true }));
  socket.addEventListener("open", () => resume(since));
  socket.addEventListener("close", end);
  socket.addEventListener("error", end);
  socket.addEventListener("message", (message) => {
    heardAt = Date.now();
    const { events, oldest } = readFrame(String(message.data));
    // The log no longer reaches back so far: go on from what is left.
    if (oldest !== undefined) resume(oldest - 1);
    arrived.push(...events);
    wake();
  });
  signal.addEventListener("abort", end, { once: true });
  const beat = setInterval(() => {
    if (Date.now() - heardAt > silenceMs) end();
    else if (socket.readyState === WebSocket.OPEN) socket.send('{"op":"ping"}');
  }, pingMs);
  try {
    for (;;) {
      for (let event = arrived.shift(); event !== undefined; event = arrived.shift()) yield event;
      if (!open) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    clearInterval(beat);
    signal.removeEventListener("abort", end);
    socket.close();
  }
}

const gapSchema = z.looseObject({ op: z.literal("gap"), oldest: z.int() });

/** Stored events of a frame (one, or several in a list), and of a gap the oldest that is left. */
export function readFrame(text: string): { events: Event[]; oldest?: number } {
  let frame: unknown;
  try {
    frame = JSON.parse(text);
  } catch {
    return { events: [] };
  }
  if (typeof frame === "object" && frame !== null && "op" in frame) {
    const gap = gapSchema.safeParse(frame);
    return gap.success ? { events: [], oldest: gap.data.oldest } : { events: [] };
  }
  const list = Array.isArray(frame) ? frame : [frame];
  // Deltas carry no `seq`: what they say comes again as a stored event.
  return {
    events: list.map((each) => envelopeSchema.safeParse(each)).flatMap((each) => (each.success ? [each.data] : [])),
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done, { once: true });
    if (signal.aborted) done();
  });
}
