import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { call, createProject, read, readError, signUp, type SignedUp } from "../../test-client.ts";
import type { PageOf } from "../../schemas/lists.ts";
import type { SavedPromptView } from "../../schemas/saved-prompts.ts";

const db = (env as unknown as { DB: D1Database }).DB;

let ada: SignedUp;
let bob: SignedUp;
let base: string;
beforeAll(async () => {
  [ada, bob] = await Promise.all([signUp(), signUp()]);
  base = `/api/v1/workspaces/${(await createProject(ada.accessToken)).workspaceId}/prompts`;
});

const save = (body: unknown, token = ada.accessToken) => call(base, { method: "POST", token, body });
const list = async (query = ""): Promise<PageOf<SavedPromptView>> =>
  read(await call(base + query, { token: ada.accessToken }), 200);

describe("prompts that a workspace keeps", () => {
  it("are saved, renamed, changed and deleted, and the audit log knows by whom", async () => {
    const saved = await read<SavedPromptView>(await save({ title: " Shop ", prompt: "A shop for {{goods}}." }), 201);
    expect(saved).toMatchObject({ title: "Shop", prompt: "A shop for {{goods}}.", createdBy: ada.user.id });
    const at = `${base}/${saved.id}`;
    const renamed = await call(at, { method: "PATCH", token: ada.accessToken, body: { title: "Corner shop" } });
    expect(await read(renamed, 200)).toMatchObject({ title: "Corner shop", prompt: saved.prompt });
    expect((await list()).items).toMatchObject([{ id: saved.id, title: "Corner shop" }]);
    await read(await call(at, { method: "DELETE", token: ada.accessToken }), 204);
    expect((await list()).items).toEqual([]);
    await readError(await call(at, { method: "DELETE", token: ada.accessToken }), 404);
    const { results } = await db
      .prepare("SELECT action FROM audit_log WHERE actor_id = ? AND action LIKE 'saved_prompt.%' ORDER BY id")
      .bind(ada.user.id)
      .all<{ action: string }>();
    expect(results.map(({ action }) => action)).toEqual([
      "saved_prompt.created",
      "saved_prompt.changed",
      "saved_prompt.deleted",
    ]);
  });

  it("come in pages, oldest first", async () => {
    for (const title of ["One", "Two", "Three"]) await read(await save({ title, prompt: "An app." }), 201);
    const first = await list("?limit=2");
    expect(first.items.map(({ title }) => title)).toEqual(["One", "Two"]);
    expect((await list(`?limit=2&cursor=${first.nextCursor}`)).items.map(({ title }) => title)).toEqual(["Three"]);
  });

  it.each([
    ["no title", { prompt: "An app." }, "title"],
    ["an empty prompt", { title: "Empty", prompt: "  " }, "prompt"],
    ["a prompt that is too long", { title: "Long", prompt: "a".repeat(20_001) }, "prompt"],
    ["a field that does not exist", { title: "A", prompt: "An app.", shared: true }, "shared"],
  ])("are refused with %s", async (_what, body, field) => {
    expect(await readError(await save(body), 400)).toMatchObject({ details: [{ path: field }] });
  });

  it("cannot be reached through another workspace", async () => {
    const saved = await read<SavedPromptView>(await save({ title: "Ada's", prompt: "A secret plan." }), 201);
    const own = `/api/v1/workspaces/${(await createProject(bob.accessToken)).workspaceId}/prompts`;
    expect((await read<PageOf<SavedPromptView>>(await call(own, { token: bob.accessToken }), 200)).items).toEqual([]);
    for (const path of [`${own}/${saved.id}`, `${base}/${saved.id}`])
      for (const method of ["PATCH", "DELETE"]) {
        const body = method === "PATCH" ? { title: "Bob's" } : undefined;
        expect((await call(path, { method, token: bob.accessToken, body })).status, `${method} ${path}`).toBe(404);
      }
    expect((await list()).items.map(({ title }) => title)).toContain("Ada's");
  });
});

describe("suggestions for a prompt", () => {
  const ask = (token: string, body: unknown) =>
    call(base.replace(/prompts$/, "prompt-suggestions"), { method: "POST", token, body });

  it("are none where no model is set up, and nobody else's to ask for", async () => {
    const prompt = "A repair desk for a bike workshop";
    expect(await read(await ask(ada.accessToken, { prompt }), 200)).toEqual({
      items: [],
      hasModel: false,
      problem: null,
    });
    await readError(await ask(bob.accessToken, { prompt }), 404);
    await readError(await ask(ada.accessToken, { prompt: "" }), 400);
  });
});
