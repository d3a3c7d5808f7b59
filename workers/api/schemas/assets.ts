import { z } from "zod";
import { attachmentKinds } from "#engine/attachments/attachment.ts";
import { timeSchema } from "./lists.ts";

export const assetParamsSchema = z.object({ id: z.string().min(1).max(64), asset: z.string().min(1).max(64) });

export const assetSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  /** What its content is, whatever its name says. */
  kind: z.enum(attachmentKinds),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  /** Pixels of an image. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  createdBy: z.string(),
  createdAt: timeSchema,
});
export type AssetView = z.infer<typeof assetSchema>;

/** What was understood of an upload; sent with its answer, so that a person sees it before building on it. */
export const uploadedAssetSchema = assetSchema.extend({
  /** Models that its tables would become. */
  tables: z.array(z.object({ name: z.string(), rowCount: z.int(), fields: z.array(z.string()) })),
  /** What was left out or could not be read. */
  notes: z.array(z.string()),
});
export type UploadedAsset = z.infer<typeof uploadedAssetSchema>;

export const fetchedAssetSchema = z.strictObject({ url: z.string().min(1).max(2_000) });

export const uploadQuerySchema = z.object({
  /** The file's name, for a body that is the file itself. */
  name: z.string().min(1).max(1_000).optional(),
});

export const assetContentQuerySchema = z.object({
  /** `small`: of a large image, the copy that models get. */
  size: z.enum(["full", "small"]).default("full"),
});
