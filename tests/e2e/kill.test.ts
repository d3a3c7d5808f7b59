// The machine loses power while a generation is at work: SIGKILL to every process of the platform, then `npm start`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Envelope } from "#protocol/envelope.ts";
import type { LoopState } from "#protocol/loop-state.ts";
import { App, Client } from "../platform/client.ts";
import { processesUsing, startPlatform, type Platform } from "../platform/start-platform.ts";

const prompt = "An inventory tracker with products, suppliers and stock movements, low-stock badges";

/** Keeps the architect busy for long enough. */
const longPrompt = Array.from({ length: 230 }, (_unused, index) => `${prompt}, and note ${index}.`)
  .join(" ")
  .slice(0, 19_900);

let stateDir: string;
let platform: Platform;

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "nexusgen-kill-"));
  platform = await startPlatform({ stateDir });
});
afterAll(async () => {
  await platform.stop();
  await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
});

describe.each<LoopState>(["planning", "coding", "building", "deploying"])("SIGKILL in %s", (stage) => {
  it("ends the generation by itself after the next start, with no event lost or doubled and no orphan", async () => {
    // A stage may be over before the signal lands; then the next round tries again.
    for (let round = 1; ; round += 1) {
      const hit = await killIn(stage);
      if (hit) return;
      expect(round, `the signal never landed in ${stage}`).toBeLessThan(6);
    }
  });
});

async function killIn(stage: LoopState): Promise<boolean> {
  const client = await Client.register(platform.url);
  const project = await client.createProject(`Killed in ${stage}`);
  const socket = await client.openSocket(project.id);
  const entered = new Promise<void>((resolve) => {
    socket.onEvent((event) => {
      if (event.type === "loop.transition" && event.data.to === stage) resolve();
    });
  });
  const kill = await platform.armKill();
  // The answer may be lost with the platform; the events name the generation as well.
  const started = client.generate(project.id, stage === "planning" ? longPrompt : prompt).catch(() => null);
  await entered;
  await kill();
  await socket.closed;
  await expect.poll(() => processesUsing(stateDir), { timeout: 60_000 }).toEqual([]);
  const accepted = await started;
  const seen = [...socket.events];

  platform = await startPlatform({ stateDir, port: platform.port });
  await client.signIn();
  const generationId =
    accepted?.id ?? seen.find((event) => event.type === "generation.created")?.data.generation.id ?? "";
  const generation = await client.waitFor(generationId, ["complete"]);
  expect(generation).toMatchObject({ status: "complete" });

  const events = await client.allEvents(project.id);
  expectWhole(events);
  // What the client had seen is still there, unchanged, and a client that was away replays exactly the rest.
  expect(events.slice(0, seen.length)).toEqual(seen);
  const replay = await client.openSocket(project.id, seen.length);
  expect(replay.events).toEqual(events.slice(seen.length));
  replay.close();

  const app = await App.open(generation.previewUrl ?? "");
  expect((await app.call("GET", "/api/health")).status).toBe(200);
  return interruptedState(events) === stage;
}

/** Sequence without a hole, each id once, one end, and each stage's result once. */
function expectWhole(events: Envelope[]): void {
  expect(events.map((event) => event.seq)).toEqual(events.map((_event, index) => index + 1));
  expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  const count = (type: Envelope["type"]) => events.filter((event) => event.type === type).length;
  for (const once of [
    "generation.created",
    "plan.proposed",
    "version.created",
    "preview.ready",
    "generation.completed",
  ] as const) {
    expect(count(once), once).toBe(1);
  }
  const paths = events.flatMap((event) => (event.type === "file.changed" ? [event.data.path] : []));
  expect(new Set(paths).size).toBe(paths.length);
}

/** The state in which the loop found itself when it came back. */
function interruptedState(events: Envelope[]): LoopState | null {
  let state: LoopState | null = null;
  for (const event of events) {
    if (event.type === "loop.transition") state = event.data.to;
    if (event.type === "log.appended" && event.data.text.startsWith("The platform was interrupted here")) return state;
  }
  return null;
}
