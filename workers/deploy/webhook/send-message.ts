// One message to a receiver: signed anew for each try, sent again with growing pauses while it does not answer or says
// that it cannot now. What it answers is parsed here; addresses that only private networks have are never called.
import { z } from "zod";
import type { ReceiverReport } from "#protocol/deployments.ts";
import { findHostProblem, type HostRule } from "../../network/host-rule.ts";
import { ShipRefusal } from "../provider.ts";
import { parseSecret, signMessage } from "./sign-message.ts";

export interface Receiver {
  url: string;
  secret: string;
  hosts: HostRule;
  /** Milliseconds before the second, third … try. */
  pauses?: readonly number[];
}

export interface Message {
  /** The same in every try, so that a receiver can tell a repetition. */
  id: string;
  type: string;
  data: Readonly<Record<string, unknown>>;
}

export const receiverReportSchema = z.object({
  status: z.enum(["building", "deploying", "ready", "failed"]),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
  id: z.string().max(200).optional(),
  error: z.string().max(2_000).optional(),
});
/** More than we know is no fault. */
const answerSchema = receiverReportSchema.partial();

/** What a receiver says of a message; it may leave out all of it. */
export type Answer = { [Part in keyof ReceiverReport]?: ReceiverReport[Part] | undefined };

const usualPauses = [1_000, 5_000, 15_000];
const answerWithinMs = 30_000;
const mostBytes = 64 * 1024;

/** Null where the receiver took the message and said nothing of it. Throws a ShipRefusal where it says no. */
export async function sendMessage(
  { url, secret, hosts, pauses = usualPauses }: Receiver,
  { id, type, data }: Message,
  signal?: AbortSignal,
): Promise<Answer | null> {
  const problem = findHostProblem(URL.parse(url), hosts);
  if (problem !== null) throw new ShipRefusal(problem);
  const key = parseSecret(secret);
  if (key === null) throw new ShipRefusal(secretWords);
  const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data });
  let reason = "";
  for (const pause of [0, ...pauses]) {
    // Each try waits for the one before.
    // oxlint-disable-next-line no-await-in-loop
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    signal?.throwIfAborted();
    // oxlint-disable-next-line no-await-in-loop
    const answer = await attempt(url, body, await signMessage(key, { id, at: Date.now(), body }), signal);
    if ("report" in answer) return answer.report;
    reason = answer.again;
  }
  throw new Error(`The receiver did not take the message: ${reason}`);
}

export const secretWords =
  "A signing secret is “whsec_” and 24 to 64 bytes in base64. `openssl rand -base64 32` makes the part behind it.";

type Attempt = { report: Answer | null } | { again: string };

async function attempt(
  url: string,
  body: string,
  signed: Record<string, string>,
  signal: AbortSignal | undefined,
): Promise<Attempt> {
  const late = AbortSignal.timeout(answerWithinMs);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: "POST",
      // A redirect could lead anywhere.
      redirect: "manual",
      headers: { "content-type": "application/json", "user-agent": "nexusgen", ...signed },
      body,
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    text = await readStart(response);
  } catch {
    signal?.throwIfAborted();
    return { again: "it did not answer." };
  }
  const { status } = response;
  if (status === 429 || status >= 500) return { again: `it answered with status ${status}.` };
  if (!response.ok) throw new ShipRefusal(`The receiver answered with status ${status}. ${text.slice(0, 300)}`.trim());
  if (!response.headers.get("content-type")?.includes("json") || text === "") return { report: null };
  const parsed = answerSchema.safeParse(parseJson(text));
  if (!parsed.success)
    throw new ShipRefusal(`The receiver’s answer is not what was expected: ${z.prettifyError(parsed.error)}`);
  return { report: parsed.data };
}

async function readStart({ body }: Response): Promise<string> {
  if (body === null) return "";
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    size += chunk.byteLength;
    // Leaving the loop ends the stream.
    if (size > mostBytes) break;
  }
  return text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
