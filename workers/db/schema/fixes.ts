import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { fixOrigins, fixOutcomes } from "../vocabulary.ts";
import { createdAt, id, time } from "./columns.ts";
import { projects } from "./projects.ts";
import { workspaces } from "./workspaces.ts";

/** What a workspace learned from repairs that built and passed the tests. The fix itself is in R2, by its fingerprint. */
export const fixes = sqliteTable(
  "fixes",
  {
    id: id(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    /** Of the error that it mends: `signError`'s hash, and the text that similar ones are found by. */
    signature: text("signature").notNull(),
    signatureText: text("signature_text").notNull(),
    /** SHA-256 of the fix (`writeFix`). */
    fingerprint: text("fingerprint").notNull(),
    /** What it does, without names of the app. */
    summary: text("summary").notNull(),
    /** The error as it was first seen; null for a borrowed one. */
    message: text("message"),
    origin: text("origin", { enum: fixOrigins }).notNull(),
    /** Where it was learned; null for a borrowed one, and when the project is gone. */
    projectId: text("project_id").references(() => projects.id, { onDelete: "set null" }),
    /** It holds nothing of an app: other workspaces may borrow it once it helped in enough of them. */
    shareable: integer("shareable", { mode: "boolean" }).notNull(),
    /** Taken over from other workspaces; how it did here counts here. */
    borrowed: integer("borrowed", { mode: "boolean" }).notNull(),
    /** From here on what `engine/heal/cache/standing.ts` makes of its uses. */
    successes: integer("successes").notNull().default(0),
    failures: integer("failures").notNull().default(0),
    failuresInRow: integer("failures_in_row").notNull().default(0),
    successWeight: real("success_weight").notNull().default(0),
    failureWeight: real("failure_weight").notNull().default(0),
    weighedAt: text("weighed_at").notNull(),
    lastUsedAt: time("last_used_at"),
    quarantinedAt: time("quarantined_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("fixes_unique").on(table.workspaceId, table.signature, table.fingerprint),
    index("fixes_signature").on(table.signature, table.shareable),
    index("fixes_workspace").on(table.workspaceId, table.id),
  ],
);
export type FixRow = typeof fixes.$inferSelect;

/** How a fix did, once for each round of healing that it was used or learned in: counting it twice changes nothing. */
export const fixUses = sqliteTable(
  "fix_uses",
  {
    fixId: text("fix_id")
      .notNull()
      .references(() => fixes.id, { onDelete: "cascade" }),
    generationId: text("generation_id").notNull(),
    /** Index of the round in its generation. */
    round: integer("round").notNull(),
    outcome: text("outcome", { enum: fixOutcomes }).notNull(),
    at: text("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.fixId, table.generationId, table.round] })],
);
