// Fixes in R2 under the name of their workspace: `fixes/<workspace>/<fingerprint>`, which is the SHA-256 of the fix. Two
// workspaces never share an object, so that forgetting a fix takes it away.
import { type Fix, readFix, writeFix } from "#engine/heal/cache/fix.ts";
import { sha256Hex } from "./blobs.ts";

const encoder = new TextEncoder();

export class FixStore {
  readonly #bucket: R2Bucket;
  readonly #workspaceId: string;

  constructor(bucket: R2Bucket, workspaceId: string) {
    this.#bucket = bucket;
    this.#workspaceId = workspaceId;
  }

  /** Returns its fingerprint. */
  async put(fix: Fix): Promise<string> {
    const text = writeFix(fix);
    const fingerprint = await sha256Hex(encoder.encode(text));
    await this.#bucket.put(this.#key(fingerprint), text, { sha256: fingerprint });
    return fingerprint;
  }

  /** Null for one that was forgotten, or that is not what its name says. */
  async get(fingerprint: string): Promise<Fix | null> {
    const text = await (await this.#bucket.get(this.#key(fingerprint)))?.text();
    if (text === undefined || (await sha256Hex(encoder.encode(text))) !== fingerprint) return null;
    return readFix(text);
  }

  async remove(fingerprint: string): Promise<void> {
    await this.#bucket.delete(this.#key(fingerprint));
  }

  #key(fingerprint: string): string {
    return `fixes/${this.#workspaceId}/${fingerprint}`;
  }
}
