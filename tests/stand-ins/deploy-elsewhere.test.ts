// The adapters of other hosts, against stand-ins that speak their APIs.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ShipRefusal, type Shipment, type ShipTools } from "../../workers/deploy/provider.ts";
import { deployToCloudflare } from "../../workers/deploy/providers/cloudflare.ts";
import { deployToNetlify } from "../../workers/deploy/providers/netlify.ts";
import { deployToVercel } from "../../workers/deploy/providers/vercel.ts";
import { moduleText, startCloudflare, type StandInCloudflare } from "./cloudflare/start-cloudflare.ts";
import { startNetlify, type StandInNetlify } from "./netlify/start-netlify.ts";
import { startVercel, type StandInVercel } from "./vercel/start-vercel.ts";

const shipment: Shipment = {
  deploymentId: "dep_1",
  environment: "production",
  project: { id: "prj_1", name: "Shop", slug: "shop", hostLabel: "shop-abc", stack: "edge" },
  version: { id: "ver_1", number: 3, message: "Add products", artefactSha: "0" },
  variables: { DATABASE_URL: "libsql://db" },
  variablesId: "evs_1",
  place: {},
};
let log: string[];
let entered: string[];

beforeEach(() => {
  log = [];
  entered = [];
});

const bytesOf = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, new Uint8Array(new TextEncoder().encode(text))]));

function tools(files: Record<string, string>, server: Record<string, string> = {}): ShipTools {
  const isSql = (name: string) => name.endsWith(".sql");
  const named = Object.entries(server);
  return {
    assets: async () => bytesOf(files),
    source: async () => bytesOf(files),
    server: async () => ({
      main: "index.js",
      modules: bytesOf(Object.fromEntries(named.filter(([name]) => !isSql(name)))),
      migrations: named.filter(([name]) => isSql(name)).map(([name, sql]) => ({ name, sql })),
    }),
    signal: new AbortController().signal,
    log: (_level, text) => void log.push(text),
    enter: async (status) => void entered.push(status),
  };
}

describe("Netlify", () => {
  let netlify: StandInNetlify;
  const open = (token = "secret") => deployToNetlify({ name: "Netlify", url: netlify.url, token });
  beforeAll(async () => {
    netlify = await startNetlify("secret");
  });
  afterAll(() => netlify.close());

  it("makes the site, sends what it lacks, looks at it, and goes back to an earlier deploy", async () => {
    const page = { "/index.html": "<h1>one</h1>", "/assets/app.js": "1" };
    const first = await open().ship(shipment, tools(page));
    expect(netlify.read("shop-abc")).toEqual({ ...page, "/_redirects": "/*  /index.html  200\n" });
    expect(await open().check(shipment, first, tools({}))).toBeNull();
    await open().ship(shipment, tools({ ...page, "/index.html": "<h1>two</h1>" }));
    expect(log).toContain("1 of 3 files are new to Netlify.");
    expect(netlify.read("shop-abc")["/index.html"]).toBe("<h1>two</h1>");
    await open().restore?.(first, shipment, tools({}));
    expect(netlify.read("shop-abc")["/index.html"]).toBe("<h1>one</h1>");
  });

  it("says what a site that does not answer said, and that a token is not accepted", async () => {
    const shipped = await open().ship(shipment, tools({ "/index.html": "x" }));
    netlify.answerWith(500);
    expect(await open().check(shipment, shipped, tools({}))).toMatchObject({ category: "runtime" });
    await expect(open("wrong").ship(shipment, tools({}))).rejects.toThrow(ShipRefusal);
  });
});

