// The API as a Vercel function on Node.
import type { IncomingMessage, ServerResponse } from "node:http";
import { LibsqlD1 } from "../dev/libsql-d1.ts";
import { answerWith, type Later } from "../dev/local.ts";
import api from "../src/server/index.ts";

const env = { DB: new LibsqlD1(process.env["DATABASE_URL"] ?? "", process.env["DATABASE_AUTH_TOKEN"]) };

/** What Vercel gives each request, by the name under which its own package finds it. */
interface VercelContext {
  get?(): { waitUntil?(work: Promise<unknown>): void } | undefined;
}
const contextName = Symbol.for("@vercel/request-context");

const context: Later = {
  // Work after the answer, such as sending webhooks, would be frozen with the function otherwise.
  waitUntil(work) {
    const settled = work.catch((error: unknown) => console.error(error));
    (globalThis as { [contextName]?: VercelContext })[contextName]?.get?.()?.waitUntil?.(settled);
  },
  passThroughOnException: () => undefined,
  props: {},
};

export default async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await answerWith(api, env, request, response, context);
  } catch (error) {
    console.error(error);
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  }
}
