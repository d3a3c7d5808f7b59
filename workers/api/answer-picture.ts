// A picture of an app: the screenshot that the checks took, else a sketch of its plan.
import type { Context } from "hono";
import type { PictureSource } from "#db/queries/pictures.ts";
import { drawSketch } from "#engine/sketch/draw-sketch.ts";
import { BlobStore } from "../storage/blobs.ts";
import type { ApiEnv } from "./api-env.ts";

export async function answerPicture(c: Context<ApiEnv>, { pictureSha, prd }: PictureSource): Promise<Response> {
  const blob = pictureSha === null ? null : await new BlobStore(c.env.BLOBS).open(pictureSha);
  // A screenshot may still come, or come anew with the next version.
  const headers = { "cache-control": "private, no-cache" };
  if (blob) return c.body(blob.body, 200, { ...headers, "content-type": "image/webp", "x-picture": "screenshot" });
  if (prd === null) return c.body(null, 204, headers);
  return c.body(drawSketch(prd), 200, { ...headers, "content-type": "image/svg+xml", "x-picture": "sketch" });
}
