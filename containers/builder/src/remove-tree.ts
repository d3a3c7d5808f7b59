import { chmod, lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Removes a folder whatever permissions a build or an overlay mount left inside; a missing one is fine. */
export async function removeTree(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch {
    await openFolders(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

async function openFolders(folder: string): Promise<void> {
  const entry = await lstat(folder).catch(() => undefined);
  if (entry === undefined || !entry.isDirectory()) return;
  await chmod(folder, 0o700).catch(() => {});
  const children = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const child of children) if (child.isDirectory()) await openFolders(join(folder, child.name));
}
