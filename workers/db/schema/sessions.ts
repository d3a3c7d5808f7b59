import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, id, time } from "./columns.ts";
import { users } from "./users.ts";

/**
 * A refresh family: one sign-in on one device. The row holds the newest token's hash alone; an older token of the
 * family that comes back is a stolen one, and the whole family is revoked. Access tokens carry the id as `sid`.
 */
export const sessions = sqliteTable(
  "sessions",
  {
    /** The family's id (`fam_…`), which the refresh token names in clear before its secret. */
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the newest refresh token, hex. */
    tokenHash: text("token_hash").notNull(),
    userAgent: text("user_agent"),
    ip: text("ip"),
    createdAt: createdAt(),
    /** Last rotation. */
    rotatedAt: time("rotated_at").notNull(),
    /** Moves forward at each rotation. */
    expiresAt: time("expires_at").notNull(),
    revokedAt: time("revoked_at"),
    revokedReason: text("revoked_reason", {
      enum: ["logout", "reuse", "password", "user-deleted"],
    }),
  },
  (table) => [
    uniqueIndex("sessions_token_hash_unique").on(table.tokenHash),
    index("sessions_user").on(table.userId, table.revokedAt),
    index("sessions_expires").on(table.expiresAt),
  ],
);
export type Session = typeof sessions.$inferSelect;
