import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openDatabase } from "#db/client.ts";
import { loadModels } from "../../../models/load-models.ts";
import type { KeyTestView, ProviderKeysView, ProviderKeyView, WorkspaceView } from "../../schemas/workspaces.ts";
import { call, createProject, env, read, readError, signUp, type SignedUp } from "../../test-client.ts";
import { createApp } from "../../app.ts";

const key = "sk-ant-a-secret-key-that-ends-in-wxyz";
let ada: SignedUp;
let projectId: string;
let workspaceId: string;

beforeAll(async () => {
  ada = await signUp();
  const project = await createProject(ada.accessToken);
  projectId = project.id;
  workspaceId = project.workspaceId;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const path = (provider = "", id = workspaceId) => `/api/v1/workspaces/${id}/provider-keys${provider && `/${provider}`}`;
const list = async () => read<ProviderKeysView>(await call(path(), { token: ada.accessToken }), 200);
const put = (provider: string, body: unknown, token = ada.accessToken) =>
  call(path(provider), { method: "PUT", token, body });
const remove = (provider: string) => call(path(provider), { method: "DELETE", token: ada.accessToken });
const test = async (provider: string) =>
  read<KeyTestView>(await call(`${path(provider)}/test`, { method: "POST", token: ada.accessToken }), 200);
const models = () => loadModels(env, openDatabase(env.DB), projectId);

async function addMember(role: string): Promise<SignedUp> {
  const member = await signUp();
  await env.DB.prepare("INSERT INTO workspace_members (workspace_id, user_id, role, created_at) VALUES (?, ?, ?, ?)")
    .bind(workspaceId, member.user.id, role, new Date().toISOString())
    .run();
  return member;
}

describe("a workspace's own key", () => {
  it("is stored sealed, shown by its last signs, used before the platform's, and forgotten", async () => {
    const shown = await read<ProviderKeyView>(await put("anthropic", { apiKey: ` ${key} ` }), 200);
    expect(shown).toMatchObject({ provider: "anthropic", lastSigns: "wxyz", testedAt: null, baseUrl: null });
    expect(shown.createdBy.id).toBe(ada.user.id);
    expect(await list()).toMatchObject({ items: [shown], canStore: true });
    expect(JSON.stringify(await list())).not.toContain("secret-key");
    const rows = await env.DB.prepare("SELECT * FROM provider_keys").all();
    expect(JSON.stringify(rows)).not.toContain("secret-key");
    expect(await models()).toMatchObject({ keySources: { anthropic: "workspace" }, names: ["anthropic", "builtin"] });
    expect((await remove("anthropic")).status).toBe(204);
    expect((await list()).items).toEqual([]);
    expect((await models()).names).toEqual(["builtin"]);
    expect((await remove("anthropic")).status).toBe(404);
  });

  it("keeps its secret when its model is changed, and wants it again when its address is", async () => {
    const server = { baseUrl: "https://models.example.com/v1", model: "small" };
    await read(await put("compatible", { ...server, apiKey: key }), 200);
    const changed = await read<ProviderKeyView>(await put("compatible", { ...server, model: "large" }), 200);
    expect(changed).toMatchObject({ model: "large", lastSigns: "wxyz" });
    const moved = await readError(await put("compatible", { ...server, baseUrl: "https://evil.example.com/v1" }), 400);
    expect(moved.details).toEqual([{ path: "apiKey", message: "The address has changed: enter the key again." }]);
    await remove("compatible");
  });

  it("opens in its own workspace alone, also when its row is copied into another", async () => {
    await read(await put("openai", { apiKey: key }), 200);
    const bob = await signUp();
    const other = await createProject(bob.accessToken);
    await env.DB.prepare("UPDATE provider_keys SET workspace_id = ? WHERE workspace_id = ?")
      .bind(other.workspaceId, workspaceId)
      .run();
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (input: RequestInfo) => {
      asked.push(String(input));
      return Response.json({});
    });
    const tested = await call(`${path("openai", other.workspaceId)}/test`, { method: "POST", token: bob.accessToken });
    expect(await read<KeyTestView>(tested, 200)).toMatchObject({ outcome: "authentication" });
    expect(asked).toEqual([]);
  });

  it.each([
    { what: "no key", provider: "anthropic", body: {}, field: "apiKey" },
    { what: "a key with spaces", provider: "anthropic", body: { apiKey: "two words" }, field: "apiKey" },
    { what: "an address without a name", provider: "compatible", body: { apiKey: key }, field: "baseUrl" },
    {
      what: "no model for a server of one's own",
      provider: "compatible",
      body: { apiKey: null, baseUrl: "https://models.example.com/v1" },
      field: "model",
    },
    {
      what: "an address inside a network",
      provider: "compatible",
      body: { apiKey: null, baseUrl: "https://169.254.169.254/v1", model: "m" },
      field: "baseUrl",
    },
    { what: "an unknown field", provider: "openai", body: { apiKey: key, organisation: "x" }, field: "organisation" },
  ])("is refused with $what", async ({ provider, body, field }) => {
    const error = await readError(await put(provider, body), 400);
    expect(error).toMatchObject({ code: "VALIDATION_ERROR", details: [{ path: field }] });
    expect((await list()).items).toEqual([]);
  });

  it("is not stored where the platform has no key to seal it with", async () => {
    const open = { ...env, ENCRYPTION_KEY: "" };
    const request = new Request(`http://localhost:8787${path("anthropic")}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${ada.accessToken}`, "content-type": "application/json" },
      body: JSON.stringify({ apiKey: key }),
    });
    expect(await readError(await createApp().fetch(request, open), 409)).toMatchObject({ code: "CONFLICT" });
    expect((await list()).items).toEqual([]);
  });

  it("leaves an audit row for each change, without the key", async () => {
    await put("anthropic", { apiKey: key });
    await remove("anthropic");
    const { results } = await env.DB.prepare(
      "SELECT action, details FROM audit_log WHERE target_id = ? ORDER BY id DESC LIMIT 2",
    )
      .bind(workspaceId)
      .all<{ action: string; details: string }>();
    expect(results.map(({ action }) => action).toSorted()).toEqual(["provider_key.removed", "provider_key.saved"]);
    expect(JSON.stringify(results)).not.toContain("secret-key");
  });
});

