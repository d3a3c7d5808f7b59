import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { newestJobs } from "#db/queries/job-queue.ts";
import { builderHealth } from "../../../jobs/builder.ts";
import type { Env } from "../../../env.ts";
import { open } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { healthSchema, type Health } from "../../schemas/health.ts";

/** Two addresses of one answer: balancers ask for `ready`, people for the short one. */
export const healthOperations = ["/api/v1/health", "/api/v1/health/ready"].map((path) =>
  operation({
    guard: open,
    route: createRoute({
      method: "get",
      path,
      tags: ["health"],
      summary: "Whether every part that a generation needs answers",
      responses: {
        200: jsonOf("All parts answer.", healthSchema),
        503: jsonOf("A needed part is down.", healthSchema),
      },
    }),
    async handle(c) {
      const health = await checkHealth(c.env);
      return health.status === "ok" ? c.json(health, 200) : c.json(health, 503);
    },
  }),
);

async function checkHealth(env: Env): Promise<Health> {
  const [d1, r2, queue, builder] = await Promise.all([
    answers(() => env.DB.prepare("SELECT 1").first()),
    lately("r2", () => answers(() => env.BLOBS.head("health"))),
    // Sending would leave a message behind; what the queue carries is in D1, so a bound queue is all that is needed.
    answers(async () => {
      if (typeof env.JOBS.send !== "function") throw new Error("The queue is not bound");
    }),
    lately("builder", () =>
      answers(async () => {
        if (!(await builderHealth(env))) throw new Error("The builder does not answer");
      }),
    ),
  ]);
  const checks = { d1, r2, queue, builder };
  const docs = d1 === "ok" ? await lately("docs", () => docsState(env)) : "none";
  return { status: Object.values(checks).every((state) => state === "ok") ? "ok" : "unavailable", checks, docs };
}

/** Of the newest job about each stack and each library's pages. */
async function docsState(env: Env): Promise<Health["docs"]> {
  const newest = new Map<string, string>();
  for (const { payload, status } of await newestJobs(openDatabase(env.DB), "index_docs", 100)) {
    const about = JSON.stringify(payload);
    if (!newest.has(about)) newest.set(about, status);
  }
  const states = [...newest.values()];
  if (states.length === 0) return "none";
  if (states.includes("dead")) return "failed";
  return states.every((status) => status === "completed") ? "ready" : "indexing";
}

type PartState = "ok" | "down";

/** Anyone may ask for the health, so what costs a call elsewhere is asked at most once a second. */
const keptMs = 1_000;
const kept = new Map<string, { state: string; until: number }>();

async function lately<State extends string>(part: string, probe: () => Promise<State>): Promise<State> {
  const known = kept.get(part);
  if (known && known.until > Date.now()) return known.state as State;
  const state = await probe();
  kept.set(part, { state, until: Date.now() + keptMs });
  return state;
}

async function answers(probe: () => Promise<unknown>): Promise<PartState> {
  try {
    await probe();
    return "ok";
  } catch (error) {
    console.error(JSON.stringify({ level: "error", message: "A health check failed", error: String(error) }));
    return "down";
  }
}
