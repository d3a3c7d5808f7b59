// Keeps the screenshot that the checks took of a version: small, and made anew, since it comes from where the app ran.
import { setVersionPicture } from "#db/queries/pictures.ts";
import type { Database } from "#db/client.ts";
import type { Env } from "../../../workers/env.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";

/** Twice as wide as a card shows it. */
const width = 800;

export async function keepPicture(env: Env, db: Database, versionId: string, jpeg: string): Promise<void> {
  const bytes = Uint8Array.fromBase64(jpeg);
  const result = await env.IMAGES.input(new Blob([bytes]).stream())
    .transform({ width, fit: "scale-down" })
    .output({ format: "image/webp", quality: 80 });
  const small = new Uint8Array(await result.response().arrayBuffer());
  const { sha256 } = await new BlobStore(env.BLOBS).put(small);
  await setVersionPicture(db, versionId, sha256);
}
