// Takes what a build made into the builder's own keeping. The build wrote these folders, so nothing in them is trusted:
// only regular files reached through real folders are taken, by a descriptor that follows no link.
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { packSourceMaps } from "./pack-source-maps.ts";
import { RefusedInput } from "./project-path.ts";
import { type ArtefactFile, sourceMapsFile } from "./protocol.ts";

const maxFiles = 10_000;
const maxTotalBytes = 256 * 1024 * 1024;

/**
 * Copies the wanted (checked) files and folders from `work` to `target`; missing ones are left out. Ascending by path, but
 * for source maps, which become one file at the end.
 */
export async function keepArtefact(work: string, wanted: readonly string[], target: string): Promise<ArtefactFile[]> {
  const paths = new Set<string>();
  for (const path of wanted) await collect(work, path, paths);
  if (paths.size > maxFiles) throw new RefusedInput(`The artefact has more than ${maxFiles} files.`);
  const kept: ArtefactFile[] = [];
  const maps = new Map<string, string>();
  let total = 0;
  const keep = async (path: string, bytes: Buffer): Promise<void> => {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await writeFile(join(target, path), bytes);
    kept.push({ path, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  };
  for (const path of [...paths].toSorted()) {
    const bytes = await readRegularFile(join(work, path), path, maxTotalBytes - total);
    total += bytes.length;
    if (path.endsWith(".js.map")) maps.set(path, bytes.toString());
    else await keep(path, bytes);
  }
  const packed = packSourceMaps(maps);
  if (packed !== null) await keep(sourceMapsFile, Buffer.from(packed));
  return kept;
}

async function collect(work: string, path: string, paths: Set<string>): Promise<void> {
  const segments = path.split("/");
  for (let depth = 1; depth <= segments.length; depth++) {
    const part = segments.slice(0, depth).join("/");
    const entry = await lstat(join(work, part)).catch(() => undefined);
    if (entry === undefined) return;
    if (entry.isSymbolicLink())
      throw new RefusedInput(`The artefact ${part} is a symbolic link; a build must leave real files.`);
    if (depth < segments.length) {
      if (!entry.isDirectory()) return;
      continue;
    }
    if (entry.isFile()) paths.add(path);
    else if (entry.isDirectory()) {
      for (const name of await readdir(join(work, path))) {
        if (paths.size > maxFiles) return;
        await collect(work, `${path}/${name}`, paths);
      }
    } else throw new RefusedInput(`The artefact ${part} is neither a file nor a folder.`);
  }
}

async function readRegularFile(file: string, path: string, room: number): Promise<Buffer> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const entry = await handle.stat();
    if (!entry.isFile()) throw new RefusedInput(`The artefact ${path} is not a regular file.`);
    if (entry.size > room) throw new RefusedInput(`The artefact is larger than ${maxTotalBytes} bytes.`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
