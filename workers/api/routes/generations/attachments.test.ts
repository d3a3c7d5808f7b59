import { beforeAll, describe, expect, it } from "vitest";
import { pngOf } from "#engine/attachments/fixtures.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { Envelope } from "#protocol/envelope.ts";
import { eventually } from "../../../../tests/eventually.ts";
import { createApp } from "../../app.ts";
import type { UploadedAsset } from "../../schemas/assets.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import { call, createProject, env, origin, read, readError, signUp, type SignedUp } from "../../test-client.ts";

let ada: SignedUp;
let project: ProjectView;
beforeAll(async () => {
  ada = await signUp();
  project = await createProject(ada.accessToken, { name: "Sales" });
});

async function upload(name: string, body: BodyInit, to = project, token = ada.accessToken): Promise<UploadedAsset> {
  const request = new Request(`${origin}/api/v1/projects/${to.id}/assets?name=${name}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body,
  });
  return read(await createApp().fetch(request, env), 201);
}

const start = (body: Record<string, unknown>, projectId = project.id): Promise<Response> =>
  call("/api/v1/generations", {
    method: "POST",
    token: ada.accessToken,
    body: { projectId, prompt: "make a CRM from this", mode: "supervised", ...body },
  });

async function planOf(generationId: string, projectId: string) {
  return eventually(async () => {
    const { items } = await read<{ items: Envelope[] }>(
      await call(`/api/v1/projects/${projectId}/events?limit=100`, { token: ada.accessToken }),
      200,
    );
    const plan = items.find((event) => event.type === "plan.proposed" && event.data.generationId === generationId);
    if (plan?.type !== "plan.proposed") throw new Error("There is no plan yet.");
    return { prd: plan.data.prd, items };
  });
}

describe("a request with files", () => {
  it("is planned by rules from a table, whose rows are the first records, and says what it could not see", async () => {
    const csv = "name,email,plan\nAda,ada@example.com,Pro\nAlan,alan@example.com,Free\n";
    const [table, sketch] = [await upload("customers.csv", csv), await upload("sketch.png", pngOf(20, 20))];
    const selection = { selector: "main > h1", text: "Welcome", page: "/" };
    const body = { attachmentIds: [table.id, sketch.id, table.id], selection };
    const started = await read<GenerationView>(await start(body), 202);
    const attachments = [
      { id: table.id, name: "customers.csv", kind: "csv", size: csv.length },
      { id: sketch.id, name: "sketch.png", kind: "image", size: sketch.size },
    ];
    expect(started).toMatchObject({ attachments, selection });
    const { prd, items } = await planOf(started.id, project.id);
    const customer = prd.models.find(({ name }) => name === "Customer");
    expect(customer?.fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "name: text",
      "email: email",
      "plan: text",
    ]);
    expect(customer?.examples).toEqual([
      { name: "Ada", email: "ada@example.com", plan: "Pro" },
      { name: "Alan", email: "alan@example.com", plan: "Free" },
    ]);
    expect(prd.openQuestions[0]).toContain("sketch.png was not looked at");
    expect(items).toContainEqual(
      expect.objectContaining({
        type: "generation.created",
        data: expect.objectContaining({ generation: expect.objectContaining({ attachments, selection }) }),
      }),
    );
    const stored = await read(await call(`/api/v1/generations/${started.id}`, { token: ada.accessToken }), 200);
    expect(stored).toMatchObject({ attachments, selection });
    await call(`/api/v1/generations/${started.id}/cancel`, { method: "POST", token: ada.accessToken, body: {} });
  });

  it("is planned from the text of a document as from the prompt", async () => {
    const own = await createProject(ada.accessToken, { name: "Brief" });
    const brief = await upload("brief.md", "# Brief\nTrack recipes with title, ingredients and cooking time.", own);
    const body = { prompt: "Build what the brief describes", attachmentIds: [brief.id] };
    const started = await read<GenerationView>(await start(body, own.id), 202);
    const { prd } = await planOf(started.id, own.id);
    expect(prd.models.map(({ name }) => name)).toEqual(["Recipe"]);
    expect(prd.assumptions).toContain("brief.md was read as part of the request.");
  });

  it("refuses files of another project and of another tenant in the same words as files that never were", async () => {
    const other = await createProject(ada.accessToken, { name: "Other" });
    const bob = await signUp();
    const theirs = await createProject(bob.accessToken);
    const mine = await upload("a.txt", "mine", other);
    const foreign = await upload("b.txt", "theirs", theirs, bob.accessToken);
    for (const id of [mine.id, foreign.id, "ast_never"]) {
      const error = await readError(await start({ attachmentIds: [id] }), 400);
      expect(error).toMatchObject({
        code: "VALIDATION_ERROR",
        message: `This project has no file ${id}. Upload it first.`,
        details: [{ path: "attachmentIds.0", message: "There is no such file." }],
      });
    }
  });

  it("refuses more files, and more of them, than go with a request", async () => {
    const many = Array.from({ length: 11 }, (_, at) => `ast_${at}`);
    expect((await readError(await start({ attachmentIds: many }), 400)).message).toContain("At most 10 files");
    const file = await upload("c.txt", "words");
    await env.DB.prepare("UPDATE assets SET size = 21000000 WHERE id = ?").bind(file.id).run();
    const error = await readError(await start({ attachmentIds: [file.id] }), 413);
    expect(error).toMatchObject({ code: "PAYLOAD_TOO_LARGE", message: expect.stringContaining("20 MB together") });
  });
});
