// The copy of an image that models get. They see no more than 1,568 pixels of the longer edge, and each one costs.
import type { ImageType } from "#engine/attachments/attachment.ts";
import { UnreadableFile } from "#engine/attachments/attachment.ts";
import type { ImageSize } from "#engine/attachments/image-size.ts";

export const longestEdge = 1_568;
/** Providers take 5 MB in base64. */
export const largestImage = 3_700_000;
const mostPixels = 100_000_000;

export interface SmallImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: ImageType;
}

/** Null where the image is small enough as it is. Throws an UnreadableFile for what is no image or too large a one. */
export async function shrinkImage(
  images: ImagesBinding,
  bytes: Uint8Array<ArrayBuffer>,
  type: ImageType,
  size: ImageSize | null,
): Promise<SmallImage | null> {
  if (size === null) throw new UnreadableFile("The picture is damaged and could not be read.");
  if (size.width * size.height > mostPixels)
    throw new UnreadableFile("The picture has more than 100 million pixels. Make it smaller and attach it again.");
  const fits = Math.max(size.width, size.height) <= longestEdge && bytes.length <= largestImage;
  // Of a moving picture models see the first frame at best; some refuse it.
  if (fits && type !== "image/gif") return null;
  // Drawings and screenshots keep their edges; photographs have none to keep.
  const sharp = type === "image/png" || type === "image/gif";
  const first = await convert(images, bytes, sharp ? "image/png" : "image/jpeg");
  return first.bytes.length <= largestImage ? first : convert(images, bytes, "image/jpeg");
}

async function convert(
  images: ImagesBinding,
  bytes: Uint8Array<ArrayBuffer>,
  format: "image/png" | "image/jpeg",
): Promise<SmallImage> {
  try {
    const result = await images
      .input(new Blob([bytes]).stream())
      .transform({ width: longestEdge, height: longestEdge, fit: "scale-down" })
      .output({ format, quality: 85 });
    return { bytes: new Uint8Array(await result.response().arrayBuffer()), type: format };
  } catch {
    throw new UnreadableFile("The picture could not be made smaller. Make it smaller and attach it again.");
  }
}
