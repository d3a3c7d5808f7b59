import type { Prd } from "#engine/prd/schema.ts";
import type { Attachment, Selection } from "#protocol/attachments.ts";
import { notCountedReasons } from "#protocol/not-counted.ts";
import { loopStates } from "#protocol/loop-state.ts";
import { index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { generationModes, stackNames } from "../vocabulary.ts";
import { id, json, time, updatedAt } from "./columns.ts";
import { projects } from "./projects.ts";
import { users } from "./users.ts";

/** The API's copy of what the project's Durable Object decided; the object writes it after each transition. */
export const generations = sqliteTable(
  "generations",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    prompt: text("prompt").notNull(),
    mode: text("mode", { enum: generationModes }).notNull(),
    /** Files that came with the request; null when none did. */
    attachments: json("attachments").$type<Attachment[]>(),
    /** What the user pointed at in the preview; null when nothing. */
    selection: json("selection").$type<Selection>(),
    /** `builtin`, `anthropic`, `openai` … */
    provider: text("provider").notNull(),
    stack: text("stack", { enum: stackNames }).notNull(),
    status: text("status", { enum: loopStates }).notNull(),
    /** Where a paused generation will go on; null unless `status` is `paused`. */
    pausedFrom: text("paused_from", { enum: loopStates }),
    /** The newest version it committed. */
    versionId: text("version_id"),
    previewUrl: text("preview_url"),
    prd: json("prd").$type<Prd>(),
    /** Rounds of healing. */
    attempts: integer("attempts").notNull().default(0),
    inputTokens: integer("input_tokens").notNull().default(0),
    outputTokens: integer("output_tokens").notNull().default(0),
    cachedTokens: integer("cached_tokens").notNull().default(0),
    costUsd: real("cost_usd").notNull().default(0),
    /** Of `cost_usd`, for answers that could not be used. */
    lostUsd: real("lost_usd").notNull().default(0),
    /** Why it does not count against the plan's quota; null: it counts. */
    notCounted: text("not_counted", { enum: notCountedReasons }),
    /** A call that would cross it is not made; null is no cap. */
    budgetUsd: real("budget_usd"),
    errorCode: text("error_code"),
    errorMessage: text("error_message"),
    startedAt: time("started_at").notNull(),
    /** Set when `status` becomes one of the ends. */
    endedAt: time("ended_at"),
    updatedAt: updatedAt(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
  },
  (table) => [
    index("generations_project").on(table.projectId, table.id),
    index("generations_status").on(table.status, table.updatedAt),
    index("generations_created_by_status").on(table.createdBy, table.status),
  ],
);
export type Generation = typeof generations.$inferSelect;

/** Why the loop or an agent chose what it chose (requirements N1.6). */
export const decisions = sqliteTable(
  "decisions",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    generationId: text("generation_id").notNull(),
    /** `architect`, `coder`, `reviewer`, `fixer` or `loop`. */
    agent: text("agent").notNull(),
    question: text("question").notNull(),
    choice: text("choice").notNull(),
    reason: text("reason").notNull(),
    createdAt: text("created_at").notNull(),
  },
  (table) => [
    index("decisions_generation").on(table.generationId, table.id),
    index("decisions_project").on(table.projectId, table.id),
  ],
);
