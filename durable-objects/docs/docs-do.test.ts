// The documentation's object with the real builder and, for pages, a site that answers in this process.
import { env as testEnv } from "cloudflare:workers";
import { runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openDatabase } from "#db/client.ts";
import { jobs } from "#db/schema/index.ts";
import { eq } from "drizzle-orm";
import { consumeJobs } from "../../workers/jobs/consume.ts";
import { requestDocs, requestStackDocs } from "../../workers/jobs/request-docs.ts";
import { eventually } from "../../tests/eventually.ts";
import { docsObject } from "./docs-object.ts";
import { call, read } from "../../workers/api/test-client.ts";
import type { Env } from "../../workers/env.ts";

const env = testEnv as unknown as Env;
const db = openDatabase(env.DB);
const object = () => env.DOCS.get(env.DOCS.idFromName(docsObject));
const docsJobs = () => db.select().from(jobs).where(eq(jobs.type, "index_docs"));

async function deliver(): Promise<void> {
  for (const { id } of await docsJobs()) {
    const message = { body: { jobId: id }, ack: () => {}, retry: () => {}, attempts: 1 };
    await consumeJobs({ messages: [message] } as unknown as MessageBatch<{ jobId: string }>, env);
  }
}

const ended = () =>
  eventually(async () => {
    const rows = await docsJobs();
    expect(rows.every(({ status }) => status === "completed")).toBe(true);
  });

afterEach(() => vi.unstubAllGlobals());

describe("the documentation", () => {
  it("is asked for by nobody while no model is configured", async () => {
    await requestDocs({ ...env, ANTHROPIC_API_KEY: "" }, db);
    expect(await docsJobs()).toEqual([]);
    expect(await object().search("edge", "set a cookie")).toEqual([]);
  });

  it("is indexed from the installed packages, once, and then answers with its place", async () => {
    await requestStackDocs(env, db, "edge");
    await requestStackDocs(env, db, "edge");
    expect(await docsJobs()).toHaveLength(1);
    await deliver();
    await ended();
    const [first] = await object().search("edge", "set a cookie in a hono response");
    expect(first).toMatchObject({
      library: "hono",
      version: expect.stringMatching(/^\d/),
      path: expect.stringContaining("cookie"),
    });
    expect((await object().search("edge", "add a page to the app with a menu entry"))[0]?.library).toBe("app-guide");
    expect(await object().search("next", "set a cookie")).toEqual([]);

    const health = async () => (await read<{ docs: string }>(await call("/api/health"), 200)).docs;
    // An answer may be a second old.
    await eventually(async () => expect(await health()).toBe("ready"));

    const before = await object().size();
    expect(before.chunks).toBeGreaterThan(800);
    const rows = () =>
      runInDurableObject(object(), (_instance, state) =>
        state.storage.sql.exec("SELECT max(indexed_at) AS at FROM sources").one(),
      );
    const indexedAt = await rows();
    await db.update(jobs).set({ status: "pending" });
    await deliver();
    await ended();
    expect(await object().size()).toEqual(before);
    expect(await rows()).toEqual(indexedAt);
  }, 240_000);

  it("is tried again later when it was given up, five times in all", async () => {
    await db.delete(jobs).where(eq(jobs.type, "index_docs"));
    const sent: string[] = [];
    const watched = {
      ...env,
      NEXUSGEN_EMBEDDER: "",
      OPENAI_API_KEY: "sk-another-index",
      JOBS: { send: ({ jobId }: { jobId: string }) => void sent.push(jobId) },
    };
    let now = Date.now();
    const ask = () => requestStackDocs(watched as unknown as Env, db, "edge", now);
    await ask();
    for (let go = 1; go <= 7; go += 1) {
      await db
        .update(jobs)
        .set({ status: "dead", finishedAt: new Date(now).toISOString() })
        .where(eq(jobs.type, "index_docs"));
      now += 60_000;
      await ask();
      // Too soon after its end.
      expect(sent).toHaveLength(Math.min(go, 5));
      now += 24 * 3_600_000;
      await ask();
    }
    expect(sent).toHaveLength(5);
    expect(await docsJobs()).toMatchObject([{ status: "dead", maxAttempts: 15 }]);
    await db.delete(jobs).where(eq(jobs.type, "index_docs"));
  });

  it("reads the pages that the configuration names, as their site's rules allow, and again only when they change", async () => {
    const asked: string[] = [];
    let text = "<main><h1>Zephyr mode</h1><p>Zephyr mode answers all the requests of an app with wind.</p></main>";
    vi.stubGlobal("fetch", async (input: RequestInfo | URL) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      asked.push(pathname);
      if (pathname === "/robots.txt") return new Response("User-agent: *\nDisallow: /private");
      return new Response(text, { headers: { "content-type": "text/html" } });
    });
    const pages = JSON.stringify([
      { library: "hono", every: "weekly", urls: ["https://docs.test/zephyr", "https://docs.test/private/x"] },
    ]);
    const run = (job: string, pagesOf = pages) =>
      runInDurableObject(object(), async (instance) => {
        Object.assign((instance as unknown as { env: Env }).env, { NEXUSGEN_DOCS_PAGES: pagesOf });
        await instance.runJob({ id: job, attempts: 1, maxAttempts: 3, of: "pages", library: "hono" });
      });
    await run("job_pages_1");
    await eventually(async () => {
      const [first] = await object().search("edge", "zephyr mode");
      expect(first).toMatchObject({ library: "hono", path: "https://docs.test/zephyr", heading: "Zephyr mode" });
    });
    expect(asked).toEqual(["/robots.txt", "/zephyr"]);

    text = text.replace("wind", "storm");
    const only = JSON.stringify([{ library: "hono", every: "weekly", urls: ["https://docs.test/zephyr"] }]);
    await run("job_pages_2", only);
    await eventually(async () => expect((await object().search("edge", "zephyr mode"))[0]?.text).toContain("storm"));
  });
});
