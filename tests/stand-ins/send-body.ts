import type { Exchange } from "./exchange.ts";
import type { Answer, Failure } from "./script.ts";

/** The same endings for an answer that is sent in one piece. */
export async function sendBody(
  exchange: Exchange,
  { ending, everyMs }: Answer,
  headers: Readonly<Record<string, string>>,
  body: unknown,
  sendFailure: (failure: Failure) => void,
): Promise<void> {
  await exchange.pause(everyMs);
  switch (ending.type) {
    case "whole":
      return exchange.send(200, headers, body);
    case "drop":
      return exchange.drop();
    case "stall":
      return exchange.untilOver();
    case "malformed":
      return exchange.send(200, headers, JSON.stringify(body).slice(0, -1));
    case "error-event":
      return sendFailure(ending.failure);
    default:
      return ending satisfies never;
  }
}
