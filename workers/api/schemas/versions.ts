import { z } from "zod";
import { versionStatuses } from "#db/vocabulary.ts";
import { timeSchema } from "./lists.ts";

export const versionParamsSchema = z.object({
  id: z.string().min(1).max(64),
  /** An id, a number or `latest`. */
  version: z.string().min(1).max(64),
});
export const versionFileParamsSchema = versionParamsSchema.extend({ path: z.string().min(1).max(1_000) });

export const versionSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  /** 1, 2, 3 … within the project. */
  number: z.int(),
  parentId: z.string().nullable(),
  message: z.string(),
  prompt: z.string().nullable(),
  generationId: z.string().nullable(),
  status: z.enum(versionStatuses),
  fileCount: z.int(),
  /** Bytes. */
  totalSize: z.int(),
  createdBy: z.string(),
  createdAt: timeSchema,
});
export type VersionView = z.infer<typeof versionSchema>;

/** Ascending by path. */
export const versionFilesSchema = z.array(
  z.object({
    /** POSIX, relative to the project's root. */
    path: z.string(),
    /** Bytes. */
    size: z.int(),
    sha256: z.string(),
  }),
);
export type VersionFiles = z.infer<typeof versionFilesSchema>;

export const diffQuerySchema = z.object({
  /** An id, a number or `latest`; the version's parent when absent. */
  against: z.string().min(1).max(64).optional(),
});

export const diffHunkSchema = z.object({
  /** 1-based, as in a unified diff; 0 when the side has no lines. */
  oldStart: z.int(),
  oldLines: z.int(),
  newStart: z.int(),
  newLines: z.int(),
  /** Each begins with a space (kept), `-` (removed) or `+` (added). */
  lines: z.array(z.string()),
});
export type DiffHunk = z.infer<typeof diffHunkSchema>;

export const fileDiffSchema = z.object({
  path: z.string(),
  status: z.enum(["added", "modified", "deleted"]),
  /** Binary files, and text too long to compare, have no hunks. */
  comparison: z.enum(["lines", "binary", "too-large"]),
  additions: z.int(),
  deletions: z.int(),
  hunks: z.array(diffHunkSchema),
});
export type FileDiff = z.infer<typeof fileDiffSchema>;

export const versionDiffSchema = z.object({
  /** null: compared with nothing, every file is new. */
  from: z.object({ id: z.string(), number: z.int() }).nullable(),
  to: z.object({ id: z.string(), number: z.int() }),
  files: z.array(fileDiffSchema),
});
export type VersionDiff = z.infer<typeof versionDiffSchema>;

export const exportQuerySchema = z.object({
  /** `source`: every file of the version. `static`: what a browser loads, as built. */
  format: z.enum(["source", "static"]),
  /** An id, a number or `latest`; the version the preview shows when absent. */
  version: z.string().min(1).max(64).optional(),
});
