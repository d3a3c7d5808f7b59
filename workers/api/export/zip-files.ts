import { Zip, ZipDeflate } from "fflate";
import type { BlobStore } from "../../storage/blobs.ts";

/** A stored blob, or a text of ours. */
export type ZipEntry = { path: string } & ({ sha256: string } | { text: string });

/**
 * A zip of the blobs, ascending by path and all dated `modified`, so that the same version gives the same bytes.
 * Holds one file in memory at a time. A missing blob breaks the stream off.
 */
export function zipFiles(blobs: BlobStore, entries: ZipEntry[], modified: Date): ReadableStream<Uint8Array> {
  const rest = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1)).values();
  let zip: Zip;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, chunk, final) => {
        if (error) return controller.error(error);
        if (chunk.length > 0) controller.enqueue(chunk);
        if (final) controller.close();
      });
    },
    async pull() {
      const { value: entry, done } = rest.next();
      if (done) return zip.end();
      const bytes = "text" in entry ? new TextEncoder().encode(entry.text) : await blobs.get(entry.sha256);
      if (!bytes) throw new Error(`The blob of ${entry.path} is missing`);
      const file = new ZipDeflate(entry.path, { level: 6 });
      file.mtime = modified;
      zip.add(file);
      file.push(bytes, true);
    },
    cancel() {
      zip.terminate();
    },
  });
}
