// A workspace's own key on the real platform, through the real SDKs, and the budget that its generations share.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { samplePlan, scriptedModel } from "../models/scripted-model.ts";
import { findFilesWith } from "../platform/find-files-with.ts";
import { Client } from "../platform/client.ts";
import { startPlatform, type Platform } from "../platform/start-platform.ts";
import { startAnthropic } from "../stand-ins/anthropic/start-anthropic.ts";
import { startOpenai } from "../stand-ins/openai/start-openai.ts";
import { text, toolCalls } from "../stand-ins/replies.ts";
import type { StandIn } from "../stand-ins/serve.ts";

const key = "sk-ant-the-workspaces-own-key-that-stays-secret";
const prompt = "A list of books with title, author and price";

let anthropic: StandIn;
let local: StandIn;
let stateDir: string;
let platform: Platform;
let client: Client;
let workspaceId: string;

beforeAll(async () => {
  const plans = scriptedModel({
    architect: () => toolCalls([{ name: "submit_plan", input: { plan: samplePlan(prompt, []), decisions: [] } }]),
  });
  const lent = { label: "Who borrows them?", why: "Nobody loses a book.", insert: "Books are lent to «friends»." };
  anthropic = await startAnthropic(
    (call, index) => {
      if (call.toolNames.includes("suggest")) return toolCalls([{ name: "suggest", input: { suggestions: [lent] } }]);
      return call.toolNames.length > 0 ? plans(call, index) : text("ok");
    },
    { apiKey: key },
  );
  local = await startOpenai(() => text("ok"), { apiKey: "none" });
  stateDir = await mkdtemp(join(tmpdir(), "nexusgen-own-keys-"));
  platform = await startPlatform({ stateDir, environment: { ANTHROPIC_BASE_URL: anthropic.url } });
  client = await Client.register(platform.url);
  const { body } = await client.call<{ items: { id: string }[] }>("GET", "/api/v1/workspaces");
  workspaceId = body.items[0]?.id ?? "";
});
afterAll(async () => {
  await platform?.stop();
  await Promise.all([anthropic?.close(), local?.close()]);
  await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
});

const keys = (provider: string) => `/api/v1/workspaces/${workspaceId}/provider-keys/${provider}`;
const tryKey = async (provider: string) =>
  (await client.call<{ outcome: string; message: string }>("POST", `${keys(provider)}/test`)).body;
const usage = async () =>
  (
    await client.call<{ spentUsd: number; heldUsd: number; sources: { keySource: string; costUsd: number }[] }>(
      "GET",
      `/api/v1/workspaces/${workspaceId}/usage`,
    )
  ).body;

async function plan(name: string) {
  const project = await client.createProject(name);
  const { id, provider } = await client.generate(project.id, prompt, "supervised");
  const generation = await client.waitFor(id, ["awaiting_approval"]);
  return { project, generation, provider, events: await client.allEvents(project.id) };
}

it("does not use a key that the workspace does not have", async () => {
  expect((await plan("Without")).provider).toBe("builtin");
});

it("says that a key is refused, and that another one works", async () => {
  await client.call("PUT", keys("anthropic"), { apiKey: "sk-ant-not-the-right-one-at-all" });
  expect(await tryKey("anthropic")).toMatchObject({ outcome: "authentication" });
  const { status } = await client.call("PUT", keys("anthropic"), { apiKey: key });
  expect(status).toBe(200);
  expect(await tryKey("anthropic")).toMatchObject({ outcome: "ok" });
});

it("plans with the workspace's key, and counts it as the workspace's", async () => {
  const { generation, provider, events } = await plan("Own");
  expect(provider).toBe("anthropic");
  const answers = events.flatMap((event) => (event.type === "agent.answered" ? [event.data] : []));
  expect(answers).toMatchObject([{ agent: "architect", keySource: "workspace" }]);
  const conversations = `/api/v1/generations/${generation.id}/conversations`;
  expect((await client.call("GET", conversations)).body).toMatchObject({
    items: [{ agent: "architect", keySource: "workspace", task: "Plan the app", outcome: "planned" }],
  });
  const { sources, spentUsd, heldUsd } = await usage();
  expect(sources).toMatchObject([{ keySource: "workspace", costUsd: generation.costUsd }]);
  expect({ spentUsd, heldUsd }).toEqual({ spentUsd: generation.costUsd, heldUsd: 0 });
});

