// Healing on the real platform: what a person broke is mended by rules, what nobody can mend ends with an account and with
// the last green version where it was, whatever dies or stays away meanwhile.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Envelope } from "#protocol/envelope.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { HandoverView } from "../../workers/api/schemas/handovers.ts";
import type { VersionView } from "../../workers/api/schemas/versions.ts";
import { samplePlan, scriptedModel } from "../models/scripted-model.ts";
import { App, Client } from "../platform/client.ts";
import { startPlatform, type Platform } from "../platform/start-platform.ts";
import { startAnthropic } from "../stand-ins/anthropic/start-anthropic.ts";
import { type Registry, startRegistry } from "../stand-ins/registry/start-registry.ts";
import { text, toolCalls } from "../stand-ins/replies.ts";
import type { Script } from "../stand-ins/script.ts";
import type { StandIn } from "../stand-ins/serve.ts";

const key = "sk-ant-for-healing";
let script: Script = () => text("Nothing.");
let provider: StandIn;
let registry: Registry;
let stateDir: string;
let platform: Platform;
let client: Client;
/** Two apps that work, made without a model. */
let books: string;
let shelves: string;

beforeAll(async () => {
  [provider, registry] = await Promise.all([
    startAnthropic((call, index) => script(call, index), { apiKey: key }),
    startRegistry(),
  ]);
  stateDir = await mkdtemp(join(tmpdir(), "nexusgen-heal-"));
  const environment = {
    ANTHROPIC_API_KEY: key,
    ANTHROPIC_BASE_URL: provider.url,
    npm_config_registry: registry.url,
  };
  platform = await startPlatform({ stateDir, environment });
  client = await Client.register(platform.url);
  [books, shelves] = await Promise.all([workingApp("Books"), workingApp("Shelves")]);
});
afterAll(async () => {
  await platform?.stop();
  await Promise.all([provider?.close(), registry?.close()]);
  await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
});

async function workingApp(name: string): Promise<string> {
  const { id: projectId } = await client.createProject(name);
  const body = { projectId, prompt: "A list of books with title, author and price", provider: "builtin" };
  const { body: started } = await client.call<GenerationView>("POST", "/api/v1/generations", body);
  expect(await client.waitFor(started.id, ["complete"])).toMatchObject({ status: "complete" });
  return projectId;
}

const versionsOf = (project: string) => `/api/v1/projects/${project}/versions`;

async function readText(project: string, version: string | number, path: string): Promise<string> {
  const { status, body } = await client.call<string>(
    "GET",
    `${versionsOf(project)}/${version}/files/${encodeURIComponent(path)}`,
  );
  expect(status, path).toBe(200);
  return body;
}

/** Saves the edits as a version and builds it. */
async function breakBy(project: string, edits: Record<string, (text: string) => string>): Promise<GenerationView> {
  const changes = await Promise.all(
    Object.entries(edits).map(async ([path, edit]) => {
      const before = await readText(project, "latest", path);
      const content = edit(before);
      expect(content, path).not.toBe(before);
      return { path, content };
    }),
  );
  const saved = await client.call<VersionView>("POST", versionsOf(project), { base: "latest", changes });
  expect(saved.status, JSON.stringify(saved.body)).toBe(201);
  const built = await client.call<GenerationView>("POST", `${versionsOf(project)}/${saved.body.number}/build`);
  expect(built.status, JSON.stringify(built.body)).toBe(202);
  return built.body;
}

async function eventsOf(project: string, generation: string): Promise<Envelope[]> {
  const all = await client.allEvents(project);
  return all.filter(({ data }) => "generationId" in data && data.generationId === generation);
}

async function remediesOf(project: string, generation: string): Promise<(string | undefined)[]> {
  const events = await eventsOf(project, generation);
  return events.flatMap((event) => (event.type === "heal.attempted" ? [event.data.remedy] : []));
}

async function newestVersion(project: string): Promise<VersionView> {
  return (await client.call<VersionView>("GET", `${versionsOf(project)}/latest`)).body;
}

async function previewAnswers(project: string): Promise<boolean> {
  const path = `/api/v1/projects/${project}/preview-access`;
  const { body } = await client.call<{ url: string }>("POST", path, { environment: "preview" });
  const app = await App.open(body.url);
  return (await app.call("GET", "/api/health")).status === 200;
}

async function killBuilder(): Promise<void> {
  const { groups } = JSON.parse(await readFile(join(stateDir, "run.json"), "utf8")) as { groups: { pid: number }[] };
  for (const { pid } of groups) {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8");
    if (command.includes("containers/builder/")) process.kill(pid, "SIGKILL");
  }
}

