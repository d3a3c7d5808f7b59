// The files of a request from storage, as the engine takes them.
import type { GivenAttachment } from "#engine/agents/attachments.ts";
import type { ImageType } from "#engine/attachments/attachment.ts";
import { AssetStore } from "../../../workers/storage/asset-store.ts";
import { largestImage } from "../../../workers/storage/shrink-image.ts";
import type { GivenFile } from "../rpc.ts";

/** Providers take no longer documents; of those the text is given. */
const mostPages = 100;

/** `bytes`: of which kinds the bytes are needed. */
export async function loadFiles(
  bucket: R2Bucket,
  files: readonly GivenFile[],
  bytes: { readonly images: boolean; readonly documents: boolean },
): Promise<GivenAttachment[]> {
  return Promise.all(
    files.map(async (file): Promise<GivenAttachment> => {
      const { name, kind, sha256, smallType, mediaType } = file;
      const store = new AssetStore(bucket, file.workspaceId);
      const reading = await store.reading(sha256);
      const found = { name, kind, reading, native: null };
      if (reading === null) return found;
      if (kind === "image" && bytes.images) {
        const content = await store.bytes(sha256, smallType === null ? "file" : "small");
        if (content === null || content.length > largestImage) return found;
        return { ...found, native: { mediaType: smallType ?? (mediaType as ImageType), base64: content.toBase64() } };
      }
      if (kind === "pdf" && bytes.documents && (reading.pages ?? 0) <= mostPages) {
        const content = await store.bytes(sha256);
        if (content) return { ...found, native: { mediaType: "application/pdf", base64: content.toBase64() } };
      }
      return found;
    }),
  );
}
