// One request and its answer, with the record that tests look at. It alone touches the socket.
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Outcome, RecordedRequest } from "./recorded-request.ts";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export class Exchange {
  readonly record: RecordedRequest;
  readonly bodyBytes: number;
  readonly #record: Mutable<RecordedRequest>;
  readonly #response: ServerResponse;
  readonly #over = new AbortController();
  #cut = false;

  constructor(request: IncomingMessage, response: ServerResponse, body: Buffer) {
    const settled = Promise.withResolvers<Outcome>();
    this.bodyBytes = body.byteLength;
    this.#response = response;
    this.#record = {
      method: request.method ?? "GET",
      path: request.url ?? "/",
      headers: request.headers,
      body: parseBody(body.toString("utf8")),
      status: null,
      events: 0,
      aborted: false,
      outcome: settled.promise,
    };
    this.record = this.#record;
    response.once("close", () => {
      this.#over.abort();
      // A client may hang up as soon as it has read the last event: that is no abort.
      const outcome = response.writableEnded ? "answered" : this.#cut ? "cut" : "aborted";
      this.#record.aborted = outcome === "aborted";
      settled.resolve(outcome);
    });
  }

  /** Whether nothing more can be sent. */
  get over(): boolean {
    return this.#over.signal.aborted;
  }

  send(status: number, headers: Readonly<Record<string, string>>, body: unknown): void {
    this.open(status, { "content-type": "application/json", ...headers });
    this.#record.status = status;
    this.#response.end(typeof body === "string" ? body : JSON.stringify(body));
  }

  /** Settles the head of the answer; it leaves with the first event. */
  open(status: number, headers: Readonly<Record<string, string>>): void {
    if (!this.over) this.#response.writeHead(status, headers);
  }

  /** Returns once the bytes are handed to the system, so that breaking the connection afterwards loses none. */
  async writeEvent(bytes: string): Promise<void> {
    if (this.over) return;
    const written = Promise.withResolvers<void>();
    this.#response.write(bytes, () => written.resolve());
    await Promise.race([written.promise, this.untilOver()]);
    this.#countEvent();
  }

  /** The last event goes with the end, so that no client can leave between them. */
  end(lastEvent: string): void {
    if (this.over) return;
    this.#response.end(lastEvent);
    this.#countEvent();
  }

  /** Breaks the connection. */
  drop(): void {
    this.#cut = true;
    this.#response.destroy();
  }

  /** The exchange is about to be broken by the server's end: not by its client. */
  expectCut(): void {
    this.#cut = true;
  }

  async untilOver(): Promise<void> {
    if (this.over) return;
    await new Promise((resolve) => this.#over.signal.addEventListener("abort", resolve, { once: true }));
  }

  /** Shorter when the client leaves meanwhile. */
  async pause(ms: number): Promise<void> {
    if (ms > 0 && !this.over) await sleep(ms, undefined, { signal: this.#over.signal }).catch(() => undefined);
  }

  #countEvent(): void {
    this.#record.status = this.#response.statusCode;
    this.#record.events += 1;
  }
}

function parseBody(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
