// The second capability of an app's isolate: files of its own, below a prefix that we choose in `props`.
import { WorkerEntrypoint } from "cloudflare:workers";
import { fileLimits, isFileKey, type StoredFile } from "../../durable-objects/app-data/stored-file.ts";
import type { Env } from "../env.ts";

export interface AppFilesProps {
  appId: string;
}

export type FileAnswer<T> = { ok: true; value: T } | { ok: false; message: string };

export interface FileList {
  files: StoredFile[];
  cursor: string | null;
}

const typePattern = /^[\w.+-]+\/[\w.+-]+(?:; ?[\w.+=-]+)*$/;
const prefixOf = (appId: string): string => `apps/${appId}/`;

export class AppFiles extends WorkerEntrypoint<Pick<Env, "APP_FILES" | "APP_DATA">, AppFilesProps> {
  async put(key: string, bytes: Uint8Array, type: string): Promise<FileAnswer<StoredFile>> {
    if (!isFileKey(key)) return refused(`"${key}" is no key of a file`);
    if (bytes.byteLength > fileLimits.fileBytes) return refused("a file has at most 25 MB");
    const data = this.env.APP_DATA.getByName(this.ctx.props.appId);
    const problem = await data.reserveFile(key, bytes.byteLength);
    if (problem !== null) return refused(problem);
    try {
      const contentType = typePattern.test(type) ? type : "application/octet-stream";
      const object = await this.env.APP_FILES.put(this.#place(key), bytes, { httpMetadata: { contentType } });
      return { ok: true, value: this.#describe(object) };
    } catch (error) {
      // A refused file may have been meant to replace one, which is still there and still counts.
      if ((await this.head(key)) === null) await data.forgetFiles([key]);
      throw error;
    }
  }

  async get(key: string): Promise<{ file: StoredFile; body: ReadableStream } | null> {
    const object = isFileKey(key) ? await this.env.APP_FILES.get(this.#place(key)) : null;
    return object ? { file: this.#describe(object), body: object.body } : null;
  }

  async head(key: string): Promise<StoredFile | null> {
    const object = isFileKey(key) ? await this.env.APP_FILES.head(this.#place(key)) : null;
    return object ? this.#describe(object) : null;
  }

  async delete(keys: string[]): Promise<void> {
    const known = keys.filter((key) => isFileKey(key)).slice(0, 1_000);
    if (known.length === 0) return;
    await this.env.APP_FILES.delete(known.map((key) => this.#place(key)));
    await this.env.APP_DATA.getByName(this.ctx.props.appId).forgetFiles(known);
  }

  async list(options: { prefix?: string; limit?: number; cursor?: string }): Promise<FileList> {
    const found = await this.env.APP_FILES.list({
      prefix: this.#place(options.prefix ?? ""),
      limit: Math.min(Math.max(Math.trunc(options.limit ?? 1_000), 1), 1_000),
      include: ["httpMetadata"],
      ...(options.cursor === undefined ? {} : { cursor: options.cursor }),
    });
    // A cursor comes from the app: whatever it leads to, only what is the app's own is told.
    const own = found.objects.filter(({ key }) => key.startsWith(this.#place("")));
    return {
      files: own.map((object) => this.#describe(object)),
      cursor: found.truncated ? found.cursor : null,
    };
  }

  #place(key: string): string {
    return `${prefixOf(this.ctx.props.appId)}${key}`;
  }

  #describe(object: R2Object): StoredFile {
    return {
      key: object.key.slice(prefixOf(this.ctx.props.appId).length),
      size: object.size,
      type: object.httpMetadata?.contentType ?? "application/octet-stream",
      uploadedAt: object.uploaded.toISOString(),
    };
  }
}

/** Every file of one app. */
export async function deleteFiles(bucket: R2Bucket, appId: string): Promise<void> {
  for (;;) {
    // Each list shows what the one before has left.
    // oxlint-disable-next-line no-await-in-loop
    const { objects } = await bucket.list({ prefix: prefixOf(appId), limit: 1_000 });
    if (objects.length === 0) return;
    // oxlint-disable-next-line no-await-in-loop
    await bucket.delete(objects.map(({ key }) => key));
  }
}

/** Of one snapshot: each file passes through the Worker. */
const mostCopied = { files: 500, bytes: 200 * 1024 * 1024 };

/** Null, or why there are too many. */
export async function copyFiles(bucket: R2Bucket, from: string, to: string): Promise<string | null> {
  const { objects, truncated } = await bucket.list({ prefix: prefixOf(from), limit: mostCopied.files });
  const bytes = objects.reduce((sum, { size }) => sum + size, 0);
  if (truncated || bytes > mostCopied.bytes)
    return `The app holds more files than a snapshot keeps (${mostCopied.files} files, ${mostCopied.bytes / 1024 / 1024} MB).`;
  for (const { key } of objects) {
    // One after the other: each is held in memory.
    // oxlint-disable-next-line no-await-in-loop
    const object = await bucket.get(key);
    if (object === null) continue;
    const place = prefixOf(to) + key.slice(prefixOf(from).length);
    // oxlint-disable-next-line no-await-in-loop
    await bucket.put(place, await object.arrayBuffer(), {
      ...(object.httpMetadata && { httpMetadata: object.httpMetadata }),
    });
  }
  return null;
}

function refused(message: string): { ok: false; message: string } {
  return { ok: false, message };
}
