// Which objects a client that has some commits of the line lacks of the others.
import type { CommitSource } from "#db/queries/version-commits.ts";
import type { BlobStore } from "../storage/blobs.ts";
import type { CommitRecords, CommitRecord } from "./commit-records.ts";
import type { ExtraObjects } from "./extra-objects.ts";
import { buildTrees, type GitObject } from "./objects.ts";

const readsAtOnce = 16;
/** Bytes; what is sent is put together in memory. */
const mostBytes = 64 * 1024 * 1024;

export class TooMuch extends Error {}

interface Sources {
  records: CommitRecords;
  blobs: BlobStore;
  extras: ExtraObjects;
}

/** `line`: oldest first, each with its commit. `haves`: commits of the client, known here or not. */
export async function collectObjects(
  line: readonly CommitSource[],
  haves: ReadonlySet<string>,
  { records, blobs, extras }: Sources,
): Promise<Map<string, GitObject>> {
  const shared = line.findLastIndex(({ commitSha }) => commitSha !== null && haves.has(commitSha));
  const known = new Set<string>();
  const common = line[shared];
  if (common !== undefined) {
    const record = await records.read(common);
    for (const oid of (await buildTrees(record.files)).trees.keys()) known.add(oid);
    for (const file of record.files) known.add(file.oid);
  }
  const objects = new Map<string, GitObject>();
  const wanted = new Map<string, CommitRecord["files"][number]>();
  for (const version of line.slice(shared + 1)) {
    const record = await records.read(version);
    objects.set(record.commit, { type: "commit", bytes: Uint8Array.fromBase64(record.bytes) });
    for (const [oid, tree] of (await buildTrees(record.files)).trees) if (!known.has(oid)) objects.set(oid, tree);
    for (const file of record.files) if (!known.has(file.oid)) wanted.set(file.oid, file);
    for (const oid of record.extras) {
      const extra = await extras.read(oid);
      if (extra !== undefined) objects.set(oid, extra);
    }
  }
  const files = [...wanted.values()];
  if (files.reduce((sum, file) => sum + file.size, 0) > mostBytes)
    throw new TooMuch("This repository is too large to be fetched at once.");
  for (let start = 0; start < files.length; start += readsAtOnce)
    await Promise.all(
      files.slice(start, start + readsAtOnce).map(async ({ oid, sha256 }) => {
        const bytes = await blobs.get(sha256);
        if (!bytes) throw new Error(`Blob ${sha256} is missing from storage.`);
        objects.set(oid, { type: "blob", bytes });
      }),
    );
  return objects;
}
