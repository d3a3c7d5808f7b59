import type { IncomingHttpHeaders } from "node:http";

/** `answered`: sent to its end. `aborted`: the client left before that. `cut`: we broke it off, as scripted or by `close()`. */
export type Outcome = "answered" | "aborted" | "cut";

export interface RecordedRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The parsed JSON; the text when it was none; null without a body. */
  readonly body: unknown;
  /** Of the answer; null as long as nothing of it was sent. */
  readonly status: number | null;
  /** Events of a stream sent so far. */
  readonly events: number;
  /** Whether the client left before it had the whole answer: what a cancel must bring about. */
  readonly aborted: boolean;
  /** Settles when the exchange is over, however it ends. */
  readonly outcome: Promise<Outcome>;
}
