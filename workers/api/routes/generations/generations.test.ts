import { beforeAll, describe, expect, it } from "vitest";
import type { GenerationView } from "#protocol/project-events.ts";
import type { PageOf } from "../../schemas/lists.ts";
import { generationSchema } from "../../schemas/generations.ts";
import { snapshotSchema } from "../../schemas/events.ts";
import { call, createProject, read, readError, signUp, type SignedUp } from "../../test-client.ts";
import { eventually } from "../../../../tests/eventually.ts";

let ada: SignedUp;
beforeAll(async () => {
  ada = await signUp();
});

const prompt = "An inventory tracker for a small shop: products with a name, a price and a stock level.";
// Supervised: a generation waits at its plan, so that no build starts.
const start = (projectId: string, fields: Record<string, unknown> = {}) =>
  call("/api/v1/generations", {
    method: "POST",
    token: ada.accessToken,
    body: { projectId, prompt, mode: "supervised", ...fields },
  });
const read202 = async (response: Response) => read<GenerationView>(response, 202);
const command = (id: string, name: string, body?: unknown) =>
  call(`/api/v1/generations/${id}/${name}`, { method: "POST", token: ada.accessToken, body });
const show = async (id: string) =>
  read<GenerationView>(await call(`/api/v1/generations/${id}`, { token: ada.accessToken }), 200);

function waitFor(id: string, status: GenerationView["status"]): Promise<GenerationView> {
  return eventually(async () => {
    const view = await show(id);
    expect(view.status).toBe(status);
    return view;
  });
}

describe("starting a generation", () => {
  it("answers 202 with a generation that can be read at once", async () => {
    const { id } = await createProject(ada.accessToken);
    const generation = await read202(await start(id, { budgetUsd: 2.5 }));
    expect(generationSchema.strict().parse(generation)).toMatchObject({
      projectId: id,
      prompt,
      mode: "supervised",
      budgetUsd: 2.5,
      versionId: null,
      previewUrl: null,
      endedAt: null,
      createdBy: ada.user.id,
    });
    expect((await show(generation.id)).id).toBe(generation.id);
    await command(generation.id, "cancel");
  });

  it.each([
    { what: "no prompt", fields: { prompt: undefined }, field: "prompt" },
    { what: "a blank prompt", fields: { prompt: " \n " }, field: "prompt" },
    { what: "an unknown mode", fields: { mode: "yolo" }, field: "mode" },
    { what: "a negative budget", fields: { budgetUsd: -1 }, field: "budgetUsd" },
    { what: "an unknown field", fields: { model: "x" }, field: "model" },
  ])("refuses $what", async ({ fields, field }) => {
    const { id } = await createProject(ada.accessToken);
    const error = await readError(await start(id, fields), 400);
    expect(error).toMatchObject({ code: "VALIDATION_ERROR", details: [{ path: field }] });
  });

  it("does not find a project that does not exist", async () => {
    expect(await readError(await start("prj_nothing"), 404)).toMatchObject({ code: "NOT_FOUND_ERROR" });
  });

  it("takes mode and budget from the project's settings when the request names none", async () => {
    const { id } = await createProject(ada.accessToken);
    const settings = { mode: "supervised", budgetUsd: 3 };
    await call(`/api/v1/projects/${id}`, { method: "PATCH", token: ada.accessToken, body: { settings } });
    const generation = await read202(await start(id, { mode: undefined }));
    expect(generation).toMatchObject(settings);
    await command(generation.id, "cancel");
  });
});

describe("commanding a generation", () => {
  it("waits at the plan, takes a rejection with a comment, and can be paused, resumed and cancelled", async () => {
    const { id: projectId } = await createProject(ada.accessToken);
    const { id } = await read202(await start(projectId));
    await waitFor(id, "awaiting_approval");
    expect((await command(id, "reject", { comment: "Also track suppliers." })).status).toBe(200);
    await waitFor(id, "awaiting_approval");
    expect(await read(await command(id, "pause"), 200)).toMatchObject({ status: "paused" });
    expect(await read(await command(id, "resume", {}), 200)).toMatchObject({ status: "awaiting_approval" });
    const ended = await read<GenerationView>(await command(id, "cancel"), 200);
    expect(ended).toMatchObject({ status: "cancelled" });
    expect(ended.endedAt).not.toBeNull();
    expect(await show(id)).toMatchObject({ status: "cancelled" });
  });

  it("refuses what the present state does not allow", async () => {
    const { id: projectId } = await createProject(ada.accessToken);
    const { id } = await read202(await start(projectId));
    await read(await command(id, "cancel"), 200);
    expect(await readError(await command(id, "approve"), 409)).toMatchObject({ code: "CONFLICT" });
    expect(await readError(await command(id, "approve", { note: "x" }), 400)).toMatchObject({
      code: "VALIDATION_ERROR",
    });
  });
});

describe("following a generation", () => {
  it("shows it in the project's list, snapshot and events", async () => {
    const { id: projectId } = await createProject(ada.accessToken);
    const { id } = await read202(await start(projectId));
    await waitFor(id, "awaiting_approval");
    const get = (path: string) => call(`/api/v1/projects/${projectId}${path}`, { token: ada.accessToken });

    const list = await read<PageOf<GenerationView>>(await get("/generations"), 200);
    expect(list).toMatchObject({ items: [{ id }], nextCursor: null });

    const snapshot = snapshotSchema.strict().parse(await read(await get("/snapshot"), 200));
    expect(snapshot).toMatchObject({ generation: { id, status: "awaiting_approval" } });
    expect(snapshot.prd?.models.length).toBeGreaterThan(0);

    const seqs: number[] = [];
    const types: string[] = [];
    let query = "?limit=3";
    for (let pages = 0; pages < 100; pages++) {
      const page = await read<PageOf<{ seq: number; type: string }>>(await get(`/events${query}`), 200);
      seqs.push(...page.items.map(({ seq }) => seq));
      types.push(...page.items.map(({ type }) => type));
      if (page.nextCursor === null) break;
      query = `?limit=3&after=${page.nextCursor}`;
    }
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect(seqs.length).toBeGreaterThanOrEqual(snapshot.seq);
    expect(types).toContain("generation.created");
    expect(types).toContain("plan.proposed");
    await command(id, "cancel");
  });
});
