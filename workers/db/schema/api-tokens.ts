import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { apiTokenScopes } from "../vocabulary.ts";
import { createdAt, id, time } from "./columns.ts";
import { users } from "./users.ts";

/** What a person's programs sign in with (git, scripts). The token itself is shown once and never stored. */
export const apiTokens = sqliteTable(
  "api_tokens",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** What it is for, in its owner's words. */
    name: text("name").notNull(),
    /** SHA-256, hex. */
    tokenHash: text("token_hash").notNull(),
    /** By which its owner tells it from others. */
    lastCharacters: text("last_characters").notNull(),
    /** `write` may do what its owner may; `read` may only look. */
    scope: text("scope", { enum: apiTokenScopes }).notNull(),
    /** null: never. */
    expiresAt: time("expires_at"),
    /** To the hour: a row is not written for every call. */
    lastUsedAt: time("last_used_at"),
    revokedAt: time("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("api_tokens_hash_unique").on(table.tokenHash),
    index("api_tokens_user").on(table.userId, table.createdAt),
  ],
);
export type ApiToken = typeof apiTokens.$inferSelect;
