import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Files under the folder that hold the text: nothing that a run writes may hold a key. */
export async function findFilesWith(folder: string, needle: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hits: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (path.includes("node_modules")) continue;
    // A build that was cancelled takes its folder with it.
    const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "";
      throw error;
    });
    if (content.includes(needle)) hits.push(path);
  }
  return hits;
}
