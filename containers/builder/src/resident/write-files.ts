import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ResidentRequest } from "./messages.ts";

/** Whether a file came or went. */
export async function writeFiles(
  folder: string,
  { write, remove }: Pick<ResidentRequest, "write" | "remove">,
): Promise<boolean> {
  let moved = remove.length > 0;
  await Promise.all(remove.map((path) => rm(join(folder, path), { force: true })));
  for (const [path, content] of Object.entries(write)) {
    const file = join(folder, path);
    const isNew = !(await stat(file).catch(() => undefined))?.isFile();
    moved ||= isNew;
    if (isNew) await mkdir(dirname(file), { recursive: true });
    await writeFile(file, "text" in content ? content.text : Buffer.from(content.base64, "base64"));
  }
  return moved;
}
