import { describe, expect, it } from "vitest";
import { eventually } from "../../../tests/eventually.ts";
import type { AppProblem, ProblemSettings } from "#protocol/app-problem.ts";
import { openDatabase } from "#db/client.ts";
import { projects } from "#db/schema/index.ts";
import { eq } from "drizzle-orm";
import { createApp, env, server, type TestApp } from "../app.fixture.ts";
import { forgetFoundApps } from "../find-app.ts";

const html = "<!doctype html><html><head><title>Hello</title></head><body><main>Hi</main></body></html>";
const page = { "dist/client/index.html": html, ...server("return new Response('server');") };
/** Column 12 of line 1 comes from line 3, column 5, of a page. */
const maps = {
  ".source-maps.json": JSON.stringify({
    "dist/client/assets/index-B1.js": {
      version: 3,
      sources: ["../../../src/client/pages/orders.tsx"],
      names: [],
      mappings: "WAEI",
    },
  }),
};
const asPage = { headers: { accept: "text/html" } };

async function decide(app: TestApp, problems: ProblemSettings): Promise<void> {
  await openDatabase(env.DB).update(projects).set({ settings: { problems } }).where(eq(projects.id, app.projectId));
  forgetFoundApps();
}

const object = (app: TestApp) => env.PROJECT.get(env.PROJECT.idFromName(app.projectId));
const problemsOf = (app: TestApp): Promise<AppProblem[]> =>
  object(app).problems({ limit: 100, before: null, status: null });

/** The revision that a page of the app says it is of. */
async function revisionOf(app: TestApp): Promise<string> {
  const text = await (await app.visit("/", asPage)).text();
  return /report\.js\?v=(\w+)/.exec(text)?.[1] ?? "";
}

async function report(app: TestApp, over: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const { origin } = new URL(await app.link());
  return app.visit("/__nexus/reports", {
    method: "POST",
    headers: { "content-type": "application/json", origin, ...headers },
    body: JSON.stringify({
      revision: await revisionOf(app),
      kind: "exception",
      page: "/products/42",
      text: "TypeError: Cannot read properties of undefined (reading 'map')",
      ...over,
    }),
  });
}

describe("the script of a watched app", () => {
  it("stands first in the head of its pages, deferred, and is served from the app's own origin", async () => {
    const app = await createApp(page);
    const text = await (await app.visit("/", asPage)).text();
    expect(text).toMatch(
      /^<!doctype html><html><head><script src="\/__nexus\/report\.js\?v=\w{12}" defer><\/script><title>Hello/,
    );
    const script = await app.visit("/__nexus/report.js");
    expect(script.headers.get("content-type")).toContain("text/javascript");
    expect((await gzipped(await script.text())).byteLength).toBeLessThan(2_048);
  });

  it("leaves everything but pages alone", async () => {
    const app = await createApp(
      server(`
        const { pathname } = new URL(request.url);
        const type = pathname === "/api/page" ? "text/html" : "application/json";
        return new Response(${JSON.stringify(html)}, { headers: { "content-type": type, etag: '"1"' } });`),
    );
    expect(await (await app.visit("/api/data", asPage)).text()).toBe(html);
    const fetched = { headers: { accept: "text/html", "sec-fetch-dest": "empty" } };
    expect(await (await app.visit("/api/page", fetched)).text()).toBe(html);
    expect(await (await app.visit("/api/page", asPage)).text()).toContain("/__nexus/report.js");
  });

  it.each([
    { policy: "default-src 'self'; img-src *", added: true },
    { policy: "script-src 'self' 'unsafe-inline'; connect-src 'self'", added: true },
    { policy: "default-src 'none'; style-src 'unsafe-inline'", added: false },
    { policy: "default-src 'self'; script-src 'nonce-abc' 'strict-dynamic'", added: false },
    { policy: "default-src 'self'; connect-src https://api.example.com", added: false },
    { policy: "default-src 'self', script-src 'none'", added: false },
    { policy: "default-src 'self'; sandbox", added: false },
  ])("obeys a page's policy: $policy", async ({ policy, added }) => {
    const headers = JSON.stringify({ "content-type": "text/html", "content-security-policy": policy });
    const app = await createApp(server(`return new Response(${JSON.stringify(html)}, { headers: ${headers} });`));
    const response = await app.visit("/api/page", asPage);
    expect((await response.text()).includes("/__nexus/report.js")).toBe(added);
    expect(response.headers.get("content-security-policy")).toContain(policy);
  });

  it("does not let the browser keep a page from before it was watched", async () => {
    const app = await createApp(page);
    await decide(app, { mode: "off" });
    const plain = await app.visit("/", asPage);
    const etag = plain.headers.get("etag") ?? "";
    expect(await plain.text()).toBe(html);
    await decide(app, {});
    const again = await app.visit("/", { headers: { accept: "text/html", "if-none-match": etag } });
    expect(again.status).toBe(200);
    expect(again.headers.get("etag")).toBeNull();
  });

  it("is in the published app only when the project says so", async () => {
    const app = await createApp(page, { environment: "production", visibility: "public" });
    expect(await (await app.knock("/", asPage)).text()).toBe(html);
    expect((await app.knock("/__nexus/report.js")).headers.get("content-type")).not.toContain("javascript");
    await decide(app, { production: true });
    expect(await (await app.knock("/", asPage)).text()).toContain("/__nexus/report.js");
  });
});

async function gzipped(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
}

