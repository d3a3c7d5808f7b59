// Columns that every table shares, and the one type SQLite lacks.
import { customType, text } from "drizzle-orm/sqlite-core";

/** An amount in the major unit (12.5) that is stored in cents (1250), so that sums are exact. */
export const money = customType<{ data: number; driverData: number }>({
  dataType: () => "integer",
  toDriver: (amount) => Math.round(amount * 100),
  fromDriver: (cents) => cents / 100,
});

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Twelve characters; about 62 bits of chance. */
export function newId(): string {
  let id = "";
  while (id.length < 12) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      // 252 is the largest multiple of 36 in a byte: above it some letters would be more likely.
      if (byte < 252 && id.length < 12) id += alphabet[byte % 36];
    }
  }
  return id;
}

const now = (): string => new Date().toISOString();

/** Times are ISO 8601 in UTC. No field of a model starts with an underscore, so the last two collide with none. */
export const recordColumns = {
  id: text("id").primaryKey().$defaultFn(newId),
  createdAt: text("created_at").notNull().$defaultFn(now),
  updatedAt: text("updated_at").notNull().$defaultFn(now).$onUpdateFn(now),
  /** Set while the record lies in the trash. */
  _deletedAt: text("_deleted_at"),
  /** The record whose deletion took it along; its own id when it was deleted itself. */
  _deletedWith: text("_deleted_with"),
};
