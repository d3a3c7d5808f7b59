// Shared columns. Times are ISO 8601 UTC text with milliseconds: the API's own form, and it sorts as text.
import { text } from "drizzle-orm/sqlite-core";

export const now = () => new Date().toISOString();

export const id = () => text("id").primaryKey();
export const time = (name: string) => text(name);
export const createdAt = () => text("created_at").notNull().$defaultFn(now);
export const updatedAt = () => text("updated_at").notNull().$defaultFn(now).$onUpdateFn(now);
export const json = (name: string) => text(name, { mode: "json" });
