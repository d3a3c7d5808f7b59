// Versions as commits. A commit is made of its version alone, so that it always has the same name; what was made is kept
// in storage, and a pushed commit is kept as it was pushed. `commit_sha` of a version says that its record is there.
import { z } from "zod";
import type { Database } from "#db/client.ts";
import { listCommitSources, setCommitSha, type CommitSource } from "#db/queries/version-commits.ts";
import { readManifest } from "#db/queries/versions.ts";
import type { BlobStore } from "../storage/blobs.ts";
import { buildTrees, encodeCommit, hashObject, type Signature } from "./objects.ts";

const recordSchema = z.object({
  commit: z.string(),
  /** The commit's bytes, base64. */
  bytes: z.string(),
  tree: z.string(),
  parents: z.array(z.string()),
  files: z.array(
    z.object({
      path: z.string(),
      mode: z.enum(["100644", "100755"]),
      /** SHA-1 of the blob, as git has it. */
      oid: z.string(),
      sha256: z.string(),
      size: z.number(),
    }),
  ),
  /** Objects of merged branches, which no version holds. */
  extras: z.array(z.string()),
});
export type CommitRecord = z.infer<typeof recordSchema>;
export type RecordFile = CommitRecord["files"][number];

/** A longer line is not served: nobody would wait for it. */
export const mostVersions = 2_000;
const readsAtOnce = 16;

/** What the next generation starts from, and everything below it: oldest first; empty for a project without files. */
export async function readLine(db: Database, projectId: string): Promise<CommitSource[]> {
  const all = await listCommitSources(db, projectId, mostVersions);
  const byId = new Map(all.map((version) => [version.id, version]));
  // As headVersion: green, or a person's.
  let at: CommitSource | undefined = all.find(
    ({ status, generationId }) => status === "green" || generationId === null,
  );
  const line: CommitSource[] = [];
  while (at !== undefined) {
    line.push(at);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return line.toReversed();
}

export class CommitRecords {
  readonly #db: Database;
  readonly #bucket: R2Bucket;
  readonly #blobs: BlobStore;
  readonly #projectId: string;

  constructor(input: { db: Database; bucket: R2Bucket; blobs: BlobStore; projectId: string }) {
    this.#db = input.db;
    this.#bucket = input.bucket;
    this.#blobs = input.blobs;
    this.#projectId = input.projectId;
  }

  /** Makes the commits that are missing; afterwards every version of the line has its name. */
  async complete(line: CommitSource[]): Promise<void> {
    let parent: CommitRecord | undefined;
    for (const [index, version] of line.entries()) {
      if (version.commitSha !== null) {
        // Read only where the next one is to be made on top of it.
        parent = line[index + 1]?.commitSha === null ? await this.read(version) : undefined;
        continue;
      }
      parent = await this.#derive(version, parent);
      await this.write(version.id, parent);
      await setCommitSha(this.#db, version.id, parent.commit);
      version.commitSha = parent.commit;
    }
  }

  async read(version: CommitSource): Promise<CommitRecord> {
    const object = await this.#bucket.get(this.#key(version.id));
    if (!object) throw new Error(`The commit of version ${version.id} is missing from storage.`);
    return recordSchema.parse(await object.json());
  }

  async write(versionId: string, record: CommitRecord): Promise<void> {
    await this.#bucket.put(this.#key(versionId), JSON.stringify(record));
  }

  async #derive(version: CommitSource, parent: CommitRecord | undefined): Promise<CommitRecord> {
    const manifest = await readManifest(this.#db, version.id);
    const known = new Map(parent?.files.map((file) => [file.path, file]));
    const bySha = new Map(parent?.files.map((file) => [file.sha256, file.oid]));
    const entries = Object.entries(manifest);
    const files: RecordFile[] = [];
    for (let start = 0; start < entries.length; start += readsAtOnce)
      files.push(
        ...(await Promise.all(
          entries.slice(start, start + readsAtOnce).map(async ([path, { sha256, size }]) => ({
            path,
            mode: known.get(path)?.mode ?? "100644",
            oid: bySha.get(sha256) ?? (await this.#hash(sha256)),
            sha256,
            size,
          })),
        )),
      );
    const { root } = await buildTrees(files);
    const parents = parent === undefined ? [] : [parent.commit];
    const { author, committer } = signatures(version);
    const bytes = encodeCommit({ tree: root, parents, author, committer, message: version.message });
    const commit = await hashObject({ type: "commit", bytes });
    return { commit, bytes: bytes.toBase64(), tree: root, parents, files, extras: [] };
  }

  async #hash(sha256: string): Promise<string> {
    const bytes = await this.#blobs.get(sha256);
    if (!bytes) throw new Error(`Blob ${sha256} is missing from storage.`);
    return hashObject({ type: "blob", bytes });
  }

  #key(versionId: string): string {
    return `git/${this.#projectId}/versions/${versionId}`;
  }
}

/** The agents write what a person asked for, and the person stands behind it. Addresses of people are not given away. */
function signatures(version: CommitSource): { author: Signature; committer: Signature } {
  const at = version.createdAt;
  const person = { name: version.authorName, email: `${version.createdBy}@users.nexusgen.invalid`, at };
  const agent = { name: "NexusGen", email: "agents@nexusgen.invalid", at };
  const byAgents = (version.source ?? (version.generationId === null ? "edit" : "generation")) === "generation";
  return { author: byAgents ? agent : person, committer: person };
}
