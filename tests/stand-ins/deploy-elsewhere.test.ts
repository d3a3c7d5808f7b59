// The adapters of other hosts, against stand-ins that speak their APIs.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ShipRefusal, type Shipment, type ShipTools } from "../../workers/deploy/provider.ts";
import { deployToNetlify } from "../../workers/deploy/providers/netlify.ts";
import { deployToVercel } from "../../workers/deploy/providers/vercel.ts";
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

function tools(files: Record<string, string>): ShipTools {
  const read = async () =>
    new Map(Object.entries(files).map(([path, text]) => [path, new Uint8Array(new TextEncoder().encode(text))]));
  return {
    assets: read,
    source: read,
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