it("asks the workspace's model what a prompt misses, within the month's budget", async () => {
  const suggestions = async () =>
    (
      await client.call<{ items: { insert: string }[]; problem: string | null }>(
        "POST",
        `/api/v1/workspaces/${workspaceId}/prompt-suggestions`,
        { prompt },
      )
    ).body;
  const before = await usage();
  expect(await suggestions()).toEqual({
    items: [{ label: "Who borrows them?", why: "Nobody loses a book.", insert: " Books are lent to «friends»." }],
    hasModel: true,
    problem: null,
  });
  const { sources, spentUsd, heldUsd } = await usage();
  expect(spentUsd).toBeGreaterThan(before.spentUsd);
  expect(heldUsd).toBe(0);
  expect(sources).toHaveLength(1);
  await client.call("PATCH", `/api/v1/workspaces/${workspaceId}`, { monthlyBudgetUsd: spentUsd + 0.0001 });
  expect(await suggestions()).toEqual({ items: [], hasModel: true, problem: expect.stringContaining("budget") });
  expect((await usage()).heldUsd).toBe(0);
  await client.call("PATCH", `/api/v1/workspaces/${workspaceId}`, { monthlyBudgetUsd: null });
});

it("goes on with the built-in engine when the month's budget would be crossed, and says so", async () => {
  const { spentUsd } = await usage();
  const before = anthropic.requests.length;
  await client.call("PATCH", `/api/v1/workspaces/${workspaceId}`, { monthlyBudgetUsd: spentUsd + 0.001 });
  const { generation, events } = await plan("Dear");
  expect(generation.costUsd).toBe(0);
  expect(anthropic.requests.length).toBe(before);
  expect(events.flatMap((event) => (event.type === "provider.changed" ? [event.data] : []))).toMatchObject([
    { from: "anthropic", to: "builtin", reason: expect.stringContaining("budget") },
  ]);
  await client.call("PATCH", `/api/v1/workspaces/${workspaceId}`, { monthlyBudgetUsd: null });
});

it("reaches a model on the same machine, which takes no key", async () => {
  const stored = await client.call("PUT", keys("compatible"), {
    apiKey: null,
    baseUrl: local.url,
    model: "qwen",
  });
  expect(stored.status).toBe(200);
  expect(await tryKey("compatible")).toMatchObject({ outcome: "ok", message: "qwen answered." });
});

it("still opens the key after a restart, and has written it nowhere", async () => {
  await platform.stop();
  platform = await startPlatform({ stateDir, port: platform.port, environment: { ANTHROPIC_BASE_URL: anthropic.url } });
  await client.signIn();
  expect(await tryKey("anthropic")).toMatchObject({ outcome: "ok" });
  expect(await findFilesWith(stateDir, key)).toEqual([]);
  expect(platform.output()).not.toContain(key);
  const list = async (path: string): Promise<string> => {
    const { status, body } = await client.call("GET", path);
    expect(status, path).toBe(200);
    return JSON.stringify(body);
  };
  const of = `/api/v1/workspaces/${workspaceId}`;
  const projects = await client.call<{ items: { id: string }[] }>("GET", "/api/v1/projects");
  const answers = await Promise.all([
    ...[`${of}/provider-keys`, `${of}/usage`, "/api/v1/workspaces"].map(list),
    ...projects.body.items.map(async ({ id }) => JSON.stringify(await client.allEvents(id))),
  ]);
  expect(answers.join("").length).toBeGreaterThan(1_000);
  expect(answers.filter((answer) => answer.includes(key))).toEqual([]);
});
