import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, id, updatedAt } from "./columns.ts";
import { users } from "./users.ts";
import { workspaces } from "./workspaces.ts";

/** A prompt that a workspace keeps for use as a template; `{{name}}` in its text is asked for each time (VD-007). */
export const savedPrompts = sqliteTable(
  "saved_prompts",
  {
    id: id(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    prompt: text("prompt").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("saved_prompts_workspace").on(table.workspaceId, table.id)],
);
export type SavedPrompt = typeof savedPrompts.$inferSelect;
