// A person's changes on top of a manifest: checked as a whole, then stored.
import { checkPathSet, RefusedInput } from "#builder/project-path.ts";
import type { Manifest } from "#db/schema/index.ts";
import type { BlobStore } from "../../storage/blobs.ts";
import { ApiError } from "../errors.ts";
import type { EditVersionBody } from "../schemas/versions.ts";

type Change = EditVersionBody["changes"][number];

export const mostTreeFiles = 2_000;
/** Bytes; the builder refuses more. */
export const mostTreeBytes = 40 * 1024 * 1024;
const writesAtOnce = 16;

export async function applyChanges(blobs: BlobStore, base: Manifest, changes: readonly Change[]): Promise<Manifest> {
  const contents = new Map<string, Uint8Array | null>();
  for (const [index, change] of changes.entries()) {
    if (contents.has(change.path)) throw refused(index, `${change.path} is changed twice.`);
    if (change.content === null && !Object.hasOwn(base, change.path))
      throw refused(index, `There is no ${change.path} to delete.`);
    contents.set(change.path, bytesOf(change, index));
  }
  const paths = Object.keys(base).filter((path) => !contents.has(path));
  const sizes = paths.map((path) => base[path]?.size ?? 0);
  for (const [path, bytes] of contents) {
    if (bytes === null) continue;
    paths.push(path);
    sizes.push(bytes.byteLength);
  }
  checkPaths(paths);
  if (paths.length > mostTreeFiles)
    throw new ApiError("VALIDATION_ERROR", `A version has at most ${mostTreeFiles} files.`);
  if (sizes.reduce((sum, size) => sum + size, 0) > mostTreeBytes)
    throw new ApiError("VALIDATION_ERROR", `A version has at most ${mostTreeBytes / 2 ** 20} MB.`);
  const files: Manifest = { ...base };
  const written = [...contents];
  for (let start = 0; start < written.length; start += writesAtOnce)
    await Promise.all(
      written.slice(start, start + writesAtOnce).map(async ([path, bytes]) => {
        if (bytes === null) delete files[path];
        else files[path] = await blobs.put(bytes);
      }),
    );
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function bytesOf({ content, encoding }: Change, index: number): Uint8Array | null {
  if (content === null) return null;
  if (encoding !== "base64") return new TextEncoder().encode(content);
  try {
    return Uint8Array.fromBase64(content);
  } catch {
    throw refused(index, "It is not base64.", "content");
  }
}

function checkPaths(paths: string[]): void {
  try {
    checkPathSet(paths);
  } catch (error) {
    if (error instanceof RefusedInput) throw new ApiError("VALIDATION_ERROR", error.message);
    throw error;
  }
}

function refused(index: number, message: string, field: "path" | "content" = "path"): ApiError {
  return new ApiError("VALIDATION_ERROR", message, { details: [{ path: `changes.${index}.${field}`, message }] });
}
