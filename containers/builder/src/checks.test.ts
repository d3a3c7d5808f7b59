// The browser and audit steps as the builder runs them: an app that is served, walked through and measured in the sandbox.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAudit } from "./audit-step.ts";
import { ampleLimits, startTestBuilder, type TestBuilder } from "./builder.fixture.ts";
import { findChromium } from "./checks/find-chromium.ts";
import { auditOutcomeSchema, browserOutcomeSchema, type BrowserOutcome, type CheckReport } from "./checks/report.ts";
import type { BuildEvent, BuildRequest } from "./protocol.ts";

const page = (title: string, body: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta name="viewport" content="width=device-width">` +
  `<meta name="description" content="A page.">${head}</head><body><main><h1>${title}</h1>${body}</main></body></html>`;

const form = `<form method="post" action="/notes"><label>Title <input name="title" required></label>
  <label>Kind <select name="kind"><option>Long</option><option>Short</option></select></label>
  <input role="combobox" aria-label="Shelf" aria-controls="shelves" aria-expanded="false" aria-required="true"
    onclick="shelves.hidden = false; this.setAttribute('aria-expanded', 'true')">
  <div id="shelves" role="listbox" aria-label="Shelves" hidden><div role="option" aria-selected="false"
    onclick="this.parentNode.previousElementSibling.value = 'One'">One</div></div>
  <button type="submit">Save</button></form>`;
const note = `<button type="button" onclick="document.querySelector('dialog').showModal()">Delete</button>
  <dialog aria-label="Delete?"><button type="button" onclick="location = '/notes'">Delete it</button></dialog>`;

/** A server that an app could bring: `pages` by path; a POST makes note 12345. */
const serverOf = (pages: Record<string, string>): string => `
  const pages = ${JSON.stringify(pages)};
  require("node:http").createServer((request, response) => {
    if (request.method === "POST") return response.writeHead(303, { location: "/notes/12345" }).end();
    const html = pages[request.url];
    response.writeHead(html ? 200 : 404, { "content-type": "text/html" }).end(html ?? "nothing");
  }).listen(Number(process.env.PORT), process.env.HOST);`;

const sound = {
  "/": page("Notes", `<a href="/notes">All notes</a>`, `<link rel="icon" href="data:,">`),
  "/notes": page(
    "All",
    `<a href="/notes/new">New</a> <a href="/notes/12345">One</a>`,
    `<link rel="icon" href="data:,">`,
  ),
  "/notes/new": page("New", form, `<link rel="icon" href="data:,">`),
  "/notes/12345": page("One", note, `<link rel="icon" href="data:,">`),
};

function request(buildId: string, server: string, measure: boolean): BuildRequest {
  return {
    buildId,
    files: { "server.cjs": { text: server } },
    steps: [
      {
        name: "browser",
        command: [],
        after: [],
        limits: { timeoutMs: 200_000, memoryBytes: 8 * 2 ** 30, outputBytes: 2 ** 20 },
      },
    ],
    artefact: [],
    background: true,
    checkPlan: { serve: ["node", "server.cjs"], pages: ["/"], mostPages: 20, visitMs: 120_000, measure },
  };
}

function reportOf(events: readonly BuildEvent[], step: string): unknown {
  return events.find((event) => event.type === "report" && event.step === step)?.type === "report"
    ? events.flatMap((event) => (event.type === "report" && event.step === step ? [event.report] : []))[0]
    : undefined;
}

describe("browser checks", () => {
  let builder: TestBuilder;
  beforeAll(async () => {
    builder = await startTestBuilder();
  });
  afterAll(() => builder.close());

  async function check(buildId: string, server: string, measure: boolean): Promise<BrowserOutcome> {
    const result = await builder.build(request(buildId, server, measure));
    expect(result.outcome, result.log).toBe("succeeded");
    return browserOutcomeSchema.parse(reportOf(result.events, "browser"));
  }

  async function checked(buildId: string, server: string, measure: boolean): Promise<CheckReport> {
    const outcome = await check(buildId, server, measure);
    if (outcome.kind !== "checked") throw new Error(JSON.stringify(outcome));
    return outcome.report;
  }

  it.skipIf(findChromium() === undefined)(
    "walk every route, make and delete a record, find nothing wrong with a sound app, and measure it",
    { timeout: 240_000 },
    async () => {
      const report = await checked("sound", serverOf(sound), true);
      expect(report.pages).toEqual(["/", "/notes", "/notes/new", "/notes/12345"]);
      expect(report.problems).toEqual([]);
      expect(report.violations).toEqual([]);
      expect(report.record).toEqual({ path: "/notes/new", outcome: "created-and-deleted" });
      expect(report.measureError).toBeNull();
      expect(Buffer.from(report.picture ?? "", "base64").subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
      expect(report.measures.map(({ path, accessibility }) => [path, accessibility])).toEqual([
        ["/", 100],
        ["/notes", 100],
      ]);
    },
  );

  it.skipIf(findChromium() === undefined)(
    "tell where a page throws, calls what is not there, stays empty, or shuts out a screen reader",
    { timeout: 240_000 },
    async () => {
      const broken = {
        ...sound,
        "/": page(
          "Notes",
          `<a href="/notes">All</a> <a href="/void">Void</a> <img src="/gone.png">`,
          `<link rel="icon" href="data:,">`,
        ),
        "/notes": page("All", `<script>throw new Error("kaput")</script>`, `<link rel="icon" href="data:,">`),
        "/void": `<!doctype html><html lang="en"><head><title>Void</title><link rel="icon" href="data:,"></head><body></body></html>`,
      };
      const report = await checked("broken", serverOf(broken), false);
      expect(report.problems).toContainEqual({ path: "/notes", kind: "exception", text: "kaput" });
      expect(report.problems).toContainEqual({ path: "/", kind: "response", text: "GET /gone.png answered 404" });
      expect(report.problems).toContainEqual({ path: "/void", kind: "empty", text: "The page shows nothing." });
      expect(report.violations).toContainEqual(
        expect.objectContaining({ rule: "image-alt", impact: "critical", path: "/", count: 2 }),
      );
    },
  );

  it.skipIf(findChromium() === undefined)("say why an app that does not start could not be looked at", async () => {
    const outcome = await check("silent", `console.error("no settings"); process.exit(1);`, false);
    expect(outcome).toEqual({ kind: "broken", reason: expect.stringContaining("no settings") });
  });

  it("are skipped with the reason where there is no browser", async () => {
    const { runBrowserStep } = await import("./browser-step.ts");
    const { Sandbox } = await import("./sandbox.ts");
    const sandbox = await Sandbox.probe(builder.stateDir, []);
    const plan = { serve: ["node", "server.cjs"], pages: [], mostPages: 1, visitMs: 1, measure: false };
    const launch = { root: builder.stateDir, uid: 0 };
    const reason = "No Chromium is installed on the machine that builds.";
    const { signal } = new AbortController();
    const { result, outcome } = await runBrowserStep(sandbox, reason, plan, launch, ampleLimits, () => {}, signal);
    expect(result.outcome).toBe("passed");
    expect(outcome).toEqual({ kind: "skipped", reason });
  });
});

describe("the audit", () => {
  let registry: Server;
  let builder: TestBuilder;
  const advisory = {
    id: 1,
    url: "",
    title: "It leaks",
    severity: "high",
    vulnerable_versions: "<2.0.0",
    cwe: [],
    cvss: {},
  };
  beforeAll(async () => {
    registry = createServer((asked, answer) => {
      if (asked.method === "POST") {
        answer.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ leaky: [advisory] }));
      } else {
        answer
          .writeHead(200, { "content-type": "application/json" })
          .end(
            JSON.stringify({ name: "leaky", "dist-tags": { latest: "2.0.0" }, versions: { "1.0.0": {}, "2.0.0": {} } }),
          );
      }
    });
    await new Promise<void>((resolve) => void registry.listen(0, "127.0.0.1", resolve));
    process.env["npm_config_registry"] = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
    builder = await startTestBuilder();
  });
  afterAll(async () => {
    delete process.env["npm_config_registry"];
    await builder.close();
    registry.close();
  });

  const manifest = { name: "app", version: "1.0.0", dependencies: { leaky: "1.0.0" } };
  const lock = {
    name: "app",
    version: "1.0.0",
    lockfileVersion: 3,
    packages: { "": manifest, "node_modules/leaky": { version: "1.0.0", integrity: `sha512-${"A".repeat(86)}==` } },
  };
  const audit = (buildId: string): BuildRequest => ({
    buildId,
    files: {
      "package.json": { text: JSON.stringify(manifest) },
      "package-lock.json": { text: JSON.stringify(lock) },
    },
    steps: [{ name: "audit", command: [], after: [], limits: ampleLimits }],
    artefact: [],
    background: true,
  });

  it("names the packages that the registry warns of", async () => {
    const result = await builder.build(audit("leaky"));
    expect(auditOutcomeSchema.parse(reportOf(result.events, "audit"))).toEqual({
      kind: "asked",
      packages: expect.any(Number),
      vulnerabilities: [{ name: "leaky", severity: "high", title: "It leaks", range: "1.0.0" }],
    });
  });

  it("blames nobody when the registry cannot be asked", async () => {
    expect(readAudit(JSON.stringify({ message: "405 Method Not Allowed" }))).toMatchObject({ kind: "unreachable" });
    expect(readAudit("")).toMatchObject({ kind: "unreachable" });
  });
});
