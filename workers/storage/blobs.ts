// Content-addressed bytes in R2: a blob's name is its SHA-256, so that the same bytes are stored once and never change.

export interface StoredBlob {
  sha256: string;
  size: number;
}

const shaPattern = /^[0-9a-f]{64}$/;

export class BlobStore {
  readonly #bucket: R2Bucket;

  constructor(bucket: R2Bucket) {
    this.#bucket = bucket;
  }

  /** Stores the bytes unless they are there already. */
  async put(content: Uint8Array | string): Promise<StoredBlob> {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const sha256 = await sha256Hex(bytes);
    if (!(await this.has(sha256))) await this.#bucket.put(keyOf(sha256), bytes, { sha256 });
    return { sha256, size: bytes.byteLength };
  }

  async get(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const object = await this.open(sha256);
    return object ? new Uint8Array(await object.arrayBuffer()) : null;
  }

  async text(sha256: string): Promise<string | null> {
    return (await (await this.open(sha256))?.text()) ?? null;
  }

  /** The stored object, to be streamed; null when there is none. */
  async open(sha256: string): Promise<R2ObjectBody | null> {
    return shaPattern.test(sha256) ? this.#bucket.get(keyOf(sha256)) : null;
  }

  async has(sha256: string): Promise<boolean> {
    return shaPattern.test(sha256) && (await this.#bucket.head(keyOf(sha256))) !== null;
  }
}

export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function keyOf(sha256: string): string {
  return `blobs/${sha256}`;
}
