import type { Context, Next } from "hono";
import { connect } from "../db/client.ts";
import type { AppEnv } from "../env.ts";
import { deliverDue, type Sender } from "./deliver.ts";

/** Reading requests look into the outbox this often. */
const pause = 15_000;
let lookedAt = 0;

export const senderOf = ({ env }: Pick<Context<AppEnv>, "env">): Sender => ({
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  allowsPrivate: env.IS_DEVELOPMENT === true,
});

function laterOf(context: Context<AppEnv>): ((work: Promise<unknown>) => void) | undefined {
  try {
    const { executionCtx } = context;
    return (work) => executionCtx.waitUntil(work);
  } catch {
    // The host has nothing that outlives the answer: another one has to call `deliverDue`.
    return undefined;
  }
}

/** After the answer, sends what waits: at once after a write, now and then beside other requests. */
export async function drainOutbox(context: Context<AppEnv>, next: Next): Promise<void> {
  await next();
  const later = laterOf(context);
  const isWrite = !["GET", "HEAD", "OPTIONS"].includes(context.req.method);
  if (!later || (!isWrite && Date.now() - lookedAt < pause)) return;
  lookedAt = Date.now();
  later(deliverDue(connect(context), senderOf(context)).catch((error: unknown) => console.error("webhooks", error)));
}