describe("who may see and change a workspace's keys", () => {
  it.each(["member", "viewer"])("is not a %s, who is told so", async (role) => {
    const { accessToken } = await addMember(role);
    expect((await readError(await call(path(), { token: accessToken }), 403)).code).toBe("AUTHORIZATION_ERROR");
    expect((await put("anthropic", { apiKey: key }, accessToken)).status).toBe(403);
  });

  it("is an admin", async () => {
    const { accessToken } = await addMember("admin");
    await read(await call(path(), { token: accessToken }), 200);
  });

  it("is nobody outside, to whom it does not exist", async () => {
    const { accessToken } = await signUp();
    const known = await readError(await call(path(), { token: accessToken }), 404);
    const unknown = await readError(await call(path("", "wsp_nothing"), { token: accessToken }), 404);
    expect({ ...unknown, requestId: "" }).toEqual({ ...known, requestId: "" });
    const { items } = await read<{ items: WorkspaceView[] }>(
      await call("/api/v1/workspaces", { token: accessToken }),
      200,
    );
    expect(items.map(({ kind, role }) => [kind, role])).toEqual([["personal", "owner"]]);
  });
});

describe("trying a key", () => {
  const refusal = (status: number, type: string, message: string) => () =>
    Promise.resolve(Response.json({ type: "error", error: { type, message } }, { status }));

  it.each([
    {
      what: "a refused one",
      answer: refusal(401, "authentication_error", `invalid x-api-key ${key}`),
      outcome: "authentication",
      words: "refused",
    },
    {
      what: "one without credit",
      answer: refusal(402, "billing_error", "Your credit balance is too low."),
      outcome: "payment",
      words: "no credit",
    },
    {
      what: "one that may not use the model",
      answer: refusal(404, "not_found_error", "model: nothing"),
      outcome: "unknown-model",
      words: "knows no model",
    },
    {
      what: "one whose server is away",
      answer: () => Promise.reject(new TypeError("connection refused")),
      outcome: "network",
      words: "cannot be reached",
    },
  ])("says what is wrong with $what", async ({ answer, outcome, words }) => {
    await put("anthropic", { apiKey: key });
    vi.stubGlobal("fetch", answer);
    const result = await test("anthropic");
    expect(result).toMatchObject({ outcome, model: "claude-sonnet-5-5" });
    expect(result.message).toContain(words);
    expect(JSON.stringify(result)).not.toContain("secret-key");
    expect((await list()).items).toMatchObject([{ testOutcome: outcome, testedAt: result.testedAt }]);
    await remove("anthropic");
  });

  it("does not follow a server of a user's choice to another address", async () => {
    const asked: string[] = [];
    await put("compatible", { apiKey: key, baseUrl: "https://models.example.com/v1", model: "small" });
    vi.stubGlobal("fetch", async (input: string, init: RequestInit) => {
      asked.push(`${init.redirect} ${new URL(input).href}`);
      return new Response(null, { status: 307, headers: { location: "http://169.254.169.254/" } });
    });
    expect((await test("compatible")).outcome).not.toBe("ok");
    expect(asked).toEqual(["manual https://models.example.com/v1/chat/completions"]);
    await remove("compatible");
  });

  it("is not possible for one that there is not", async () => {
    const response = await call(`${path("openai")}/test`, { method: "POST", token: ada.accessToken });
    expect((await readError(response, 404)).code).toBe("NOT_FOUND_ERROR");
  });
});