describe("a report", () => {
  it("becomes a problem of the project, without what people typed", async () => {
    const app = await createApp(page);
    const response = await report(app, {
      text: "Error: ada@example.com has 4111 1111 1111 1111",
      clicked: { what: "button", name: "Save" },
    });
    expect(response.status).toBe(204);
    await eventually(async () =>
      expect(await problemsOf(app)).toMatchObject([
        {
          kind: "exception",
          environment: "preview",
          status: "open",
          message: "Error: <e-mail> has <number>",
          count: 1,
          pages: ["/products/:id"],
          clicked: "“Save”",
          repair: null,
        },
      ]),
    );
  });

  it("says where in the sources it happened, as far as the build left maps", async () => {
    const app = await createApp({ ...page, ...maps });
    const stack = [
      "TypeError: Cannot read properties of undefined (reading 'map')",
      "    at Xe (https://app.test/assets/index-B1.js:1:12)",
      "    at Ye (https://app.test/assets/react-C2.js:1:12)",
    ].join("\n");
    await report(app, { stack });
    await eventually(async () => {
      const [problem] = await problemsOf(app);
      expect(problem?.excerpt).toContain("at Xe (src/client/pages/orders.tsx:3:5)");
      expect(problem?.excerpt).toContain("at Ye (/assets/react-C2.js:1:12)");
    });
    expect(await (await app.visit("/.source-maps.json")).text()).toBe("server");
  });

  it("of what was reported before is counted, and says where it happened last", async () => {
    const app = await createApp(page);
    for (const where of ["/products/42", "/orders", "/products/7"]) await report(app, { page: where });
    await eventually(async () =>
      expect(await problemsOf(app)).toMatchObject([{ count: 3, pages: ["/products/:id", "/orders"] }]),
    );
  });

  it("is told to whoever follows the project", async () => {
    const app = await createApp(page);
    await report(app);
    await eventually(async () => {
      const { items } = await object(app).events({ after: 0, limit: 10 });
      expect(items.map(({ type }) => type)).toContain("problem.updated");
    });
  });

  it.each([
    { what: "a stranger", over: {}, headers: { cookie: "nx_access=guess" }, status: 401, stranger: true },
    { what: "another app's page", over: {}, headers: { origin: "http://other--preview.localhost:8787" }, status: 403 },
    { what: "a form", over: {}, headers: { "content-type": "text/plain" }, status: 415 },
    { what: "a page that says too much", over: { text: "x".repeat(9_000) }, headers: {}, status: 413 },
    { what: "a page that names a project", over: { projectId: "prj_other" }, headers: {}, status: 400 },
    { what: "a page that calls itself the server", over: { kind: "server" }, headers: {}, status: 400 },
  ])("from $what is refused", async ({ over, headers, status, stranger }) => {
    const app = await createApp(page);
    const response = stranger
      ? await app.knock("/__nexus/reports", { method: "POST", headers: headers as Record<string, string>, body: "{}" })
      : await report(app, over, headers as Record<string, string>);
    expect(response.status).toBe(status);
    expect(await problemsOf(app)).toEqual([]);
  });

  it("of a page from before the last deployment is not kept", async () => {
    const app = await createApp(page);
    expect((await report(app, { revision: "000000000000" })).status).toBe(204);
    await report(app, { text: "Error: of now" });
    await eventually(async () =>
      expect((await problemsOf(app)).map(({ message }) => message)).toEqual(["Error: of now"]),
    );
  });

  it("is one of sixty a minute that are kept", async () => {
    const app = await createApp(page);
    const revision = await revisionOf(app);
    for (let index = 0; index < 130; index += 1)
      await report(app, { revision, text: `Error: kind ${"x".repeat(index + 1)}` });
    const kept = (await problemsOf(app)).length;
    // The loop may straddle two minutes.
    expect(kept).toBeGreaterThanOrEqual(60);
    expect(kept).toBeLessThanOrEqual(120);
  });

  it("reaches nobody where the project wants none", async () => {
    const app = await createApp(page);
    await decide(app, { mode: "off" });
    expect((await report(app)).status).not.toBe(204);
    expect(await problemsOf(app)).toEqual([]);
  });
});

describe("an error of the server", () => {
  const fails = (body: string) => ({ ...page, ...server(body) });

  it.each([
    { what: "thrown", body: "throw new TypeError('rows.at is not a function');" },
    {
      what: "caught, logged and answered by the app",
      body: "try { null.at(0); } catch (error) { console.error('id', new TypeError('rows.at is not a function')); return new Response('no', { status: 500 }); }",
    },
  ])("is known with its reason when it was $what", async ({ body }) => {
    const app = await createApp(fails(body));
    const response = await app.visit("/api/orders/42");
    expect(response.status).toBe(500);
    expect([...response.headers.keys()].filter((name) => name.startsWith("x-nexus-"))).toEqual([]);
    await eventually(async () =>
      expect(await problemsOf(app)).toMatchObject([
        {
          kind: "server",
          code: "TypeError",
          route: "GET /api/orders/:id",
          message: "TypeError: rows.at is not a function",
        },
      ]),
    );
  });

  it("is one problem with what the page saw of it", async () => {
    const app = await createApp(fails("throw new TypeError('rows.at is not a function');"));
    await app.visit("/api/orders/42");
    await eventually(async () => expect(await problemsOf(app)).toHaveLength(1));
    await report(app, {
      kind: "response",
      page: "/orders",
      text: "500 GET /api/orders/42",
      request: { method: "GET", path: "/api/orders/42" },
      clicked: { what: "link", name: "Orders" },
    });
    await eventually(async () =>
      expect(await problemsOf(app)).toMatchObject([
        { kind: "server", count: 1, pages: ["/orders"], clicked: "“Orders”" },
      ]),
    );
  });

  it("is not told by an error that was only logged", async () => {
    const app = await createApp(fails("console.error(new Error('late')); return new Response('fine');"));
    await app.visit("/api/orders");
    await report(app, { text: "Error: after" });
    await eventually(async () => expect((await problemsOf(app)).map(({ kind }) => kind)).toEqual(["exception"]));
  });
});
