import { describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addAiMessage, openAiConversation } from "#db/queries/ai-conversations.ts";
import { call, createProject, env, read, readError, signUp } from "../../test-client.ts";
import type { AiMessageView, ConversationView } from "../../schemas/conversations.ts";
import type { PageOf } from "../../schemas/lists.ts";

async function prepare() {
  const ada = await signUp();
  const project = await createProject(ada.accessToken);
  const generationId = newId("generation");
  const now = new Date().toISOString();
  await env.DB.prepare(
    `INSERT INTO generations (id, project_id, prompt, mode, provider, stack, status, started_at, updated_at, created_by)
     VALUES (?, ?, 'books', 'auto', 'anthropic', 'edge', 'complete', ?, ?, ?)`,
  )
    .bind(generationId, project.id, now, now, ada.user.id)
    .run();
  const db = openDatabase(env.DB);
  const id = newId("conversation");
  const names = { type: "generation", agent: "architect", provider: "anthropic", model: "claude-sonnet-5-5" } as const;
  await openAiConversation(db, { id, projectId: project.id, generationId, ...names });
  await addAiMessage(db, { conversationId: id, role: "system", content: "You plan.", promptHash: "abc" });
  const calls = [{ id: "c1", name: "submit_plan", arguments: { plan: {} } }];
  const spent = { inputTokens: 100, cachedTokens: 40, outputTokens: 20, costUsd: 0.5, durationMs: 900 };
  const answer = {
    role: "assistant",
    content: "",
    toolCalls: calls,
    model: names.model,
    finishReason: "tools",
  } as const;
  await addAiMessage(db, { conversationId: id, ...answer, ...spent });
  return { token: ada.accessToken, generationId, id, spent, calls };
}

describe("the conversations of a generation", () => {
  it("are listed with what they cost, and read message by message", async () => {
    const { token, generationId, id, spent, calls } = await prepare();
    const base = `/api/v1/generations/${generationId}/conversations`;
    const list = await read<PageOf<ConversationView>>(await call(base, { token }), 200);
    expect(list.items).toMatchObject([{ id, generationId, agent: "architect", inputTokens: 100, costUsd: 0.5 }]);
    const first = await read<PageOf<AiMessageView>>(await call(`${base}/${id}/messages?limit=1`, { token }), 200);
    expect(first.items).toMatchObject([
      { seq: 1, role: "system", content: "You plan.", promptHash: "abc", toolCalls: [] },
    ]);
    const rest = await call(`${base}/${id}/messages?limit=1&cursor=${first.nextCursor}`, { token });
    expect(await read<PageOf<AiMessageView>>(rest, 200)).toMatchObject({
      items: [{ seq: 2, role: "assistant", toolCalls: calls, finishReason: "tools", ...spent }],
      nextCursor: null,
    });
  });

  it("are not found under another generation, and a strange cursor is refused", async () => {
    const one = await prepare();
    const other = await prepare();
    const path = (generation: string, query = "") =>
      `/api/v1/generations/${generation}/conversations/${one.id}/messages${query}`;
    await readError(await call(path(other.generationId), { token: other.token }), 404);
    await readError(await call(path(one.generationId, "?cursor=x"), { token: one.token }), 400);
  });
});
