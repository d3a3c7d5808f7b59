// The receiver of a deployment's webhook on loopback. It verifies what it gets as Standard Webhooks says, in its own words.
import { createHmac, timingSafeEqual } from "node:crypto";
import { serveRest, type RestAnswer, type RestServer } from "../serve-rest.ts";

export interface Received {
  id: string;
  type: string;
  data: Record<string, unknown>;
}

export interface StandInReceiver extends RestServer {
  /** Messages whose signature held, repetitions included. */
  received: Received[];
  /** What the next messages are answered with, in order; the last one stays. */
  answerWith(...answers: RestAnswer[]): void;
  /** Every visitor of the app at `/app/` gets this status. */
  appAnswersWith(status: number): void;
}

const toleratedSeconds = 300;

export async function startReceiver(secret: string): Promise<StandInReceiver> {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const received: Received[] = [];
  let answers: RestAnswer[] = [{ status: 204 }];
  let appStatus = 200;
  const server = await serveRest({
    "POST /hook": ({ headers, bytes }) => {
      const id = headers["webhook-id"] ?? "";
      const timestamp = headers["webhook-timestamp"] ?? "";
      const right = createHmac("sha256", key)
        .update(`${id}.${timestamp}.${bytes.toString("utf8")}`)
        .digest();
      const given = (headers["webhook-signature"] ?? "")
        .split(" ")
        .filter((one) => one.startsWith("v1,"))
        .map((one) => Buffer.from(one.slice(3), "base64"));
      const isSigned = given.some((one) => one.byteLength === right.byteLength && timingSafeEqual(one, right));
      if (!isSigned || Math.abs(Date.now() / 1_000 - Number(timestamp)) > toleratedSeconds)
        return { status: 401, body: { error: "The signature does not hold." } };
      const { type, data } = JSON.parse(bytes.toString("utf8")) as Omit<Received, "id">;
      received.push({ id, type, data });
      const answer = answers[0] ?? {};
      if (answers.length > 1) answers = answers.slice(1);
      return answer;
    },
    "GET /app/": () => ({ status: appStatus, headers: { location: "/private" }, body: "<h1>The app</h1>" }),
  });
  return {
    ...server,
    received,
    answerWith: (...next) => void (answers = next),
    appAnswersWith: (status) => void (appStatus = status),
  };
}
