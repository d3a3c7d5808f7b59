// A stranger's zip file, opened within limits: what it says of itself is checked before a byte is inflated, and inflating
// never goes beyond what was said.
import { unzipSync, type UnzipFileInfo } from "fflate";
import { UnreadableFile } from "../attachment.ts";

const mostEntries = 1_000;
/** Text deflates to a tenth; beyond this it is a bomb. */
const mostRatio = 300;
const tinyEntry = 64 * 1024;

export interface ZipEntry {
  readonly path: string;
  /** Bytes once inflated, as the file says. */
  readonly size: number;
}

/** Names and sizes. Throws an UnreadableFile for a file that is damaged, too full, a bomb, or leads out of its folder. */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const entries: ZipEntry[] = [];
  walk(bytes, (file) => {
    if (entries.length >= mostEntries)
      throw new UnreadableFile(`The zip file has more than ${mostEntries.toLocaleString("en-US")} entries.`);
    if (file.originalSize > tinyEntry && file.originalSize > file.size * mostRatio)
      throw new UnreadableFile("The zip file unpacks to far more than its size, so it was not opened.");
    if (leadsOut(file.name)) throw new UnreadableFile("The zip file has names that lead out of its folder.");
    entries.push({ path: file.name, size: file.originalSize });
    return false;
  });
  return entries;
}

/** The bytes of these entries alone. */
export function inflate(bytes: Uint8Array, paths: ReadonlySet<string>): Map<string, Uint8Array> {
  return new Map(Object.entries(walk(bytes, ({ name }) => paths.has(name))));
}

function walk(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("The zip file is damaged or protected by a password.");
  }
}

/** Nothing of it is ever written to a disk; a file that tries is not to be trusted with the rest either. */
function leadsOut(path: string): boolean {
  return /^[/\\]|^[a-z]:|\\|\0/i.test(path) || path.split("/").includes("..");
}
