import { z } from "zod";
import { versionSources, versionStatuses } from "#db/vocabulary.ts";
import { timeSchema } from "./lists.ts";
import { givenName } from "./given-name.ts";

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
  /** Places kept as a person wrote them although the generator wrote something else; listed under `kept`. */
  keptPlaces: z.int(),
  /** Who or what made it: an agent, a person's edit or push, a return to an older one. */
  source: z.enum(versionSources),
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

/** Ascending by path. `text` is null where a file is not text, or too long. */
export const versionTreeSchema = z.object({
  files: z.array(z.object({ path: z.string(), text: z.string().nullable() })),
});
export type VersionTree = z.infer<typeof versionTreeSchema>;

export const listedVersionSchema = versionSchema.extend({
  /** Of whoever made it, or asked for it. */
  authorName: z.string(),
});
export type ListedVersion = z.infer<typeof listedVersionSchema>;

const fileVersionSchema = z.object({
  id: z.string(),
  number: z.int(),
  message: z.string(),
  source: z.enum(versionSources),
  authorName: z.string(),
  createdAt: timeSchema,
});
export type FileVersionView = z.infer<typeof fileVersionSchema>;

export const fileHistorySchema = z.object({
  items: z.array(fileVersionSchema.extend({ change: z.enum(["added", "modified", "deleted"]) })),
});
export type FileHistory = z.infer<typeof fileHistorySchema>;

export const fileBlameSchema = z.object({
  /** From the top of the file: so many lines are from this version. */
  runs: z.array(z.object({ lines: z.int(), versionId: z.string() })),
  /** Those that the runs name, newest first. */
  versions: z.array(fileVersionSchema),
});
export type FileBlame = z.infer<typeof fileBlameSchema>;

export const forkVersionSchema = z.strictObject({
  /** The project's name with "(fork)" when absent. */
  name: givenName().optional(),
  /** The project's own where the caller may create there, their personal one otherwise. */
  workspaceId: z.string().min(1).max(64).optional(),
});

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

/** Characters of one file; bytes of its base64 form are counted as characters. */
const longestFile = 1_400_000;

const changeSchema = z.strictObject({
  /** POSIX, relative to the project's root. */
  path: z.string().min(1).max(400),
  /** null deletes the file. */
  content: z
    .string()
    .max(longestFile, `A file has at most ${longestFile} characters.`)
    .refine((text) => !text.includes("\0") && text.isWellFormed(), "Send bytes that are not text as base64.")
    .nullable(),
  /** `utf8` when absent. */
  encoding: z.enum(["utf8", "base64"]).optional(),
});

export const editVersionSchema = z.strictObject({
  /** What the changes were made on: an id, a number or `latest`. Another version in between is a conflict. */
  base: z.union([z.string().min(1).max(64), z.int().min(1).transform(String)]),
  /** What changed, as a commit message. */
  message: z.string().trim().min(1).max(500).optional(),
  changes: z.array(changeSchema).min(1).max(500),
});
export type EditVersionBody = z.input<typeof editVersionSchema>;

export const keptFilesSchema = z.array(
  z.object({
    path: z.string(),
    reason: z.enum([
      "conflict",
      "deleted",
      "no-longer-generated",
      "twin",
      "unmergeable",
      "lockfile",
      "kept-whole",
      "set-aside",
    ]),
    /** Empty when the file was kept as a whole. */
    places: z.array(
      z.object({
        /** 1-based; null for a key of a JSON file. */
        line: z.int().nullable(),
        key: z.string().optional(),
        yours: z.string(),
        proposed: z.string(),
      }),
    ),
    /** The text that is not in the tree; read it under `proposals`. null: the generator no longer writes the file. */
    proposal: z.object({ sha256: z.string(), size: z.int() }).nullable(),
  }),
);
export type KeptFiles = z.infer<typeof keptFilesSchema>;

export const exportQuerySchema = z.object({
  /**
   * `source`: every file. `docker`: the same with the steps to build and push its image. `vercel`: with what makes it a project of
   * Vercel's; `aws`, `gcp`: with the manifests and steps to run its image there. `static`: what a browser loads, as
   * built. `github`: no zip, but a push to the project's repository (202).
   */
  format: z.enum(["source", "static", "docker", "vercel", "aws", "gcp", "github"]),
  /** An id, a number or `latest`; the version the preview shows when absent. */
  version: z.string().min(1).max(64).optional(),
});

/** Under `GET …/types/{key}` they can be read. The same packages have the same key, in every version and project. */
export const packageTypesSchema = z.object({ key: z.string() });
export type PackageTypesView = z.infer<typeof packageTypesSchema>;
export const packageTypesParamsSchema = z.object({
  id: z.string().min(1).max(64),
  key: z.string().regex(/^[0-9a-f]{64}$/),
});
