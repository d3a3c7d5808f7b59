// A version's files for the builder's fast lane: by hash first, in full where its workspace does not hold them.
import type { Database } from "#db/client.ts";
import { readManifest } from "#db/queries/versions.ts";
import type { PreviewRequest, PreviewResult } from "#builder/protocol.ts";
import type { Env } from "../env.ts";
import { BlobStore } from "../storage/blobs.ts";
import { encodeFiles, readFiles } from "../storage/tree.ts";
import type { Builder } from "./builder.ts";

const mostRounds = 3;

export async function askWithFiles(
  env: Pick<Env, "BLOBS">,
  db: Database,
  builder: Builder,
  versionId: string,
  request: Omit<PreviewRequest, "files">,
): Promise<Exclude<PreviewResult, { outcome: "missing" }>> {
  const manifest = await readManifest(db, versionId);
  const files: PreviewRequest["files"] = Object.fromEntries(
    Object.entries(manifest).map(([path, { sha256 }]) => [path, { sha256 }]),
  );
  for (let round = 0; round < mostRounds; round += 1) {
    const result = await builder.preview({ ...request, files });
    if (result.outcome !== "missing") return result;
    const missing = Object.entries(manifest).filter(([path]) => result.paths.includes(path));
    Object.assign(files, encodeFiles(await readFiles(new BlobStore(env.BLOBS), Object.fromEntries(missing))));
  }
  throw new Error("The builder asked for the same files again and again.");
}
