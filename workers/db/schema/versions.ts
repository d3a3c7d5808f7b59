import type { Prd } from "#engine/prd/schema.ts";
import type { KeptFile } from "#engine/merge/kept.ts";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { versionSources, versionStatuses } from "../vocabulary.ts";
import { createdAt, id, json } from "./columns.ts";
import { projects } from "./projects.ts";
import { users } from "./users.ts";

export type { VersionStatus } from "../vocabulary.ts";

/** Path → the blob that holds its bytes. Paths are POSIX and relative. */
export type Manifest = Record<string, { sha256: string; size: number }>;

/** `proposal`: the text that is not in the tree, the generator's, or of a file set aside the person's own. */
export type KeptVersionFile = KeptFile & { proposal: Manifest[string] | null };

export const projectVersions = sqliteTable(
  "project_versions",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    /** 1, 2, 3 … within the project. */
    number: integer("number").notNull(),
    parentId: text("parent_id"),
    /** What changed, as a commit message. */
    message: text("message").notNull(),
    /** The request that led to it; null for an edit by hand or a rollback. */
    prompt: text("prompt"),
    prd: json("prd").$type<Prd>(),
    generationId: text("generation_id"),
    /** null in rows older than the column: then a generation's, or an edit. */
    source: text("source", { enum: versionSources }),
    /** The git commit it is, once somebody asked for one; the commit itself is in storage. */
    commitSha: text("commit_sha"),
    status: text("status", { enum: versionStatuses }).notNull().default("draft"),
    /** SHA-256 of the blob that describes the built artefact; null until a build was green. */
    artefactSha: text("artefact_sha"),
    /** SHA-256 of the blob with a small picture of its first page; null where no browser has looked at it. */
    pictureSha: text("picture_sha"),
    fileCount: integer("file_count").notNull().default(0),
    /** Bytes of all files. */
    totalSize: integer("total_size").notNull().default(0),
    /** Places where a person's edit stands against what the generator wrote; the list is beside the manifest. */
    keptPlaces: integer("kept_places").notNull().default(0),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("project_versions_number_unique").on(table.projectId, table.number),
    index("project_versions_generation").on(table.generationId),
    index("project_versions_project_status").on(table.projectId, table.status, table.number),
  ],
);
export type ProjectVersion = typeof projectVersions.$inferSelect;

/** Kept out of `project_versions` so that lists never read it. Written in the same batch as its version. */
export const versionManifests = sqliteTable("version_manifests", {
  versionId: text("version_id")
    .primaryKey()
    .references(() => projectVersions.id, { onDelete: "cascade" }),
  files: json("files").$type<Manifest>().notNull(),
  /** What the generator wrote before a person's edits were merged in; null while it is the same as `files`. */
  generated: json("generated").$type<Manifest>(),
  /** What the merge that made this version kept against the generator; null when nothing. */
  kept: json("kept").$type<KeptVersionFile[]>(),
});
