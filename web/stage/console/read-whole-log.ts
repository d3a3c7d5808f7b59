// The console as the log itself holds it, page by page; the page in the browser may hold less.
import type { Envelope } from "#protocol/envelope.ts";
import { ApiError } from "../../lib/api-error.ts";
import type { List } from "../../lib/api-types.ts";
import { type ConsoleLine, toLines } from "../../session/console-lines.ts";

/** Events of one page; the server may give fewer. */
const pageSize = 1_000;
/** Times one page is asked for when the server says "too many requests". */
const patience = 3;

interface Ports {
  get: (path: string, init: { signal: AbortSignal }) => Promise<List<Envelope>>;
  wait: (seconds: number, signal: AbortSignal) => Promise<void>;
}

/** Yields the lines of each page with the `seq` it reaches to. Throws what the API throws. */
export async function* readWholeLog(
  projectId: string,
  { get, wait }: Ports,
  signal: AbortSignal,
): AsyncGenerator<{ lines: ConsoleLine[]; seq: number }> {
  let after: string | null = "0";
  let refusals = 0;
  while (after !== null) {
    try {
      const path: string = `/api/v1/projects/${projectId}/events?${new URLSearchParams({ after, limit: String(pageSize) })}`;
      const { items, nextCursor } = await get(path, { signal });
      refusals = 0;
      after = nextCursor;
      yield {
        lines: items.flatMap((event) => (event.type === "log.appended" ? toLines(event) : [])),
        seq: items.at(-1)?.seq ?? 0,
      };
    } catch (error) {
      refusals += 1;
      if (!(error instanceof ApiError) || error.code !== "RATE_LIMITED" || refusals === patience) throw error;
      await wait(error.retryAfter ?? 60, signal);
    }
  }
}
