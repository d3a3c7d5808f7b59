import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { keySources } from "../vocabulary.ts";
import { id, updatedAt } from "./columns.ts";

/**
 * What generations spent on models. The project's Durable Object keeps the sums and copies them here, whole, so that
 * writing one twice counts it once. No foreign keys: what was spent stays spent when its project is gone.
 */
export const modelUsage = sqliteTable(
  "model_usage",
  {
    workspaceId: text("workspace_id").notNull(),
    projectId: text("project_id").notNull(),
    /** The workspace's own id for calls of no generation, whose `projectId` is empty. */
    generationId: text("generation_id").notNull(),
    /** `2026-11`, UTC. */
    month: text("month").notNull(),
    keySource: text("key_source", { enum: keySources }).notNull(),
    calls: integer("calls").notNull(),
    inputTokens: integer("input_tokens").notNull(),
    /** Of `input_tokens`, read from a provider's cache. */
    cachedTokens: integer("cached_tokens").notNull(),
    outputTokens: integer("output_tokens").notNull(),
    costUsd: real("cost_usd").notNull(),
    /** Of `cost_usd`, for answers that could not be used. */
    lostUsd: real("lost_usd").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.generationId, table.month, table.keySource] }),
    index("model_usage_workspace_month").on(table.workspaceId, table.month),
  ],
);

/** The worst case of each call to a model that is under way, held against the workspace's monthly budget. */
export const spendHolds = sqliteTable(
  "spend_holds",
  {
    /** The conversation's key in its project: one call at a time, the same after a restart. */
    id: id(),
    workspaceId: text("workspace_id").notNull(),
    usd: real("usd").notNull(),
    /** Longer than any call lasts; a hold that nobody released counts until then. */
    expiresAt: text("expires_at").notNull(),
  },
  (table) => [index("spend_holds_workspace").on(table.workspaceId)],
);
