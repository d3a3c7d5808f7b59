import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { generations } from "#db/schema/index.ts";
import { planFromPrompt } from "#engine/architect/architect.ts";
import { call, createProject, env, read, signUp, writeVersion, type SignedUp } from "../../test-client.ts";
import type { HistoryEntry } from "../../schemas/history.ts";
import type { PageOf } from "../../schemas/lists.ts";
import type { ProjectView } from "../../schemas/projects.ts";

const db = openDatabase(env.DB);
const plan = planFromPrompt("A help desk called Helpline.\n- Tickets: title, status (open, solved)");

let ada: SignedUp;
let bob: SignedUp;
let shop: ProjectView;
let desk: ProjectView;

async function ask(project: ProjectView, prompt: string): Promise<void> {
  await db.insert(generations).values({
    id: newId("generation"),
    projectId: project.id,
    prompt,
    mode: "auto",
    provider: "builtin",
    stack: "edge",
    status: "complete",
    prd: plan.ok ? plan.prd : null,
    startedAt: new Date().toISOString(),
    createdBy: ada.user.id,
  });
  // Ids sort to the millisecond.
  const at = Date.now();
  while (Date.now() === at);
}

beforeAll(async () => {
  [ada, bob] = await Promise.all([signUp(), signUp()]);
  shop = await createProject(ada.accessToken, { name: "Corner shop" });
  desk = await createProject(ada.accessToken, { name: "Front desk" });
  await ask(shop, "Sell bread");
  await ask(desk, "Track visitors, 100% of them");
  await ask(shop, "Sell cakes too");
});

const history = async ({ accessToken }: SignedUp, query = ""): Promise<PageOf<HistoryEntry>> =>
  read(await call(`/api/v1/generations${query}`, { token: accessToken }), 200);

describe("the history of prompts", () => {
  it("goes over all projects, newest first, in pages", async () => {
    const first = await history(ada, "?limit=2");
    expect(first.items.map(({ prompt, projectName }) => [prompt, projectName])).toEqual([
      ["Sell cakes too", "Corner shop"],
      ["Track visitors, 100% of them", "Front desk"],
    ]);
    const rest = await history(ada, `?limit=2&cursor=${first.nextCursor}`);
    expect(rest).toMatchObject({ items: [{ prompt: "Sell bread", projectId: shop.id }], nextCursor: null });
  });

  it.each([
    ["words of a prompt", "cakes", ["Sell cakes too"]],
    ["a project's name", "front", ["Track visitors, 100% of them"]],
    ["a sign as it is written", "100%", ["Track visitors, 100% of them"]],
    ["nothing that is not there", "tractor", []],
  ])("finds %s", async (_what, words, found) => {
    const { items } = await history(ada, `?search=${encodeURIComponent(words)}`);
    expect(items.map(({ prompt }) => prompt)).toEqual(found);
  });

  it("shows nothing of other people's projects", async () => {
    expect(await history(bob)).toEqual({ items: [], nextCursor: null });
    expect(await history(bob, "?search=Sell")).toEqual({ items: [], nextCursor: null });
  });
});

describe("the picture of a project", () => {
  const at = (path: string, { accessToken } = ada) =>
    call(`/api/v1/projects/${shop.id}${path}`, { token: accessToken });

  it("is a sketch of its newest plan as long as there is no version", async () => {
    const response = await at("/picture");
    expect(response.headers.get("x-picture")).toBe("sketch");
    expect(await response.text()).toContain("Helpline");
  });

  it("is the screenshot of the version that the preview shows, once there is one", async () => {
    const versionId = await writeVersion(shop, { number: 1, files: { "a.ts": "1" } });
    const bytes = new Uint8Array([82, 73, 70, 70]);
    const sha256 = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
    await env.BLOBS.put(`blobs/${sha256}`, bytes);
    await env.DB.batch([
      env.DB.prepare("UPDATE project_versions SET picture_sha = ? WHERE id = ?").bind(sha256, versionId),
      env.DB.prepare("UPDATE projects SET current_version_id = ? WHERE id = ?").bind(versionId, shop.id),
    ]);
    for (const path of ["/picture", "/versions/1/picture"]) {
      const response = await at(path);
      expect(response.headers.get("content-type"), path).toBe("image/webp");
      expect(new Uint8Array(await response.arrayBuffer()), path).toEqual(bytes);
      expect((await at(path, bob)).status, path).toBe(404);
    }
  });

  it("is empty where nothing was ever planned", async () => {
    const fresh = await createProject(ada.accessToken);
    expect((await call(`/api/v1/projects/${fresh.id}/picture`, { token: ada.accessToken })).status).toBe(204);
  });
});
