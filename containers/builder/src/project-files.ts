// Writes the files of a request into an empty work folder.
import { chown, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkPathSet, RefusedInput } from "./project-path.ts";
import type { BuildRequest } from "./protocol.ts";

const maxFiles = 5000;
export const maxTotalBytes = 48 * 1024 * 1024;

export type ProjectFiles = Map<string, Buffer>;

/** Decodes and checks all of them; nothing is written yet. Throws `RefusedInput`. */
export function decodeFiles(files: BuildRequest["files"]): ProjectFiles {
  const paths = Object.keys(files);
  if (paths.length > maxFiles)
    throw new RefusedInput(`The project has ${paths.length} files; at most ${maxFiles} can be built.`);
  checkPathSet(paths);
  const decoded: ProjectFiles = new Map();
  let total = 0;
  for (const [path, content] of Object.entries(files)) {
    const bytes = "text" in content ? Buffer.from(content.text, "utf8") : Buffer.from(content.base64, "base64");
    total += bytes.length;
    if (total > maxTotalBytes) throw new RefusedInput(`The project is larger than ${maxTotalBytes} bytes.`);
    decoded.set(path, bytes);
  }
  return decoded;
}

/** `owner` gets every file and folder it makes. `work` must be new: exclusive creation refuses what is already there. */
export async function writeFiles(work: string, files: ProjectFiles, owner: number | undefined): Promise<void> {
  const made = new Set<string>([work]);
  const makeFolder = async (folder: string): Promise<void> => {
    if (made.has(folder)) return;
    await makeFolder(dirname(folder));
    await mkdir(folder);
    if (owner !== undefined) await chown(folder, owner, owner);
    made.add(folder);
  };
  for (const [path, bytes] of files) {
    const target = join(work, path);
    await makeFolder(dirname(target));
    await writeFile(target, bytes, { flag: "wx" });
    if (owner !== undefined) await chown(target, owner, owner);
  }
}
