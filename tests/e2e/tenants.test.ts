// Two users: nothing of the one is visible to the other, by any door.
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { GenerationView } from "#protocol/project-events.ts";
import { App, Client, openSocket, type ProjectView } from "../platform/client.ts";

const platform = inject("sharedPlatform");
let ada: Client;
let eve: Client;
let project: ProjectView;
let generation: GenerationView;
let evesGeneration: GenerationView;

beforeAll(async () => {
  [ada, eve] = await Promise.all([Client.register(platform.url, "Ada"), Client.register(platform.url, "Eve")]);
  project = await ada.createProject("Diary");
  const started = await ada.generate(project.id, "A diary with entries: title, date, text and mood");
  generation = await ada.waitFor(started.id, ["complete"]);
  const evesProject = await eve.createProject("Diary");
  const evesStart = await eve.generate(evesProject.id, "A diary with entries: title, date, text and mood");
  evesGeneration = await eve.waitFor(evesStart.id, ["complete"]);
});

describe("the API", () => {
  it("answers another user's ids like ids that do not exist", async () => {
    const paths = [
      `/api/v1/projects/${project.id}`,
      `/api/v1/generations/${generation.id}`,
      `/api/v1/projects/${project.id}/events`,
      `/api/v1/projects/${project.id}/snapshot`,
      `/api/v1/projects/${project.id}/versions`,
      `/api/v1/projects/${project.id}/versions/1/files`,
      `/api/v1/projects/${project.id}/versions/1/files/package.json`,
      `/api/v1/projects/${project.id}/export?format=source`,
      `/api/v1/projects/${project.id}/deployments`,
    ];
    for (const path of paths) {
      const other = await eve.call<{ error: Record<string, unknown> }>("GET", path);
      const missing = await eve.call<{ error: Record<string, unknown> }>(
        "GET",
        path.replace(/(prj|gen)_\w+/, "$1_00000000000000000000000000"),
      );
      expect(other.status, path).toBe(404);
      expect({ ...other.body.error, requestId: "" }, path).toEqual({ ...missing.body.error, requestId: "" });
      expect((await ada.call("GET", path)).status, path).toBe(200);
    }
  });

  it("lets nobody else change, stop or delete", async () => {
    for (const command of ["cancel", "pause", "resume", "approve", "reject"]) {
      expect((await eve.call("POST", `/api/v1/generations/${generation.id}/${command}`)).status, command).toBe(404);
    }
    expect((await eve.call("PATCH", `/api/v1/projects/${project.id}`, { name: "Mine" })).status).toBe(404);
    expect((await eve.call("DELETE", `/api/v1/projects/${project.id}`)).status).toBe(404);
    expect((await eve.call("POST", "/api/v1/generations", { projectId: project.id, prompt: "x" })).status).toBe(404);
    expect((await eve.call("POST", `/api/v1/projects/${project.id}/versions/1/rollback`)).status).toBe(404);
    expect((await ada.call<ProjectView>("GET", `/api/v1/projects/${project.id}`)).body.name).toBe("Diary");
  });

  it("lists only one's own projects", async () => {
    const { body } = await eve.call<{ items: ProjectView[] }>("GET", "/api/v1/projects");
    expect(body.items.map((item) => item.id)).not.toContain(project.id);
  });

  it("gives nothing to callers without a token", async () => {
    const nobody = new Client(platform.url);
    expect((await nobody.call("GET", `/api/v1/projects/${project.id}`)).status).toBe(401);
  });
});

describe("sockets", () => {
  it("give no ticket to another user", async () => {
    expect((await eve.call("POST", `/api/v1/projects/${project.id}/socket-tickets`)).status).toBe(404);
  });

  it("do not open with a ticket for another project", async () => {
    const own = await eve.call<{ url: string }>("POST", `/api/v1/projects/${evesGeneration.projectId}/socket-tickets`);
    expect(own.status).toBe(201);
    const crossed = own.body.url.replace(evesGeneration.projectId, project.id);
    expect(crossed).not.toBe(own.body.url);
    await expect(openSocket(crossed, 0, false)).rejects.toThrow();
  });
});

describe("previews", () => {
  it("do not open without access, nor with that of another app", async () => {
    const adas = generation.previewUrl ?? "";
    expect((await App.anonymous(adas).call("GET", "/")).status).toBe(401);
    expect((await App.anonymous(adas).call("GET", "/api/entries")).status).toBe(401);
    const evesToken = new URL(evesGeneration.previewUrl ?? "").search;
    // A token of another app gives no cookie: what it leads on to is still closed.
    const crossed = await App.anonymous(adas).call("GET", `/${evesToken}`);
    expect(crossed.headers["set-cookie"]).toBeUndefined();
    expect((await App.anonymous(adas).call("GET", crossed.headers.location ?? "/")).status).toBe(401);
    const redeemed = await App.anonymous(evesGeneration.previewUrl ?? "").call("GET", `/${evesToken}`);
    const cookie = (redeemed.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
    expect(cookie).not.toBe("");
    expect((await App.anonymous(adas).call("GET", "/", undefined, { cookie })).status).toBe(401);
  });

  it("keep their data apart although the apps are the same", async () => {
    const adas = await App.open(generation.previewUrl ?? "");
    const eves = await App.open(evesGeneration.previewUrl ?? "");
    const secret = `secret of Ada ${crypto.randomUUID()}`;
    const fields = { title: secret, date: "2026-01-01", text: secret };
    const created = await adas.call("POST", "/api/entries", fields, {
      origin: `http://${new URL(generation.previewUrl ?? "").host}`,
    });
    expect(created.status, created.text).toBe(201);
    expect((await adas.call("GET", `/api/entries?search=${encodeURIComponent(secret)}`)).text).toContain(secret);
    expect((await eves.call("GET", `/api/entries?search=${encodeURIComponent(secret)}`)).text).not.toContain(secret);
  });
});

describe("storage", () => {
  it("is reached by no path of the public address", async () => {
    const path = `/api/v1/projects/${project.id}/versions/1/files`;
    const { body: files } = await ada.call<{ sha256: string }[]>("GET", path);
    const first = files[0]?.sha256;
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    for (const path of [
      `/blobs/${first}`,
      `/api/v1/blobs/${first}`,
      `/api/blobs/${first}`,
      `/__nexus/ping`,
      `/__nexus/apps/${project.id}:preview`,
    ]) {
      const answer = await eve.call<string>("GET", path);
      // The web app answers unknown pages with its own page; what matters is that no content is in it.
      expect(String(answer.body), path).not.toContain('"dependencies"');
      expect(answer.headers.get("content-type") ?? "", path).not.toContain("octet-stream");
    }
  });

  it("is kept in a directory that only its owner can read", async () => {
    expect(await readdir(platform.stateDir)).toContain("secrets.json");
    const { mode } = await stat(platform.stateDir);
    expect(mode & 0o077).toBe(0);
    const secrets = await stat(join(platform.stateDir, "secrets.json"));
    expect(secrets.mode & 0o077).toBe(0);
  });
});
