// Read-only trees and cheap copies of them.
import { spawn } from "node:child_process";
import {
  chmod,
  chown,
  constants,
  copyFile,
  lchown,
  link,
  lstat,
  mkdir,
  opendir,
  readlink,
  rm,
  symlink,
} from "node:fs/promises";
import { join } from "node:path";

/** Every entry below `folder`, folders before what they hold. */
async function* walk(folder: string): AsyncGenerator<{ path: string; kind: "folder" | "file" | "link" | "other" }> {
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    const kind = entry.isDirectory() ? "folder" : entry.isFile() ? "file" : entry.isSymbolicLink() ? "link" : "other";
    yield { path, kind };
    if (kind === "folder") yield* walk(path);
  }
}

/** Files become 0444 (or 0555) and, when root runs this, root's; links to them cannot be written through. Returns bytes. */
export async function sealTree(folder: string): Promise<number> {
  const asRoot = process.getuid?.() === 0;
  let bytes = 0;
  if (asRoot) await chown(folder, 0, 0);
  await chmod(folder, 0o755);
  for await (const { path, kind } of walk(folder)) {
    if (asRoot) await lchown(path, 0, 0);
    if (kind === "folder") await chmod(path, 0o755);
    if (kind !== "file") continue;
    const entry = await lstat(path);
    bytes += entry.size;
    await chmod(path, (entry.mode & 0o111) === 0 ? 0o444 : 0o555);
  }
  return bytes;
}

const toolCaches = [".vite", ".vite-temp", ".cache"];

/** Hard-links `source` to `target`, or copies it. `owner` gets the top folder, where tools keep their caches, and nothing below. */
export async function placeTree(
  source: string,
  target: string,
  how: "links" | "copies",
  owner: number | undefined,
): Promise<void> {
  if (process.platform !== "linux" || !(await placeWithCp(source, target, how))) await placeByHand(source, target, how);
  // Caches that a tool left in the source would be links to files of another user.
  for (const cache of toolCaches) await rm(join(target, cache), { recursive: true, force: true });
  if (owner !== undefined) await chown(target, owner, owner);
}

function placeWithCp(source: string, target: string, how: "links" | "copies"): Promise<boolean> {
  const mode = how === "links" ? "-al" : "-a";
  return new Promise((resolve) => {
    const child = spawn("cp", [mode, "--reflink=auto", "--no-target-directory", "--", source, target], {
      stdio: "ignore",
    });
    child.once("error", () => resolve(false));
    child.once("close", (code) => resolve(code === 0));
  });
}

async function placeByHand(source: string, target: string, how: "links" | "copies"): Promise<void> {
  await mkdir(target, { recursive: true });
  for await (const { path, kind } of walk(source)) {
    const copy = join(target, path.slice(source.length + 1));
    if (kind === "folder") await mkdir(copy, { recursive: true });
    else if (kind === "link") await symlink(await readlink(path), copy).catch(ignoreExisting);
    else if (kind === "file" && how === "copies") await copyFile(path, copy, constants.COPYFILE_FICLONE);
    else if (kind === "file") {
      await link(path, copy).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST") return;
        // Another device, or too many links to one file.
        await copyFile(path, copy, constants.COPYFILE_FICLONE);
      });
    }
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
