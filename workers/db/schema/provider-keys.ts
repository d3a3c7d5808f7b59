import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { providerIds } from "#engine/llm/provider.ts";
import { keyTestOutcomes } from "../vocabulary.ts";
import { createdAt, time, updatedAt } from "./columns.ts";
import { users } from "./users.ts";
import { workspaces } from "./workspaces.ts";

/** A workspace's own keys of model providers: they are asked before the platform's. */
export const providerKeys = sqliteTable(
  "provider_keys",
  {
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    provider: text("provider", { enum: providerIds }).notNull(),
    /** `workers/storage/sealed-text.ts`, bound to workspace, provider and address; null where the server takes no key. */
    sealedKey: text("sealed_key"),
    /** The key's last four signs, for people to tell it by; null when it is short or there is none. */
    lastSigns: text("last_signs"),
    /** Null: the provider's own. */
    baseUrl: text("base_url"),
    /** Null: the platform's usual one for this provider. */
    model: text("model"),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    testedAt: time("tested_at"),
    testOutcome: text("test_outcome", { enum: keyTestOutcomes }),
    testMessage: text("test_message"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.provider] })],
);
export type ProviderKey = typeof providerKeys.$inferSelect;
