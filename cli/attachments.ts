// Files that go with a prompt: read before anything is started, uploaded once there is a project.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { largestAttachment, mostAttachments } from "#protocol/attachments.ts";
import { assetSchema } from "./answers.ts";
import { exitCodes, Failure } from "./failure.ts";
import type { Session } from "./session.ts";

export interface LocalFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export async function readAttachments(paths: readonly string[]): Promise<LocalFile[]> {
  if (paths.length > mostAttachments)
    throw new Failure(`At most ${mostAttachments} files go with a prompt; these are ${paths.length}.`, exitCodes.usage);
  return Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
        const reason = error.code === "ENOENT" ? "There is no such file" : "It could not be read";
        throw new Failure(`${path}: ${reason}.`, exitCodes.usage);
      });
      if (bytes.length > largestAttachment)
        throw new Failure(`${path}: A file may have at most ${largestAttachment / 1024 / 1024} MB.`, exitCodes.usage);
      return { name: basename(path), bytes: new Uint8Array(bytes) };
    }),
  );
}

/** Their ids, in order. `say` hears what was understood of each. */
export async function uploadAttachments(
  session: Session,
  projectId: string,
  files: readonly LocalFile[],
  say: (line: string) => void,
): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, bytes } of files) {
    const query = new URLSearchParams({ name });
    const path = `/api/v1/projects/${encodeURIComponent(projectId)}/assets?${query}`;
    const asset = await session.json(path, assetSchema, { method: "POST", bytes }).catch((error: unknown) => {
      throw error instanceof Failure ? new Failure(`${name}: ${error.message}`, error.exitCode) : error;
    });
    const tables = asset.tables.map((table) => `${table.rowCount} rows of ${table.name}`);
    say(`Attached ${name}: ${[asset.kind, ...tables, ...asset.notes].join(", ")}`);
    ids.push(asset.id);
  }
  return ids;
}