const readHandover = async (generation: string): Promise<HandoverView> => {
  const { status, body } = await client.call<HandoverView>("GET", `/api/v1/generations/${generation}/handover`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

// Types, lint and tests do not read style sheets, and no rule knows which one is meant.
const styles = "src/client/styles.css";
const asksForNothing = (css: string) =>
  css.replace('@import "./look.css";', '@import "./look.css";\n@import "./nothing.css";');

describe("what a person broke", () => {
  it("is mended by rules, without a model, though the builder dies in the middle of it", async () => {
    const asked = provider.requests.length;
    const before = await readText(books, "latest", "src/shared/csv-records.ts");
    const socket = await client.openSocket(books);
    let killed: Promise<void> | null = null;
    socket.onEvent((event) => {
      const isRepaired = event.type === "loop.transition" && event.data.from === "healing";
      if (isRepaired && event.data.to === "building") killed ??= killBuilder();
    });
    const { id } = await breakBy(books, {
      "src/shared/csv-records.ts": (code) => code.replace('"./read-record.ts"', '"./read-recrod.ts"'),
      "src/client/class-names.ts": (code) => `${code}\nconst forgotten = 1;\n`,
    });
    expect(await client.waitFor(id, ["complete"])).toMatchObject({ status: "complete", attempts: 1 });
    socket.close();
    expect(killed).not.toBeNull();
    await killed;
    expect(await remediesOf(books, id)).toEqual(["apply-repairs"]);
    expect(await eventsOf(books, id)).toContainEqual(expect.objectContaining({ type: "heal.succeeded" }));
    const mended = await newestVersion(books);
    expect(mended).toMatchObject({ number: 3, status: "green", generationId: id });
    expect(await readText(books, 3, "src/shared/csv-records.ts")).toBe(before);
    expect(await readText(books, 3, "src/client/class-names.ts")).not.toContain("forgotten");
    // The person's own version stays as it was.
    expect(await readText(books, 2, "src/shared/csv-records.ts")).toContain("read-recrod");
    expect(await previewAnswers(books)).toBe(true);
    expect(provider.requests.length).toBe(asked);
  });
});

describe("what nobody can mend", () => {
  it("ends with an account and the last green version, with a registry that is away and a fixer that talks nonsense", async () => {
    // Both at once: most of the first is waiting.
    registry.goAway();
    const lagging = await breakBy(shelves, {
      "package.json": (json) => json.replace('"dependencies": {', '"dependencies": {\n    "is-odd": "3.0.1",'),
    });
    const broken = await breakBy(books, { [styles]: asksForNothing });
    const asked = provider.requests.length;
    expect(await client.waitFor(broken.id, ["escalated"])).toMatchObject({ status: "escalated" });
    expect(provider.requests.length).toBe(asked);
    const account = await readHandover(broken.id);
    expect(account).toMatchObject({
      status: "open",
      failed: { number: 4 },
      standsAt: { number: 3 },
      reproduction: { step: "build", output: expect.stringContaining("nothing.css") },
      actions: ["retry", "edit", "roll-back", "dismiss"],
    });

    // A fixer that changes what does not matter, and would rather have no test.
    const test = "tests/csv.test.ts";
    const kept = await readText(books, 4, test);
    let repairs = 0;
    script = scriptedModel({
      fixer: (turn, call) => {
        if (turn > 0) return toolCalls([{ name: "finish", input: { summary: "It should build now." } }]);
        repairs += 1;
        expect(call.user).toContain("Ask for no style sheet that is not there.");
        const idle = { path: styles, old: "@custom-variant dark", new: "\n@custom-variant dark" };
        const content = 'import { expect, it } from "vitest";\n\nit("passes", () => expect(1).toBe(1));\n';
        return toolCalls([
          { name: "edit_file", input: idle },
          { name: "write_file", input: { path: test, content } },
        ]);
      },
    });
    const hint = "Ask for no style sheet that is not there.";
    const path = `/api/v1/generations/${broken.id}/handover/retry`;
    const retried = await client.call<GenerationView>("POST", path, { hint });
    expect(retried.status, JSON.stringify(retried.body)).toBe(202);
    expect(await client.waitFor(retried.body.id, ["escalated"])).toMatchObject({ status: "escalated" });
    expect(repairs).toBe(1);
    const second = await readHandover(retried.body.id);
    expect(second.rounds.map(({ tried, source }) => [tried, source])).toEqual([["mend-code", "model"]]);
    expect(second.rounds[0]?.changes.map((change) => change.path)).toEqual([styles]);
    expect(second.reason).toContain("The same error came back after a repair.");
    expect(await readText(books, "latest", test)).toBe(kept);
    expect(second.standsAt).toMatchObject({ number: 3 });
    expect(await previewAnswers(books)).toBe(true);

    const rolledBack = await client.call<VersionView>(
      "POST",
      `/api/v1/generations/${retried.body.id}/handover/rollback`,
    );
    expect(rolledBack).toMatchObject({ status: 201, body: { message: "Roll back to version 3", status: "green" } });

    expect(await client.waitFor(lagging.id, ["escalated"])).toMatchObject({ status: "escalated", costUsd: 0 });
    registry.comeBack();
    expect(registry.refused).toBeGreaterThan(0);
    expect(await remediesOf(shelves, lagging.id)).toEqual([
      ...Array.from({ length: 5 }, () => "retry"),
      "other-package-manager",
    ]);
    expect(await readHandover(lagging.id)).toMatchObject({ failure: { where: "install" }, standsAt: { number: 1 } });
    expect(await previewAnswers(shelves)).toBe(true);
  });
});

describe("what only a fallback mends", () => {
  it("is installed with pnpm, built as it was generated, or built without the task at fault", async () => {
    registry.refuseNpm();
    const list = await client.call<{ items: GenerationView[] }>("GET", `/api/v1/projects/${shelves}/generations`);
    const path = `/api/v1/generations/${list.body.items[0]?.id}/handover/retry`;
    const retried = await client.call<GenerationView>("POST", path);
    expect(retried.status, JSON.stringify(retried.body)).toBe(202);

    const configured = await readText(books, "latest", "vite.config.ts");
    const thrown = await breakBy(books, {
      "vite.config.ts": (code) => `${code}\nthrow new Error("This is not ready.");\n`,
    });

    const prompt = "A list of coins with name and year";
    const who = "Ada looks after the coins.\n";
    const keeper = "public/keeper.txt";
    const tasks = [
      { id: "1", title: "Give it another look", details: "It is another style sheet.", dependsOn: [] },
      { id: "2", title: "Say who looks after the coins", details: who, dependsOn: [] },
    ];
    const done = () => toolCalls([{ name: "finish", input: { summary: "It is done." } }]);
    const look = { path: styles, old: '@import "./look.css";', new: asksForNothing('@import "./look.css";') };
    script = scriptedModel({
      architect: () => toolCalls([{ name: "submit_plan", input: { plan: samplePlan(prompt, tasks), decisions: [] } }]),
      coder: (turn, call) => {
        if (turn > 0) return done();
        return call.user.includes(who.trim())
          ? toolCalls([{ name: "write_file", input: { path: keeper, content: who } }])
          : toolCalls([{ name: "edit_file", input: look }]);
      },
      reviewer: () => toolCalls([{ name: "report_findings", input: { findings: [] } }]),
      fixer: (turn) => {
        const idle = { path: styles, old: "@custom-variant dark", new: "\n@custom-variant dark" };
        return turn > 0 ? done() : toolCalls([{ name: "edit_file", input: idle }]);
      },
    });
    const { id: coins } = await client.createProject("Coins");
    const generation = await client.generate(coins, prompt);

    expect(await client.waitFor(thrown.id, ["complete"])).toMatchObject({ status: "complete" });
    expect(await remediesOf(books, thrown.id)).toEqual(["simplified-build"]);
    expect(await readText(books, "latest", "vite.config.ts")).toBe(configured);

    expect(await client.waitFor(generation.id, ["complete"])).toMatchObject({ status: "complete" });
    expect(await remediesOf(coins, generation.id)).toEqual(["mend-code", "without-tasks"]);
    expect(await readText(coins, "latest", keeper)).toBe(who);
    expect(await readText(coins, "latest", styles)).not.toContain("nothing.css");

    expect(await client.waitFor(retried.body.id, ["complete"])).toMatchObject({ status: "complete" });
    const installed = await remediesOf(shelves, retried.body.id);
    expect(installed.at(-1)).toBe("other-package-manager");
    expect(new Set(installed.slice(0, -1))).toEqual(new Set(["retry"]));
    registry.comeBack();
  });

  it("gets a new lockfile, or less to do and then more room", async () => {
    const added = await breakBy(shelves, {
      "package.json": (json) => json.replace('"is-odd": "3.0.1",', '"is-odd": "3.0.1",\n    "is-number": "6.0.0",'),
    });
    expect(await client.waitFor(added.id, ["complete"])).toMatchObject({ status: "complete" });
    expect(await remediesOf(shelves, added.id)).toEqual(["regenerate-lockfile"]);
    expect(await readText(shelves, "latest", "package-lock.json")).toContain("node_modules/is-odd");

    // Beyond what a step may print, with which nothing else is wrong.
    const loud = await breakBy(shelves, {
      "tests/csv.test.ts": (code) =>
        `${code}\ntest("tells all", () => {\n  for (let at = 0; at < 150; at += 1) console.log("told ".repeat(8_000));\n  expect(models).not.toEqual([]);\n});\n`,
    });
    expect(await client.waitFor(loud.id, ["complete"])).toMatchObject({ status: "complete" });
    expect(await remediesOf(shelves, loud.id)).toEqual(["simplified-build", "more-resources"]);
    expect(await readText(shelves, "latest", "tests/csv.test.ts")).toContain("tells all");
  });
});