describe("Cloudflare", () => {
  let cloudflare: StandInCloudflare;
  const open = (token = "secret") =>
    deployToCloudflare({ url: cloudflare.url, token, accountId: cloudflare.accountId });
  const page = { "/index.html": "<h1>one</h1>", "/assets/app.js": "1", "/assets/app.css": "1" };
  const server = {
    "index.js": "export default {}",
    "chunks/pages.js": "export const pages = 1",
    "0001_init.sql":
      "CREATE TABLE shelf (id INTEGER PRIMARY KEY, name TEXT);\n--> statement-breakpoint\nCREATE INDEX shelf_name ON shelf (name);",
  };
  beforeAll(async () => {
    cloudflare = await startCloudflare("secret");
  });
  afterAll(() => cloudflare.close());
  afterEach(() => cloudflare.answerWith(200));

  it("makes a Worker with the server, the files, a database and the variables, and goes back to an earlier version", async () => {
    const headers = "/assets/*\n  cache-control: immutable\n";
    const first = await open().ship(shipment, tools({ ...page, "/_headers": headers }, server));
    expect(moduleText(cloudflare.live("shop-abc"), "_headers")).toBe(headers);
    expect(await open().check(shipment, first, tools({}))).toBeNull();
    const live = cloudflare.live("shop-abc");
    expect(live?.files).toEqual({
      "/index.html": { type: "text/html; charset=utf-8", text: "<h1>one</h1>" },
      "/assets/app.js": { type: "text/javascript; charset=utf-8", text: "1" },
      "/assets/app.css": { type: "text/css; charset=utf-8", text: "1" },
    });
    expect(live?.assets?.config).toEqual({
      not_found_handling: "single-page-application",
      run_worker_first: ["/api/*"],
    });
    expect(moduleText(live, "chunks/pages.js")).toBe("export const pages = 1");
    expect(live?.bindings).toMatchObject([
      { type: "d1", name: "DB" },
      { type: "secret_text", name: "DATABASE_URL", text: "libsql://db" },
    ]);
    expect(log).toContain("3 of 3 files are new to Cloudflare.");

    log = [];
    const more = { ...server, "index.js": "export default 2", "0002_more.sql": "ALTER TABLE shelf ADD wood TEXT;" };
    await open().ship(shipment, tools({ ...page, "/index.html": "<h1>two</h1>" }, more));
    expect(log).toContain("1 of 3 files are new to Cloudflare.");
    expect(log.filter((line) => line.startsWith("Applied"))).toEqual([
      "Applied 0002_more.sql to the database shop-abc.",
    ]);
    expect(cloudflare.query("shop-abc", "SELECT name FROM d1_migrations")).toEqual([
      { name: "0001_init.sql" },
      { name: "0002_more.sql" },
    ]);
    expect(cloudflare.live("shop-abc")?.files["/index.html"]?.text).toBe("<h1>two</h1>");
    await open().restore?.(first, shipment, tools({}));
    expect(moduleText(cloudflare.live("shop-abc"), "index.js")).toBe("export default {}");
    expect(cloudflare.live("shop-abc")?.files["/index.html"]?.text).toBe("<h1>one</h1>");
  });

  it("gives staging a Worker and a database of its own, and an app that draws its pages itself no document for all", async () => {
    const staged = { ...shipment, environment: "staging" as const, place: { worker: "shop" } };
    await open().ship(
      staged,
      tools({ "/logo.svg": "<svg/>" }, { "index.js": "", "0001_init.sql": server["0001_init.sql"] }),
    );
    expect(cloudflare.live("shop-staging")?.assets?.config).toEqual({});
    expect(cloudflare.query("shop-staging", "SELECT count(*) AS n FROM shelf")).toEqual([{ n: 0 }]);
    expect(cloudflare.live("shop")).toBeUndefined();
  });

  it("leaves a Worker alone that was not made for the project", async () => {
    cloudflare.workers.set("blog", {
      id: "1",
      name: "blog",
      tags: [],
      subdomain: { enabled: true },
      versions: [],
      live: null,
    });
    const attempt = open().ship({ ...shipment, place: { worker: "blog" } }, tools(page, server));
    await expect(attempt).rejects.toThrow("has a Worker named blog that was not made for this project");
    expect(cloudflare.workers.get("blog")?.versions).toEqual([]);
  });

  it("says what a migration broke on, and keeps what is live", async () => {
    const before = cloudflare.live("shop-abc")?.id;
    const broken = { ...server, "0003_broken.sql": "CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1);" };
    await expect(open().ship(shipment, tools(page, broken))).rejects.toThrow(
      "The database refused 0003_broken.sql: no such table: nowhere",
    );
    expect(cloudflare.query("shop-abc", "SELECT name FROM sqlite_master WHERE name = 'half'")).toEqual([]);
    expect(cloudflare.live("shop-abc")?.id).toBe(before);
  });

  it("says what a token lacks, what is gone, and what the app answered", async () => {
    await expect(open("wrong").ship(shipment, tools(page, server))).rejects.toThrow("“Workers Scripts: Edit”");
    const gone = open().restore?.({ url: "", externalId: "shop-abc/nothing" }, shipment, tools({}));
    await expect(gone).rejects.toThrow(ShipRefusal);
    cloudflare.answerWith(500);
    const shipped = { url: `${cloudflare.url}/apps/shop-abc`, externalId: null };
    expect(await open().check(shipment, shipped, tools({}))).toMatchObject({ category: "runtime" });
  });
});

describe("Vercel", () => {
  let vercel: StandInVercel;
  const open = (token = "secret") =>
    deployToVercel(
      { name: "Vercel", url: vercel.url, token },
      {
        teamId: undefined,
        extra: () =>
          new Map([
            ["vercel.json", "{}"],
            ["a.txt", "never this one"],
          ]),
      },
    );
  beforeAll(async () => {
    vercel = await startVercel("secret");
  });
  afterAll(() => vercel.close());

  it("makes the project, hands over files and variables, waits for the build, and promotes an earlier one", async () => {
    const first = await open().ship(shipment, tools({ "a.txt": "one" }));
    expect(first.url).toBe("https://shop.vercel.app");
    expect(entered).toEqual(["building", "deploying"]);
    expect(vercel.deployments.get("dpl_1")?.files).toEqual({ "a.txt": "one", "vercel.json": "{}" });
    expect(vercel.variables.get("shop")).toEqual({ DATABASE_URL: "libsql://db" });
    await open().ship(shipment, tools({ "a.txt": "two" }));
    expect(vercel.production.get("shop")).toBe("dpl_2");
    await open().restore?.(first, shipment, tools({}));
    expect(vercel.production.get("shop")).toBe("dpl_1");
  });

  it("gives staging an address of its own, and leaves production alone", async () => {
    const staged = await open().ship({ ...shipment, environment: "staging" }, tools({ "a.txt": "three" }));
    expect(staged.url).toBe("https://dpl_3.vercel.app");
    expect(vercel.production.get("shop")).toBe("dpl_1");
  });

  it("says why a build failed", async () => {
    vercel.failBuilds("DATABASE_URL is missing");
    await expect(open().ship(shipment, tools({ "a.txt": "x" }))).rejects.toThrow("DATABASE_URL is missing");
    await expect(open("wrong").ship(shipment, tools({}))).rejects.toThrow("Connect Vercel again");
  });
});
