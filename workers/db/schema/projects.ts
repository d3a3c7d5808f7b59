import type { ProblemSettings } from "#protocol/app-problem.ts";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { projectRoles, projectStatuses, projectVisibilities, stackNames } from "../vocabulary.ts";
import { createdAt, id, json, time, updatedAt } from "./columns.ts";
import { users } from "./users.ts";
import { workspaces } from "./workspaces.ts";

export type { ProjectRole, ProjectStatus } from "../vocabulary.ts";

export interface ProjectSettings {
  /** Mode of a generation whose request names none. */
  mode?: "auto" | "supervised" | undefined;
  provider?: string | undefined;
  budgetUsd?: number | undefined;
  problems?: ProblemSettings | undefined;
}

/** Project = application (requirements E8). */
export const projects = sqliteTable(
  "projects",
  {
    id: id(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** Unique in its workspace; suffixed with the id when the project is deleted, so that the name is free again. */
    slug: text("slug").notNull(),
    description: text("description").notNull().default(""),
    stack: text("stack", { enum: stackNames }).notNull().default("edge"),
    /** Written by the project's Durable Object; `draft` until the first generation. */
    status: text("status", { enum: projectStatuses }).notNull().default("draft"),
    visibility: text("visibility", { enum: projectVisibilities }).notNull().default("private"),
    /** Host name of its apps, `<hostLabel>.PREVIEW_DOMAIN`: slug + "-" + 10 random base32 characters, ≤ 50. Never changes. */
    hostLabel: text("host_label").notNull(),
    settings: json("settings").$type<ProjectSettings>().notNull().default({}),
    /** The newest green version, the one the preview shows; null before the first. No foreign key: versions point here. */
    currentVersionId: text("current_version_id"),
    /** The project it was forked from, and at which of its versions; that project may be gone since. */
    forkedFromId: text("forked_from_id"),
    forkedFromNumber: integer("forked_from_number"),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: time("deleted_at"),
  },
  (table) => [
    uniqueIndex("projects_workspace_slug_unique").on(table.workspaceId, table.slug),
    uniqueIndex("projects_host_label_unique").on(table.hostLabel),
    index("projects_workspace_status").on(table.workspaceId, table.status),
    index("projects_workspace_deleted").on(table.workspaceId, table.deletedAt, table.id),
    index("projects_created_by_status").on(table.createdBy, table.status),
  ],
);
export type Project = typeof projects.$inferSelect;

/** People invited to one project; the effective role is the greater of this and the workspace's (requirements E12). */
export const projectMembers = sqliteTable(
  "project_members",
  {
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role", { enum: projectRoles }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.userId] }),
    index("project_members_user").on(table.userId, table.projectId),
  ],
);
