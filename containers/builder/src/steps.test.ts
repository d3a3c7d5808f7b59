// Steps as real processes: what they see, their limits, and that nothing of them outlives a cancelled build.
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ampleLimits, scriptBuild, startTestBuilder, until, type TestBuilder } from "./builder.fixture.ts";

let builder: TestBuilder;
let sandbox: { isolation: string; networkClosed: boolean; ownUser: boolean };

beforeAll(async () => {
  process.env["PLATFORM_TEST_KEY"] = "must-not-leak-4711";
  builder = await startTestBuilder();
  const health = (await (await fetch(`${builder.url}/health`)).json()) as { sandbox: typeof sandbox };
  sandbox = health.sandbox;
});
afterAll(async () => {
  delete process.env["PLATFORM_TEST_KEY"];
  await builder.close();
});

/** Whether any process on this machine has `token` in its command line. */
function isAlive(token: string): boolean {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(token);
      } catch {
        return false;
      }
    });
}

/** Starts a child and a daemon in a session of its own, both holding `token`, then never ends. */
const familyScript = (token: string): string => `
  const { spawn } = require("node:child_process");
  const loop = ["-e", "setInterval(() => {}, 1000)", "${token}"];
  spawn(process.execPath, loop, { stdio: "inherit" });
  spawn("setsid", [process.execPath, ...loop], { stdio: "ignore", detached: true }).unref();
  setInterval(() => {}, 1000);
  console.log("family started");
`;

test("a passing step reports its exit code, its time and its memory, and its output in whole lines", async () => {
  const result = await builder.build(
    scriptBuild(
      "pass",
      `const held = Buffer.alloc(50e6, 1); let n = 0; for (let i = 0; i < 3e8; i++) n += i; console.log("one\\ntwo", held.length)`,
    ),
  );
  expect(result.outcome).toBe("succeeded");
  expect(result.log).toBe("one\ntwo 50000000");
  const [step] = result.steps;
  expect(step).toMatchObject({ step: "build", outcome: "passed", exitCode: 0 });
  expect(step?.cpuMs).toBeGreaterThan(0);
  expect(step?.peakMemoryBytes).toBeGreaterThan(50e6);
  expect(result.events.map((event) => event.type).filter((type) => type !== "log")).toEqual([
    "step.started",
    "step.finished",
    "finished",
  ]);
});

test("a failing step gives its exit code, and steps after it do not run", async () => {
  const result = await builder.build({
    buildId: "order",
    files: {},
    steps: [
      { name: "types", command: ["node", "-e", "process.exit(3)"], after: [], limits: ampleLimits },
      { name: "lint", command: ["node", "-e", "console.log('linted')"], after: [], limits: ampleLimits },
      { name: "build", command: ["node", "-e", "console.log('built')"], after: ["types", "lint"], limits: ampleLimits },
    ],
    artefact: [],
  });
  expect(result.outcome).toBe("failed");
  expect(result.steps.map((step) => [step.step, step.outcome, step.exitCode])).toEqual([
    ["types", "failed", 3],
    ["lint", "passed", 0],
  ]);
  expect(result.log).toBe("linted");
});

test("steps that do not wait for each other run at the same time", async () => {
  const meet = (mine: string, other: string): string[] => [
    "node",
    "-e",
    `const fs = require("fs"); fs.writeFileSync("${mine}", ""); setInterval(() => fs.existsSync("${other}") && process.exit(0), 10)`,
  ];
  const result = await builder.build({
    buildId: "together",
    files: {},
    steps: [
      { name: "types", command: meet("a", "b"), after: [], limits: ampleLimits },
      { name: "lint", command: meet("b", "a"), after: [], limits: ampleLimits },
    ],
    artefact: [],
  });
  expect(result.outcome).toBe("succeeded");
});

test("a step sees a clean environment without anything of the platform", async () => {
  const result = await builder.build(
    scriptBuild(
      "env",
      `console.log(JSON.stringify(process.env)); console.log(require("fs").readFileSync("/proc/self/environ", "utf8"))`,
    ),
  );
  expect(result.log).not.toContain("must-not-leak");
  expect(result.log).not.toContain("PLATFORM_TEST_KEY");
  const env = JSON.parse(result.log.split("\n")[0] ?? "") as Record<string, string>;
  expect(env).toMatchObject({ CI: "1", NO_COLOR: "1" });
  expect(env["NODE_ENV"]).toBeUndefined();
  expect(Object.keys(env).filter((name) => /SECRET|TOKEN|KEY|PASSWORD|VITEST|npm_/i.test(name))).toEqual([]);
});

test("a step cannot read the environment of the builder or of another process", async () => {
  const script = `
    const fs = require("fs");
    for (const pid of fs.readdirSync("/proc").filter((name) => /^[0-9]+$/.test(name))) {
      try { console.log(fs.readFileSync("/proc/" + pid + "/environ", "utf8")); } catch {}
    }`;
  const result = await builder.build(scriptBuild("environ", script));
  if (sandbox.isolation !== "plain") expect(result.log).not.toContain("must-not-leak");
});

test("a step runs without privileges, and cannot see the builder's other folders", async () => {
  const script = `
    const fs = require("fs");
    const can = (path) => { try { return fs.readdirSync(path).length > 0; } catch { return false; } };
    console.log(process.getuid() === 0, can(${JSON.stringify(builder.stateDir)}));`;
  const result = await builder.build(scriptBuild("user", script));
  if (sandbox.isolation === "namespaces") expect(result.log).toBe("false false");
  if (sandbox.isolation === "user-namespaces") expect(result.log).toMatch(/ false$/);
});

