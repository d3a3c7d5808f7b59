// The words that scripts are written in.
import type { Answer, Ending, Failure, Part, Reply, Script } from "./script.ts";

/** One reply for each call, in order. A call too many is a mistake of the test and is answered as such. */
export function replies(list: readonly Reply[]): Script {
  return (_call, index) => {
    const reply = list[index];
    if (!reply) throw new Error(`The script has ${list.length} replies, and this is call ${index + 1}.`);
    return reply;
  };
}

const whole = (parts: readonly Part[]): Answer => ({ type: "answer", parts, ending: { type: "whole" }, everyMs: 0 });

export const text = (content: string): Answer => whole([{ type: "text", text: content }]);

/** What the model thinks before it answers; a part of `answer(thinking("…"), text("…"))`. */
export const thinking = (content: string): Answer => whole([{ type: "thinking", text: content }]);

export const toolCalls = (calls: readonly { name: string; input?: Readonly<Record<string, unknown>> }[]): Answer =>
  whole(calls.map(({ name, input = {} }) => ({ type: "tool-call", name, input })));

/** A value as the model's whole text, as structured output comes. */
export const json = (value: unknown): Answer => text(JSON.stringify(value));

export const refusal = (explanation: string): Answer => whole([{ type: "refusal", text: explanation }]);

/** Several answers as one: their parts one after another. */
export const answer = (...answers: readonly Answer[]): Answer => whole(answers.flatMap(({ parts }) => parts));

// The failures that come instead of an answer.

const failure = (kind: Failure["kind"], retryAfterSeconds: number | null = null): Failure => ({
  type: "failure",
  kind,
  message: null,
  retryAfterSeconds,
});
export const overloaded = (): Failure => failure("overloaded");
export const serverError = (): Failure => failure("server-error");
export const outOfCredit = (): Failure => failure("out-of-credit");
export const rateLimited = ({ retryAfterSeconds = 1 }: { retryAfterSeconds?: number } = {}): Failure =>
  failure("rate-limited", retryAfterSeconds);

// The failures that come in the middle of an answer.

interface Cut {
  /** Events of the stream that still arrive. With 0 a `drop` and a `stall` come before the response's head. */
  afterEvents?: number;
  reply?: Answer;
}
const long = text("Before the connection is lost, this answer goes on for more than a handful of events.");
const ended = (reply: Answer, ending: Ending): Answer => ({ ...reply, ending });

/** The connection breaks. */
export const drop = ({ afterEvents = 4, reply = long }: Cut = {}): Answer =>
  ended(reply, { type: "drop", afterEvents });

/** Nothing more comes, and the connection stays open until the client leaves. */
export const stall = ({ afterEvents = 4, reply = long }: Cut = {}): Answer =>
  ended(reply, { type: "stall", afterEvents });

/** Bytes that are not JSON where an event should be; then the stream ends. */
export const malformed = ({ afterEvents = 4, reply = long }: Cut = {}): Answer =>
  ended(reply, { type: "malformed", afterEvents });

/** A failure told inside a stream whose status was 200, as both providers do when they fail late. */
export const brokenEvent = ({ afterEvents = 4, reply = long, cause = overloaded() }: Cut & { cause?: Failure } = {}) =>
  ended(reply, { type: "error-event", afterEvents, failure: cause });

export const slow = ({ everyMs, reply = long }: { everyMs: number; reply?: Answer }): Answer => ({ ...reply, everyMs });
