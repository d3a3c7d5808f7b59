import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { agentIds } from "#engine/agents/agent.ts";
import { aiConversationTypes, aiRoles, keySources } from "../vocabulary.ts";
import { createdAt, id, json, updatedAt } from "./columns.ts";
import { projects } from "./projects.ts";

/** The transcript of an agent's calls to a model (requirements N4.9). */
export const aiConversations = sqliteTable(
  "ai_conversations",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    generationId: text("generation_id"),
    type: text("type", { enum: aiConversationTypes }).notNull(),
    /** `architect`, `coder`, `reviewer` or `fixer`. */
    agent: text("agent", { enum: agentIds }).notNull(),
    provider: text("provider").notNull(),
    model: text("model").notNull(),
    /** Whose key the model was asked with; null where no call was made. */
    keySource: text("key_source", { enum: keySources }),
    /** What the agent was to do, in a line: a task of the plan. */
    task: text("task").notNull().default(""),
    /** How it ended; null while it goes on, and where it was broken off. */
    outcome: text("outcome"),
    /** Sums of the messages. */
    inputTokens: integer("input_tokens").notNull().default(0),
    cachedTokens: integer("cached_tokens").notNull().default(0),
    outputTokens: integer("output_tokens").notNull().default(0),
    durationMs: integer("duration_ms").notNull().default(0),
    costUsd: real("cost_usd").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("ai_conversations_project_type").on(table.projectId, table.type),
    index("ai_conversations_generation").on(table.generationId),
  ],
);

export const aiMessages = sqliteTable(
  "ai_messages",
  {
    id: id(),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => aiConversations.id, { onDelete: "cascade" }),
    /** 1, 2, 3 … within the conversation. */
    seq: integer("seq").notNull(),
    role: text("role", { enum: aiRoles }).notNull(),
    content: text("content").notNull(),
    toolCalls: json("tool_calls").$type<{ id: string; name: string; arguments: unknown }[]>(),
    /** The model that answered; null on what was sent to it. */
    model: text("model"),
    finishReason: text("finish_reason"),
    inputTokens: integer("input_tokens").notNull().default(0),
    /** Of `input_tokens`, read from the provider's cache. */
    cachedTokens: integer("cached_tokens").notNull().default(0),
    outputTokens: integer("output_tokens").notNull().default(0),
    costUsd: real("cost_usd").notNull().default(0),
    /** SHA-256 of the rendered system prompt and request, on the message that opens a conversation. */
    promptHash: text("prompt_hash"),
    durationMs: integer("duration_ms"),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("ai_messages_seq_unique").on(table.conversationId, table.seq)],
);
