// Transcripts of the agents. Writes are best repeated never: a killed process goes on after its last stored turn.
import { and, asc, eq, getTableColumns, gt, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { newId } from "../ids.ts";
import { aiConversations, aiMessages } from "../schema/index.ts";
import type { KeySource } from "../vocabulary.ts";

type NewConversation = Pick<
  typeof aiConversations.$inferInsert,
  "id" | "projectId" | "generationId" | "type" | "agent" | "provider" | "model" | "keySource" | "task"
>;

export async function openAiConversation(db: Database, conversation: NewConversation): Promise<void> {
  await db.insert(aiConversations).values(conversation).onConflictDoNothing();
}

type NewMessage = Omit<typeof aiMessages.$inferInsert, "id" | "seq">;

/** Characters of one message that are kept for reading. */
const longestContent = 100_000;

/** How the conversation ended: `planned`, `done`, `abandoned`, `reviewed`, `failed` … */
export async function endAiConversation(db: Database, id: string, outcome: string): Promise<void> {
  await db.update(aiConversations).set({ outcome }).where(eq(aiConversations.id, id));
}

/** Adds the message and counts it into its conversation's sums. `by`: who answered last, after a fallback another one. */
export async function addAiMessage(
  db: Database,
  message: NewMessage,
  by: { provider: string; keySource: KeySource } | Record<string, never> = {},
): Promise<void> {
  const { conversationId, inputTokens = 0, cachedTokens = 0, outputTokens = 0, costUsd = 0, durationMs } = message;
  const content =
    message.content.length > longestContent
      ? `${message.content.slice(0, longestContent).toWellFormed()}…`
      : message.content;
  await db.batch([
    db.insert(aiMessages).values({
      ...message,
      content,
      id: newId("aiMessage"),
      seq: sql`(SELECT coalesce(max(seq), 0) + 1 FROM ai_messages WHERE conversation_id = ${conversationId})`,
    }),
    db
      .update(aiConversations)
      .set({
        ...by,
        ...(by.provider && message.model ? { model: message.model } : {}),
        cachedTokens: sql`${aiConversations.cachedTokens} + ${cachedTokens}`,
        durationMs: sql`${aiConversations.durationMs} + ${durationMs ?? 0}`,
        inputTokens: sql`${aiConversations.inputTokens} + ${inputTokens}`,
        outputTokens: sql`${aiConversations.outputTokens} + ${outputTokens}`,
        costUsd: sql`${aiConversations.costUsd} + ${costUsd}`,
      })
      .where(sql`${aiConversations.id} = ${conversationId}`),
  ]);
}

/** Oldest first, one more than `limit`. */
export async function listAiConversations(
  db: Database,
  input: { generationId: string; cursor?: string | undefined; limit: number },
) {
  const { projectId: _project, generationId: _generation, ...columns } = getTableColumns(aiConversations);
  return db
    .select(columns)
    .from(aiConversations)
    .where(
      and(
        eq(aiConversations.generationId, input.generationId),
        input.cursor ? gt(aiConversations.id, input.cursor) : undefined,
      ),
    )
    .orderBy(asc(aiConversations.id))
    .limit(input.limit + 1);
}

/** After the seq `after`, one more than `limit`; null when the generation has no such conversation. */
export async function listAiMessages(
  db: Database,
  input: { generationId: string; conversationId: string; after: number; limit: number },
) {
  const [conversation] = await db
    .select({ id: aiConversations.id })
    .from(aiConversations)
    .where(and(eq(aiConversations.id, input.conversationId), eq(aiConversations.generationId, input.generationId)))
    .limit(1);
  if (!conversation) return null;
  const rows = await db
    .select()
    .from(aiMessages)
    .where(and(eq(aiMessages.conversationId, conversation.id), gt(aiMessages.seq, input.after)))
    .orderBy(asc(aiMessages.seq))
    .limit(input.limit + 1);
  return rows.map(({ id: _id, conversationId: _conversationId, toolCalls, ...row }) => ({
    ...row,
    toolCalls: toolCalls ?? [],
  }));
}
