import type { Database } from "#db/client.ts";
import { readManifest } from "#db/queries/versions.ts";
import type { BlobStore } from "../../storage/blobs.ts";
import { readTree } from "../../storage/tree.ts";

const largest = 300_000;

/** What the app's pages are written in: its own code and style sheets, without tests and what is generated. */
export async function readSources(blobs: BlobStore, db: Database, versionId: string): Promise<Map<string, string>> {
  const manifest = await readManifest(db, versionId);
  const wanted = Object.entries(manifest).filter(
    ([path, { size }]) => /^src\/.*\.([jt]sx?|css)$/.test(path) && !/\.test\.[jt]sx?$/.test(path) && size <= largest,
  );
  return readTree(blobs, Object.fromEntries(wanted));
}