test("a step other than install reaches no network, but its own loopback", async () => {
  if (!sandbox.networkClosed) return;
  const outside = createServer((socket) => socket.end("reached"));
  await new Promise<void>((resolve) => outside.listen(0, "127.0.0.1", resolve));
  const port = (outside.address() as AddressInfo).port;
  const script = `
    const net = require("node:net");
    net.connect(${port}, "127.0.0.1").on("error", (error) => {
      console.log("outside:", error.code);
      const server = net.createServer((socket) => socket.end()).listen(0, "127.0.0.1", () => {
        net.connect(server.address().port, "127.0.0.1").on("connect", () => { console.log("own loopback: open"); process.exit(0); });
      });
    }).on("connect", () => { console.log("outside: open"); process.exit(0); });`;
  const result = await builder.build(scriptBuild("network", script));
  await new Promise((resolve) => outside.close(resolve));
  expect(result.log).toBe("outside: ECONNREFUSED\nown loopback: open");
});

test.each([
  ["time", "timeout", familyScript("limit-time-token"), { timeoutMs: 1500 }, "limit-time-token"],
  [
    "memory",
    "out-of-memory",
    `${familyScript("limit-memory-token")}; const held = []; setInterval(() => held.push(Buffer.alloc(20e6, 1)), 10);`,
    { memoryBytes: 400e6 },
    "limit-memory-token",
  ],
  [
    "output",
    "output-limit",
    `${familyScript("limit-output-token")}; setInterval(() => console.log("x".repeat(1000)), 1);`,
    { outputBytes: 50_000 },
    "limit-output-token",
  ],
] as const)(
  "over its limit of %s a step ends as %s with all it started",
  async (_what, outcome, script, limits, token) => {
    const result = await builder.build(
      scriptBuild(`over-${outcome}`, script, { limits: { ...ampleLimits, ...limits } }),
    );
    expect(result.outcome).toBe("failed");
    expect(result.steps[0]).toMatchObject({ outcome, exitCode: null });
    expect(result.log.length).toBeLessThanOrEqual(ampleLimits.outputBytes);
    await until(() => !isAlive(token));
  },
);

test("memory counts for the whole tree of processes, not for each alone", async () => {
  const child = `setInterval(() => {}, 1000); globalThis.held = Buffer.alloc(120e6, 1)`;
  const script = `for (let i = 0; i < 4; i++) require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}]); setInterval(() => {}, 1000)`;
  const result = await builder.build(scriptBuild("tree", script, { limits: { ...ampleLimits, memoryBytes: 450e6 } }));
  expect(result.steps[0]?.outcome).toBe("out-of-memory");
});

test("what a passing step left running ends with it", async () => {
  const script = `${familyScript("left-behind-token")}; setTimeout(() => process.exit(0), 300);`;
  const result = await builder.build(scriptBuild("left", script));
  expect(result.outcome).toBe("succeeded");
  await until(() => !isAlive("left-behind-token"));
});

test("dropping a running build ends its whole family and its stream says cancelled", async () => {
  const build = builder.open(scriptBuild("drop", familyScript("drop-token")));
  await build.event((event) => event.type === "log");
  expect(isAlive("drop-token")).toBe(true);
  expect((await builder.call("/builds/drop", { method: "DELETE" })).status).toBe(204);
  expect(isAlive("drop-token")).toBe(false);
  expect(await build.finished()).toMatchObject({ outcome: "cancelled", steps: [{ outcome: "cancelled" }] });
});

test("a caller that disconnects cancels its build", async () => {
  const build = builder.open(scriptBuild("vanish", familyScript("vanish-token")));
  await build.event((event) => event.type === "log");
  build.disconnect();
  await until(() => !isAlive("vanish-token"));
});

test("a retried job with the same id replaces the build that still runs", async () => {
  const first = builder.open(scriptBuild("again", familyScript("again-token")));
  await first.event((event) => event.type === "log");
  const second = await builder.build(scriptBuild("again", `console.log("second")`));
  expect(second).toMatchObject({ outcome: "succeeded", log: "second" });
  expect(await first.finished()).toMatchObject({ outcome: "cancelled" });
  expect(isAlive("again-token")).toBe(false);
});

test("closing the builder ends what runs", async () => {
  const own = await startTestBuilder();
  const build = own.open(scriptBuild("close", familyScript("close-token")));
  await build.event((event) => event.type === "log");
  await own.close();
  expect(isAlive("close-token")).toBe(false);
});

test("builds above the limit wait their turn, say so, and can be cancelled while they wait", async () => {
  const own = await startTestBuilder({ maxBuilds: 1 });
  const running = own.open(scriptBuild("one", familyScript("queue-token")));
  await running.event((event) => event.type === "log");
  const waiting = own.open(scriptBuild("two", `console.log("two ran")`));
  const leaving = own.open(scriptBuild("three", `console.log("three ran")`));
  await waiting.event((event) => event.type === "log" && event.text.includes("Waiting for a free place"));
  await leaving.event((event) => event.type === "log" && event.text.includes("Waiting for a free place"));
  await own.call("/builds/three", { method: "DELETE" });
  expect(await leaving.finished()).toMatchObject({ outcome: "cancelled", steps: [] });
  await own.call("/builds/one", { method: "DELETE" });
  expect(await waiting.finished()).toMatchObject({ outcome: "succeeded" });
  await own.close();
});
