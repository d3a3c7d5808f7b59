import type { ImageType } from "#engine/attachments/attachment.ts";
import { attachmentKinds } from "#engine/attachments/attachment.ts";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, id } from "./columns.ts";
import { projects } from "./projects.ts";
import { users } from "./users.ts";
import { workspaces } from "./workspaces.ts";

/** Files that people gave to a project. The bytes stand in storage under the workspace, by their hash. */
export const assets = sqliteTable(
  "assets",
  {
    id: id(),
    /** The tenant, whose name is in the keys of the bytes. */
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    /** As its owner called it, without folders. */
    name: text("name").notNull(),
    kind: text("kind", { enum: attachmentKinds }).notNull(),
    /** By the content. */
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    /** Pixels of an image, where its head says them. */
    width: integer("width"),
    height: integer("height"),
    /** Of the smaller copy that models get; null where the image itself is small enough. */
    smallType: text("small_type").$type<ImageType>(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    index("assets_project").on(table.projectId, table.id),
    index("assets_content").on(table.workspaceId, table.sha256),
  ],
);
export type Asset = typeof assets.$inferSelect;
