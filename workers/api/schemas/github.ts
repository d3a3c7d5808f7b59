import { z } from "zod";
import { pushKinds, pushStatuses } from "#db/vocabulary.ts";
import { timeSchema } from "./lists.ts";
import { projectParamsSchema } from "./projects.ts";

/** What GitHub takes as a name of a repository, or of an owner. */
const name = /^[A-Za-z0-9._-]{1,100}$/;
/** git's rules for the name of a branch, as far as people meet them. */
const branch = /^(?!.*(?:\.\.|\/\/|@\{|\.lock(?:\/|$)))[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,198}[A-Za-z0-9_-])?$/;

export const pushSchema = z.object({
  id: z.string(),
  versionId: z.string(),
  /** Address of the repository. */
  repository: z.url(),
  fullName: z.string(),
  kind: z.enum(pushKinds),
  /** Empty until the repository's main branch is known. */
  branch: z.string(),
  /** `moved`: somebody else has written to the branch; nothing was overwritten. */
  status: z.enum(pushStatuses),
  /** What is being done. */
  step: z.string(),
  filesDone: z.int(),
  filesTotal: z.int(),
  commitSha: z.string().nullable(),
  /** Of the commit, or of the pull request. */
  url: z.string().nullable(),
  error: z.string().nullable(),
  createdBy: z.string(),
  createdAt: timeSchema,
});
export type PushView = z.infer<typeof pushSchema>;

export const githubSchema = z.object({
  /** Who the workspace's token belongs to; null when GitHub is not connected. */
  login: z.string().nullable(),
  /** Where the project is pushed to; null before the first push. */
  repository: z.object({ fullName: z.string(), url: z.url() }).nullable(),
  /** Newest first, the last ten. */
  pushes: z.array(pushSchema),
});
export type GitHubView = z.infer<typeof githubSchema>;

export const startPushSchema = z.strictObject({
  /** `name` or `owner/name`; made when there is none. The one of the last push, or the project's slug, when absent. */
  repository: z
    .string()
    .trim()
    .refine((text) => {
      const parts = text.split("/");
      return parts.length <= 2 && parts.every((part) => name.test(part));
    }, "Enter a name, or owner/name.")
    .optional(),
  kind: z.enum(pushKinds).optional(),
  /** The repository's main branch when absent; of a pull request, a new one. */
  branch: z.string().trim().regex(branch, "This is no name of a branch.").optional(),
  /** An id, a number or `latest`; the version that the preview shows when absent. */
  version: z.string().min(1).max(64).optional(),
  /** Of a repository that is made. */
  visibility: z.enum(["private", "public"]).optional(),
});
export type StartPush = z.input<typeof startPushSchema>;

export const pushParamsSchema = projectParamsSchema.extend({ push: z.string().min(1).max(64) });
