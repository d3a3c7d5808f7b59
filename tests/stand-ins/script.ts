// What a test says a provider shall answer, in words that hold for every provider; each stand-in puts it on its own wire.

/** What a script sees of a call. `Body` is the parsed request of the provider at hand, for what the other fields leave out. */
export interface ScriptedCall<Body = unknown> {
  readonly model: string;
  readonly stream: boolean;
  /** The system prompt, its parts joined by empty lines. */
  readonly system: string;
  /** The text of the last user message; "" when that holds only tool results. */
  readonly user: string;
  readonly toolNames: readonly string[];
  /** The results that came with this call, none from earlier turns. */
  readonly toolResults: readonly { readonly id: string; readonly text: string }[];
  readonly body: Body;
}

/**
 * `index` counts from 0 the calls that the script was asked for: a request that the stand-in refused by itself (no key, a
 * malformed conversation …) takes none. A script that throws is answered with a 500 that says why.
 */
export type Script<Body = unknown> = (call: ScriptedCall<Body>, index: number) => Reply | Promise<Reply>;

export type Reply = Answer | Failure;

export interface Answer {
  readonly type: "answer";
  readonly parts: readonly Part[];
  readonly ending: Ending;
  /** Pause after each event of a stream. */
  readonly everyMs: number;
}

export type Part =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "thinking"; readonly text: string }
  | { readonly type: "tool-call"; readonly name: string; readonly input: Readonly<Record<string, unknown>> }
  | { readonly type: "refusal"; readonly text: string };

/**
 * How the answer stops being sent. Anything but `whole` strikes after `afterEvents` events and before the last one, however
 * short the stream is. Without streaming it strikes in place of the body.
 */
export type Ending =
  | { readonly type: "whole" }
  | { readonly type: "drop" | "stall" | "malformed"; readonly afterEvents: number }
  | { readonly type: "error-event"; readonly afterEvents: number; readonly failure: Failure };

export interface Failure {
  readonly type: "failure";
  readonly kind: "overloaded" | "rate-limited" | "server-error" | "out-of-credit" | "script-error";
  readonly message: string | null;
  /** Sent as the provider sends it; null sends nothing. */
  readonly retryAfterSeconds: number | null;
}
