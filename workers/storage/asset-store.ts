// What people attached, in R2 by its hash under the name of its tenant: `assets/<workspace>/<sha256>/…`. The same bytes are
// stored once for each tenant and never shared between two. Beside the file stand what was read of it and, of a large
// image, the smaller copy that models get.
import { type Reading, longestText } from "#engine/attachments/attachment.ts";
import { z } from "zod";
import { sha256Hex } from "./blobs.ts";

type Part = "file" | "reading" | "small";

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const readingSchema = z.object({
  text: z.string().max(longestText),
  tables: z.array(
    z.object({
      source: z.string(),
      name: z.string(),
      fields: z.array(z.custom<Reading["tables"][number]["fields"][number]>((value) => typeof value === "object")),
      rows: z.array(z.record(z.string(), cell)),
      rowCount: z.int(),
      ids: z.array(z.string()).optional(),
    }),
  ),
  image: z.object({ width: z.int(), height: z.int() }).nullable(),
  pages: z.int().optional(),
  notes: z.array(z.string()),
});

const shaPattern = /^[0-9a-f]{64}$/;

export class AssetStore {
  readonly #bucket: R2Bucket;
  readonly #workspaceId: string;

  constructor(bucket: R2Bucket, workspaceId: string) {
    this.#bucket = bucket;
    this.#workspaceId = workspaceId;
  }

  /** Returns the file's SHA-256. */
  async put(file: Uint8Array, { reading, small }: { reading: Reading; small: Uint8Array | null }): Promise<string> {
    const sha256 = await sha256Hex(file);
    await Promise.all([
      this.#bucket.put(this.#key(sha256, "file"), file, { sha256 }),
      this.#bucket.put(this.#key(sha256, "reading"), JSON.stringify(reading)),
      ...(small === null ? [] : [this.#bucket.put(this.#key(sha256, "small"), small)]),
    ]);
    return sha256;
  }

  /** To be streamed; null when it was deleted. */
  async open(sha256: string, part: "file" | "small" = "file"): Promise<R2ObjectBody | null> {
    return shaPattern.test(sha256) ? this.#bucket.get(this.#key(sha256, part)) : null;
  }

  async bytes(sha256: string, part: "file" | "small" = "file"): Promise<Uint8Array<ArrayBuffer> | null> {
    const object = await this.open(sha256, part);
    return object ? new Uint8Array(await object.arrayBuffer()) : null;
  }

  async reading(sha256: string): Promise<Reading | null> {
    const object = shaPattern.test(sha256) ? await this.#bucket.get(this.#key(sha256, "reading")) : null;
    return object ? readingSchema.parse(await object.json()) : null;
  }

  async delete(hashes: readonly string[]): Promise<void> {
    const parts: readonly Part[] = ["file", "reading", "small"];
    const keys = hashes.flatMap((sha256) => parts.map((part) => this.#key(sha256, part)));
    // R2 takes at most 1,000 keys a call.
    for (let at = 0; at < keys.length; at += 900) await this.#bucket.delete(keys.slice(at, at + 900));
  }

  #key(sha256: string, part: Part): string {
    return `assets/${this.#workspaceId}/${sha256}/${part}`;
  }
}
