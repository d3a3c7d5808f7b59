// Pause, resume and cancel on the real platform, in the middle of a real build.
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { LoopState } from "#protocol/loop-state.ts";
import { App, Client, type LiveSocket } from "../platform/client.ts";
import { processesUsing } from "../platform/start-platform.ts";

const prompt = "A recipe box with recipes and ingredients; each recipe has many ingredients";

const platform = inject("sharedPlatform");
let client: Client;

beforeAll(async () => {
  client = await Client.register(platform.url);
});

/** Resolves when the loop is in `state`, or when a step of a build has begun in it. */
function reached(socket: LiveSocket, state: LoopState, step?: string): Promise<void> {
  return new Promise((resolve) => {
    let current: LoopState = "idle";
    socket.onEvent((event) => {
      if (event.type === "loop.transition") current = event.data.to;
      const begun = event.type === "log.appended" && event.data.source === step;
      if (current === state && (step === undefined || begun)) resolve();
    });
  });
}

/** What the builder runs for generated code: everything in a build's own folder. */
const buildProcesses = async () =>
  (await processesUsing(`${platform.stateDir}/builder/builds`)).filter((line) => !line.includes("main.ts"));

describe("in the middle of a build", () => {
  it("cancel ends the generation at once and the build's processes with it", async () => {
    const project = await client.createProject("Cancelled");
    const socket = await client.openSocket(project.id);
    const building = reached(socket, "building", "build");
    const { id } = await client.generate(project.id, prompt);
    await building;
    expect(await buildProcesses()).not.toEqual([]);
    const answer = await client.call<{ status: string }>("POST", `/api/v1/generations/${id}/cancel`);
    expect(answer).toMatchObject({ status: 200, body: { status: "cancelled" } });
    await expect.poll(buildProcesses, { interval: 20, timeout: 60_000 }).toEqual([]);
    expect(await client.generation(id)).toMatchObject({ status: "cancelled" });
    const events = await client.allEvents(project.id);
    expect(events.at(-1)?.type).toBe("generation.cancelled");
    socket.close();
  });

  it("pause stops the build, resume builds again, and the app comes out", async () => {
    const project = await client.createProject("Paused");
    const socket = await client.openSocket(project.id);
    const building = reached(socket, "building", "build");
    const { id } = await client.generate(project.id, prompt);
    await building;
    const paused = await client.call("POST", `/api/v1/generations/${id}/pause`);
    expect(paused).toMatchObject({ status: 200, body: { status: "paused", pausedFrom: "building" } });
    await expect.poll(buildProcesses, { interval: 20, timeout: 60_000 }).toEqual([]);
    const before = await client.allEvents(project.id);
    expect((await client.call("POST", `/api/v1/generations/${id}/approve`)).status).toBe(409);
    expect(await client.allEvents(project.id)).toEqual(before);

    const resumed = await client.call("POST", `/api/v1/generations/${id}/resume`);
    expect(resumed).toMatchObject({ status: 200, body: { status: "building" } });
    const done = await client.waitFor(id, ["complete"]);
    expect(done).toMatchObject({ status: "complete" });
    const app = await App.open(done.previewUrl ?? "");
    expect((await app.call("GET", "/api/recipes")).status).toBe(200);
    socket.close();
  });
});

describe("a supervised generation", () => {
  it("waits at the plan and at the preview, and a second prompt is refused meanwhile", async () => {
    const project = await client.createProject("Supervised");
    const { id } = await client.generate(project.id, prompt, "supervised");
    expect(await client.waitFor(id, ["awaiting_approval"])).toMatchObject({ status: "awaiting_approval" });
    const second = await client.call("POST", "/api/v1/generations", {
      projectId: project.id,
      prompt: "Something else",
    });
    expect(second).toMatchObject({ status: 409, body: { error: { code: "CONFLICT" } } });
    expect((await client.call("POST", `/api/v1/generations/${id}/approve`)).status).toBe(200);
    const preview = await client.waitFor(id, ["preview"]);
    expect(preview.status).toBe("preview");
    const app = await App.open(preview.previewUrl ?? "");
    expect((await app.call("GET", "/")).status).toBe(200);
    expect((await client.call("POST", `/api/v1/generations/${id}/approve`)).status).toBe(200);
    expect((await client.waitFor(id, ["complete"])).status).toBe("complete");
  });
});
