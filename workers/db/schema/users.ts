import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { userKinds, userRoles } from "../vocabulary.ts";
import { createdAt, id, json, time, updatedAt } from "./columns.ts";

export interface UserPreferences {
  theme?: "light" | "dark" | "system" | undefined;
  defaultStack?: "edge" | "next" | undefined;
  defaultMode?: "auto" | "supervised" | undefined;
  /** What is not named is wanted. */
  notifications?: { inApp?: boolean | undefined; email?: boolean | undefined } | undefined;
}

/** One table for people and agents (requirements E1, E10). */
export const users = sqliteTable(
  "users",
  {
    id: id(),
    kind: text("kind", { enum: userKinds }).notNull().default("human"),
    name: text("name").notNull(),
    /** Trimmed, lower case, NFC. Freed (suffixed with the id) when the user is deleted. */
    email: text("email").notNull(),
    /** Lower case; null until the user chooses one. */
    username: text("username"),
    /** URL of the picture. */
    image: text("image"),
    website: text("website"),
    preferences: json("preferences").$type<UserPreferences>().notNull().default({}),
    /** `admin` is an operator of the platform, not of a workspace. */
    role: text("role", { enum: userRoles }).notNull().default("user"),
    /** `scrypt$N$r$p$salt$hash`; null for agents and for users who only sign in through an account. */
    passwordHash: text("password_hash"),
    emailVerifiedAt: time("email_verified_at"),
    lastLoginAt: time("last_login_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: time("deleted_at"),
  },
  (table) => [
    uniqueIndex("users_email_unique").on(table.email),
    uniqueIndex("users_username_unique").on(table.username),
    index("users_kind_created").on(table.kind, table.createdAt),
  ],
);
export type User = typeof users.$inferSelect;

/** An identity at another provider (GitHub, Google …) that may sign in as the user. */
export const accounts = sqliteTable(
  "accounts",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("accounts_provider_account_unique").on(table.provider, table.providerAccountId),
    index("accounts_user").on(table.userId),
  ],
);
