// Writes a version's files to a folder. The paths come from a platform that got them from a model: none may leave it.
import { createHash } from "node:crypto";
import { lstat, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { manifestSchema } from "./answers.ts";
import { exitCodes, Failure } from "./failure.ts";
import type { Session } from "./session.ts";

const atOnce = 8;

/** The path below `folder`, or a `Failure` for anything that could end elsewhere on any system. */
export function targetOf(folder: string, path: string): string {
  const parts = path.split("/");
  const escapes =
    path === "" ||
    path.includes("\0") ||
    path.includes("\\") ||
    /^[A-Za-z]:/.test(path) ||
    parts.some((part) => part === "" || part === "." || part === "..") ||
    parts[0]?.toLowerCase() === ".git";
  if (escapes)
    throw new Failure(
      `The platform sent a path that leaves the folder: ${JSON.stringify(path)}. Nothing more was written.`,
    );
  return join(resolve(folder), ...parts);
}

/** A folder that holds something is not written to without `force`: a typo must not cost files. */
export async function checkFolder(folder: string, force: boolean): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new Failure(`${folder} cannot be used as a folder (${error.code}).`, exitCodes.usage);
  });
  if (names.length > 0 && !force) {
    throw new Failure(
      `${folder} is not empty. Choose another folder, or give --force to write into it.`,
      exitCodes.usage,
    );
  }
}

/** Returns how many files were written. */
export async function writeVersion(
  session: Session,
  projectId: string,
  version: string,
  folder: string,
): Promise<number> {
  const base = `/api/v1/projects/${encodeURIComponent(projectId)}/versions/${encodeURIComponent(version)}/files`;
  const manifest = await session.json(base, manifestSchema);
  const targets = manifest.map((file) => ({ ...file, target: targetOf(folder, file.path) }));
  const queue = targets.values();
  const work = async (): Promise<void> => {
    for (const { path, sha256, target } of queue) {
      const response = await session.fetch(`${base}/${path.split("/").map(encodeURIComponent).join("/")}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
        throw new Failure(`${path} did not arrive as the platform announced it. Try again.`);
      }
      await writeInside(resolve(folder), target, bytes);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return targets.length;
}

/** Follows no link below `folder`, in case it held some before. */
async function writeInside(folder: string, target: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const parent = dirname(target);
  const between = parent.slice(folder.length).split(/[/\\]/).filter(Boolean);
  let current = folder;
  for (const part of between) {
    current = join(current, part);
    await mkdir(current).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    if (!(await lstat(current)).isDirectory())
      throw new Failure(`${current} is not a folder; remove it and try again.`);
  }
  const existing = await lstat(target).catch(() => undefined);
  if (existing?.isDirectory() === true) throw new Failure(`${target} is a folder; remove it and try again.`);
  if (existing !== undefined) await rm(target);
  await writeFile(target, bytes, { flag: "wx" });
}
