// What travels between an app's isolate and its files: plain data, as with statements.

export interface StoredFile {
  key: string;
  /** Bytes. */
  size: number;
  type: string;
  /** ISO 8601, UTC. */
  uploadedAt: string;
}

export const fileLimits = {
  keyCharacters: 500,
  fileBytes: 25 * 1024 * 1024,
  appBytes: 1024 * 1024 * 1024,
  appFiles: 20_000,
} as const;

/** Segments of letters, digits and `._-`, none of them a way up. */
const keyPattern = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.-]+(?:\/[\w.-]+)*$/;

export function isFileKey(key: unknown): key is string {
  return typeof key === "string" && key.length <= fileLimits.keyCharacters && keyPattern.test(key);
}
