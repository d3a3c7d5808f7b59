import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { pushKinds, pushStatuses } from "../vocabulary.ts";
import { createdAt, id, updatedAt } from "./columns.ts";
import { projects } from "./projects.ts";

/** The GitHub repository that a project is pushed to. */
export const repositories = sqliteTable("repositories", {
  projectId: text("project_id")
    .primaryKey()
    .references(() => projects.id, { onDelete: "cascade" }),
  owner: text("owner").notNull(),
  name: text("name").notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: createdAt(),
});
export type Repository = typeof repositories.$inferSelect;

/** One push of a version. The newest done one of a branch says where the branch stood when we left it. */
export const repositoryPushes = sqliteTable(
  "repository_pushes",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    versionId: text("version_id").notNull(),
    owner: text("owner").notNull(),
    name: text("name").notNull(),
    kind: text("kind", { enum: pushKinds }).notNull(),
    /** Written to; of a pull request, the branch it asks to merge. */
    branch: text("branch").notNull(),
    /** Only asked when the repository has to be made. */
    visibility: text("visibility", { enum: ["private", "public"] }).notNull(),
    status: text("status", { enum: pushStatuses }).notNull().default("pending"),
    /** What is being done, for people. */
    step: text("step").notNull().default("Waiting for its turn"),
    filesDone: integer("files_done").notNull().default(0),
    /** Those that the repository does not have; 0 until it is known. */
    filesTotal: integer("files_total").notNull().default(0),
    commitSha: text("commit_sha"),
    /** Of the commit, or of the pull request. */
    url: text("url"),
    error: text("error"),
    createdBy: text("created_by").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("repository_pushes_project").on(table.projectId, table.id),
    index("repository_pushes_branch").on(table.projectId, table.branch, table.status),
  ],
);
export type RepositoryPush = typeof repositoryPushes.$inferSelect;
