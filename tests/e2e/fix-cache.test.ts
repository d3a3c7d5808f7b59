// What a person mends in one app is mended by the platform in the next one of the workspace, and nobody else's.
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { GenerationView } from "#protocol/project-events.ts";
import type { FixesView } from "../../workers/api/schemas/fixes.ts";
import { Client } from "../platform/client.ts";

const platform = inject("sharedPlatform");
let client: Client;
beforeAll(async () => {
  client = await Client.register(platform.url);
});

const path = "src/server/errors.ts";
const whole = 'code: known?.code ?? "SYSTEM_ERROR"';
/** Which default is meant, no rule knows. */
const broken = "code: known?.code";

async function makeApp(by: Client, name: string, prompt: string): Promise<string> {
  const { id } = await by.createProject(name);
  const { id: generation } = await by.generate(id, prompt);
  expect(await by.waitFor(generation, ["complete"])).toMatchObject({ status: "complete" });
  return id;
}

/** Edits the newest version by hand and builds it. */
async function edit(by: Client, projectId: string, from: string, to: string): Promise<GenerationView> {
  const versions = `/api/v1/projects/${projectId}/versions`;
  const { body: newest } = await by.call<{ id: string }>("GET", `${versions}/latest`);
  const { body: text } = await by.call<string>("GET", `${versions}/latest/files/${encodeURIComponent(path)}`);
  expect(text).toContain(from);
  const changes = [{ path, content: text.replace(from, to) }];
  const { body: version } = await by.call<{ id: string }>("POST", versions, { base: newest.id, changes });
  const { body: started } = await by.call<GenerationView>("POST", `${versions}/${version.id}/build`);
  return by.waitFor(started.id, ["complete", "escalated", "failed"]);
}

const origins = async (by: Client, generation: GenerationView) =>
  (await by.allEvents(generation.projectId)).flatMap((event) =>
    event.type === "heal.attempted" && event.data.generationId === generation.id ? event.data.origin : [],
  );

describe("a fault that a person mended", () => {
  it("is mended from the cache in another app of the workspace, and in nobody else's", async () => {
    const bookshop = await makeApp(client, "Bookshop", "A list of books with title, author and price");
    const failed = await edit(client, bookshop, whole, broken);
    expect(failed.status).toBe("escalated");
    expect(await edit(client, bookshop, broken, whole)).toMatchObject({ status: "complete" });

    const { body: workspaces } = await client.call<{ items: { id: string }[] }>("GET", "/api/v1/workspaces");
    const fixes = `/api/v1/workspaces/${workspaces.items[0]?.id}/fixes`;
    const { body: learned } = await client.call<FixesView>("GET", fixes);
    expect(learned.items).toMatchObject([{ origin: "person", successes: 1, shareable: false, kind: "type/null" }]);

    const harbour = await makeApp(client, "Harbour", "Boats with a name and length, and berths with a number");
    const healed = await edit(client, harbour, whole, broken);
    expect(healed).toMatchObject({ status: "complete" });
    expect(await origins(client, healed)).toEqual(["cache"]);
    const { body: text } = await client.call<string>(
      "GET",
      `/api/v1/projects/${harbour}/versions/latest/files/${encodeURIComponent(path)}`,
    );
    expect(text).toContain(whole);
    const { body: used } = await client.call<FixesView>("GET", fixes);
    expect(used).toMatchObject({ items: [{ successes: 2, failures: 0 }], totals: { fixes: 1, successes: 2 } });

    const stranger = await Client.register(platform.url, "Bob");
    const other = await makeApp(stranger, "Boatyard", "Boats with a name and length");
    const alone = await edit(stranger, other, whole, broken);
    expect(alone.status).toBe("escalated");
    expect(await origins(stranger, alone)).not.toContain("cache");
    expect((await stranger.call("GET", fixes)).status).toBe(404);
  });
});
