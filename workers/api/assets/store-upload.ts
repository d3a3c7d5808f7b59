// A file that came with a request, read once and kept: its bytes, what was understood of it, and its row.
import { type AttachmentKind, UnreadableFile } from "#engine/attachments/attachment.ts";
import { readFile, type ReadFile } from "#engine/attachments/read-file.ts";
import { openDatabase } from "#db/client.ts";
import { countAssets, insertAsset } from "#db/queries/assets.ts";
import { attachmentLimits } from "#protocol/attachments.ts";
import type { Env } from "../../env.ts";
import { AssetStore } from "../../storage/asset-store.ts";
import { shrinkImage, type SmallImage } from "../../storage/shrink-image.ts";
import { ApiError } from "../errors.ts";
import type { UploadedAsset } from "../schemas/assets.ts";
import { viewAsset } from "../views.ts";
import type { Upload } from "./read-upload.ts";

const mostAssets = 200;

interface Owner {
  readonly project: { readonly id: string; readonly workspaceId: string };
  readonly userId: string;
}

/** Throws the refusal when the project is full, before anything is fetched or read. */
export async function demandRoom(env: Env, projectId: string): Promise<void> {
  if ((await countAssets(openDatabase(env.DB), projectId)) >= mostAssets)
    throw new ApiError("CONFLICT", `A project keeps at most ${mostAssets} files. Delete some of them first.`);
}

/** `only`: the kinds that are taken; all of them without it. */
export async function storeUpload(
  env: Env,
  { project, userId }: Owner,
  upload: Upload,
  only?: readonly AttachmentKind[],
): Promise<UploadedAsset> {
  const { kind, mediaType, reading, small } = await understand(env, upload, only);
  const { id: projectId, workspaceId } = project;
  const store = new AssetStore(env.BLOBS, workspaceId);
  const sha256 = await store.put(upload.bytes, { reading, small: small?.bytes ?? null });
  const asset = await insertAsset(openDatabase(env.DB), {
    workspaceId,
    projectId,
    name: upload.name,
    kind,
    mediaType,
    size: upload.bytes.length,
    sha256,
    width: reading.image?.width ?? null,
    height: reading.image?.height ?? null,
    smallType: small?.type ?? null,
    createdBy: userId,
  });
  const tables = reading.tables.map(({ name, rowCount, fields }) => ({
    name,
    rowCount,
    fields: fields.map((field) => field.name),
  }));
  return { ...viewAsset(asset), tables, notes: [...reading.notes] };
}

async function understand(
  env: Env,
  { name, bytes }: Upload,
  only: readonly AttachmentKind[] | undefined,
): Promise<ReadFile & { small: SmallImage | null }> {
  try {
    const file = await readFile(name, bytes, (kind) => {
      if (only && !only.includes(kind))
        throw new UnreadableFile(`This is no ${only.join(" or ")}, it is a file of the kind ${kind}.`);
      const limit = attachmentLimits[kind];
      if (bytes.length > limit)
        throw new ApiError(
          "PAYLOAD_TOO_LARGE",
          `A file of this kind (${kind}) may have at most ${limit / 1024 / 1024} MB.`,
        );
    });
    if (file.kind !== "image") return { ...file, small: null };
    const small = await shrinkImage(env.IMAGES, bytes, file.mediaType as SmallImage["type"], file.reading.image);
    return { ...file, small };
  } catch (error) {
    if (error instanceof UnreadableFile) throw new ApiError("UNSUPPORTED_MEDIA_TYPE", error.message);
    throw error;
  }
}
