// Source trees in blob storage: a manifest names them, the store holds them.
import type { BuildRequest } from "#builder/protocol.ts";
import type { Manifest } from "#db/schema/versions.ts";
import type { BlobStore } from "./blobs.ts";

const readsAtOnce = 16;

/** Path → bytes, in the manifest's order. Throws when a blob is missing: a version that lost a file must not build. */
export async function readFiles(blobs: BlobStore, manifest: Manifest): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const entries = Object.entries(manifest);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (let start = 0; start < entries.length; start += readsAtOnce) {
    const batch = await Promise.all(
      entries.slice(start, start + readsAtOnce).map(async ([path, { sha256 }]) => {
        const bytes = await blobs.get(sha256);
        if (bytes === null) throw new Error(`The content of ${path} (${sha256}) is missing from storage.`);
        return [path, bytes] as const;
      }),
    );
    for (const [path, bytes] of batch) files.set(path, bytes);
  }
  return files;
}

/** The text files of a version; what is not UTF-8 is left out. */
export async function readTree(blobs: BlobStore, manifest: Manifest): Promise<Map<string, string>> {
  const tree = new Map<string, string>();
  for (const [path, bytes] of await readFiles(blobs, manifest)) {
    const text = decodeText(bytes);
    if (text !== null) tree.set(path, text);
  }
  return tree;
}

/** As the builder takes them. */
export function encodeFiles(tree: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): BuildRequest["files"] {
  const files: BuildRequest["files"] = {};
  for (const [path, bytes] of tree) {
    const text = decodeText(bytes);
    files[path] = text === null ? { base64: bytes.toBase64() } : { text };
  }
  return files;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** null for bytes that are not UTF-8. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
