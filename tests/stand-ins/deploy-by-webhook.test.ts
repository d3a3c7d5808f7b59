// The webhook's adapter against a receiver that verifies as Standard Webhooks says.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { ReceiverReport } from "../../durable-objects/protocol/deployments.ts";
import { ShipRefusal, type Shipment, type ShipTools } from "../../workers/deploy/provider.ts";
import { deployToWebhook } from "../../workers/deploy/providers/webhook.ts";
import type { Receiver } from "../../workers/deploy/webhook/send-message.ts";
import { startReceiver, type StandInReceiver } from "./receiver/start-receiver.ts";

const secret = `whsec_${randomBytes(32).toString("base64")}`;
const shipment: Shipment = {
  deploymentId: "dep_1",
  environment: "production",
  project: { id: "prj_1", name: "Shop", slug: "shop", hostLabel: "shop-abc", stack: "edge" },
  version: { id: "ver_1", number: 3, message: "Add products", artefactSha: "0" },
  variables: { API_KEY: "k" },
  variablesId: "evs_1",
  place: {},
};
let server: StandInReceiver;
let entered: string[];
/** What the receiver has called back with, by question: each is answered with the next one. */
let reports: (ReceiverReport | null)[];

beforeAll(async () => {
  server = await startReceiver(secret);
});
afterAll(() => server.close());
beforeEach(() => {
  server.received.length = 0;
  server.answerWith({ status: 204 });
  server.appAnswersWith(200);
  entered = [];
  reports = [null];
});

const open = (more: Partial<Receiver> = {}) =>
  deployToWebhook(
    { url: `${server.url}/hook`, secret, hosts: "loopback", pauses: [1, 1], ...more },
    {
      archives: async () => ({ source: "https://nexusgen.test/source" }),
      callback: async (id) => `https://nexusgen.test/reports/${id}`,
      reported: async () => (reports.length > 1 ? (reports.shift() ?? null) : (reports[0] ?? null)),
    },
  );

const tools: ShipTools = {
  assets: async () => new Map(),
  source: async () => new Map(),
  server: async () => ({ main: "", modules: new Map(), migrations: [] }),
  signal: new AbortController().signal,
  log: () => {},
  enter: async (status) => void entered.push(status),
};
const ship = (more: Partial<Receiver> = {}) => open(more).ship(shipment, tools);

it("tells the receiver what to deploy, signed, and takes the address from its answer", async () => {
  server.answerWith({ status: 200, body: { url: `${server.url}/app/`, id: "run-7", unknown: true } });
  const shipped = await ship();
  expect(shipped).toEqual({ url: `${server.url}/app/`, externalId: "run-7" });
  expect(await open().check(shipment, shipped, tools)).toBeNull();
  expect(server.received).toMatchObject([
    {
      id: "msg_dep_1",
      type: "deployment.requested",
      data: {
        environment: "production",
        project: { slug: "shop", stack: "edge" },
        version: { number: 3 },
        variables: { API_KEY: "k" },
        archives: { source: "https://nexusgen.test/source" },
        callbackUrl: "https://nexusgen.test/reports/dep_1",
      },
    },
  ]);
});

it("waits for a receiver that calls back, and shows what it says on the way", async () => {
  server.answerWith({ status: 202 });
  reports = [null, null, { status: "deploying" }, { status: "ready", url: `${server.url}/app/` }];
  expect(await ship()).toEqual({ url: `${server.url}/app/`, externalId: null });
  expect(entered).toEqual(["building", "deploying"]);
});

it("tells a receiver that is at work when nobody waits for it any more", async () => {
  server.answerWith({ status: 202 });
  const stop = new AbortController();
  const entering: ShipTools = {
    ...tools,
    signal: stop.signal,
    enter: async () => stop.abort(new Error("Cancelled by the user.")),
  };
  reports = [null, { status: "deploying" }];
  await expect(open().ship(shipment, entering)).rejects.toThrow("Cancelled by the user.");
  expect(server.received.map(({ type }) => type)).toEqual(["deployment.requested", "deployment.cancelled"]);
  expect(server.received[1]).toMatchObject({ data: { deploymentId: "dep_1", version: { number: 3 } } });
  expect(server.received[1]?.data).not.toHaveProperty("variables");
});

it("does not tell it again where an earlier try has led to a report", async () => {
  reports = [{ status: "ready", url: `${server.url}/app/`, id: "run-8" }];
  expect(await ship()).toMatchObject({ externalId: "run-8" });
  expect(server.received).toEqual([]);
});

it("tries again with the same id while the receiver cannot, and gives up with what it answered last", async () => {
  server.answerWith({ status: 503 }, { status: 429 }, { status: 200, body: { url: `${server.url}/app/` } });
  await ship();
  expect(server.received.map(({ id }) => id)).toEqual(["msg_dep_1", "msg_dep_1", "msg_dep_1"]);
  server.answerWith({ status: 500 });
  await expect(ship()).rejects.toThrow("it answered with status 500.");
  await expect(ship()).rejects.not.toBeInstanceOf(ShipRefusal);
});

it.each([
  ["a receiver that says no", { status: 410, body: "gone" }, "answered with status 410"],
  [
    "a redirect, which could lead anywhere",
    { status: 307, headers: { location: "/hook" } },
    "answered with status 307",
  ],
  ["a failure, with its reason", { body: { status: "failed", error: "disk full" } }, "could not deploy it: disk full"],
  ["an answer of another form", { body: { status: "fine" } }, "not what was expected"],
  ["live without an address", { body: { status: "ready" } }, "did not say at which address"],
  ["an address inside the network", { body: { url: "https://10.0.0.8/" } }, "not on the public internet"],
])("refuses %s", async (_what, answer, message) => {
  server.answerWith(answer);
  await expect(ship()).rejects.toThrow(message);
  await expect(ship()).rejects.toBeInstanceOf(ShipRefusal);
});

it("calls no private address, and only what its secret can sign for", async () => {
  await expect(ship({ hosts: "public" })).rejects.toThrow("Only https:// is allowed");
  await expect(ship({ url: "https://169.254.169.254/hook" })).rejects.toThrow("not on the public internet");
  await expect(ship({ secret: "whsec_c2hvcnQ=" })).rejects.toThrow("24 to 64 bytes");
  await expect(ship({ secret: `whsec_${randomBytes(32).toString("base64")}` })).rejects.toThrow("status 401");
  expect(server.received).toEqual([]);
});

it("looks at the app without following where it sends people, and asks to go back to an earlier deployment", async () => {
  const shipped = { url: `${server.url}/app/`, externalId: "run-7" };
  server.appAnswersWith(302);
  expect(await open().check(shipment, shipped, tools)).toBeNull();
  server.appAnswersWith(500);
  expect(await open().check(shipment, shipped, tools)).toMatchObject({ category: "runtime" });
  await open().restore?.(shipped, { ...shipment, version: { ...shipment.version, id: "ver_0", number: 2 } }, tools);
  expect(server.received).toMatchObject([
    { type: "deployment.restore_requested", data: { restore: { id: "run-7" }, version: { number: 2 } } },
  ]);
});
